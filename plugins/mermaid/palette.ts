/**
 * Colours by day of everything that Mermaid draws, by what they are for. The stylesheet of the site gives each role its colour in both
 * themes by class; these values are what print and PDF use. They are unusual on purpose: a colour that is not here is the author's own.
 */
export const roles = {
  ink: '#10222e',
  soft: '#465863',
  edge: '#75868f',
  line: '#d3dbe0',
  surface: '#fefefe',
  sunk: '#e9eef0',
  tint: '#e4f0f6',
  border: '#0a5a82',
  alert: '#8c1a38',
  alarm: '#f5dde2',
  fill1: '#c7dfee',
  fill2: '#cfe8dd',
  fill3: '#f7e3b4',
  fill4: '#e0d8f0',
  fill5: '#f8d6c8',
  fill6: '#c4e6e8',
  fill7: '#f3d3e0',
  fill8: '#e2e6c0',
  mark1: '#1b6490',
  mark2: '#1a6b55',
  mark3: '#7a5900',
  mark4: '#5b4a9e',
  mark5: '#9a4313',
  mark6: '#0f6a70',
  mark7: '#93305f',
  mark8: '#5c6414',
} as const;

export type Role = keyof typeof roles;

const fills = [roles.fill1, roles.fill2, roles.fill3, roles.fill4, roles.fill5, roles.fill6, roles.fill7, roles.fill8] as const;
const marks = [roles.mark1, roles.mark2, roles.mark3, roles.mark4, roles.mark5, roles.mark6, roles.mark7, roles.mark8] as const;

/** `name0`, `name1`… for as many as Mermaid has, going round our colours. */
const numbered = (name: string, colours: readonly string[], count: number, from = 0): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index + from}`, colours[index % colours.length] ?? roles.ink]));

const named = (names: string, colour: string): Record<string, string> => Object.fromEntries(names.split(' ').map((name) => [name, colour]));

/** Mermaid's theme variables, all written: none is left for Mermaid to derive. */
export const themeVariables: Readonly<Record<string, unknown>> = {
  ...named('primaryTextColor secondaryTextColor tertiaryTextColor textColor titleColor nodeTextColor actorTextColor signalTextColor labelTextColor loopTextColor noteTextColor taskTextColor taskTextOutsideColor taskTextLightColor taskTextDarkColor taskTextClickableColor transitionLabelColor stateLabelColor errorTextColor scaleLabelColor classText pieTitleTextColor pieSectionTextColor pieLegendTextColor vennTitleTextColor vennSetTextColor quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill quadrantTitleFill requirementTextColor relationLabelColor tagLabelColor commitLabelColor', roles.ink),
  ...named('lineColor arrowheadColor defaultLinkColor signalColor transitionColor specialStateColor relationColor actorLineColor archEdgeColor archEdgeArrowColor pieStrokeColor pieOuterStrokeColor innerEndBackground emArrowhead emRelationStroke', roles.soft),
  ...named('primaryBorderColor nodeBorder actorBorder labelBoxBorderColor activationBorderColor personBorder compositeBorder requirementBorderColor taskBorderColor activeTaskBorderColor tagLabelBorder quadrantPointFill vertLineColor', roles.border),
  ...named('secondaryBorderColor tertiaryBorderColor clusterBorder flowContainerStroke border2 noteBorderColor doneTaskBorderColor archGroupBorderColor quadrantInternalBorderStrokeFill quadrantExternalBorderStrokeFill emSwimlaneBackgroundStroke emUiStroke', roles.edge),
  ...named('gridColor', roles.line),
  ...named('primaryColor nodeBkg mainBkg actorBkg labelBoxBkgColor personBkg stateBkg taskBkgColor requirementBackground compositeTitleBackground tagLabelBackground sectionBkgColor2', roles.tint),
  ...named('background edgeLabelBackground labelBackgroundColor relationLabelBackground commitLabelBackground rowOdd attributeBackgroundColorOdd altSectionBkgColor sequenceNumberColor compositeBackground activationBkgColor activeTaskBkgColor quadrant2Fill quadrant4Fill branchLabelColor emUiFill', roles.surface),
  ...named('secondaryColor tertiaryColor clusterBkg altBackground noteBkgColor rectBkgColor sectionBkgColor excludeBkgColor doneTaskBkgColor rowEven attributeBackgroundColorEven errorBkgColor quadrant1Fill quadrant3Fill emSwimlaneBackgroundOdd', roles.sunk),
  ...named('critBorderColor todayLineColor wardleyEvolutionColor', roles.alert),
  ...named('critBkgColor', roles.alarm),
  ...numbered('cScale', fills, 12),
  ...numbered('cScalePeer', marks, 12),
  ...numbered('cScaleInv', marks, 12),
  ...numbered('cScaleLabel', [roles.ink], 12),
  ...numbered('surface', fills, 5),
  ...numbered('surfacePeer', marks, 5),
  ...numbered('fillType', fills, 8),
  ...numbered('pie', fills, 12, 1),
  ...numbered('venn', fills, 8, 1),
  ...numbered('git', marks, 8),
  ...numbered('gitInv', [roles.surface], 8),
  ...numbered('gitBranchLabel', [roles.surface], 8),
  pieOpacity: '1',
  pieStrokeWidth: '1px',
  pieOuterStrokeWidth: '1px',
  xyChart: { backgroundColor: roles.surface, ...named('titleColor dataLabelColor legendTextColor xAxisTitleColor xAxisLabelColor yAxisTitleColor yAxisLabelColor', roles.ink), ...named('xAxisTickColor xAxisLineColor yAxisTickColor yAxisLineColor', roles.soft), plotColorPalette: marks.join() },
  radar: { axisColor: roles.soft, graticuleColor: roles.edge },
  fontFamily: 'sans-serif',
  fontSize: '16px',
  dropShadow: 'none',
  useGradient: false,
};
