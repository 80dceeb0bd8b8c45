import { roles, themeVariables } from './palette.ts';

/** Mermaid's configuration. It is part of every cache key. */
export const settings = {
  startOnLoad: false,
  suppressErrorRendering: true,
  // No link runs, no HTML in labels, no script.
  securityLevel: 'strict',
  htmlLabels: false,
  // Narrower than Mermaid's own: a chart that goes from left to right stands beside text of 48 rem.
  flowchart: { htmlLabels: false, nodeSpacing: 36, rankSpacing: 40, padding: 17, minNodeWidth: 40, wrappingWidth: 150 },
  // The same source is the same drawing.
  deterministicIds: true,
  deterministicIDSeed: 'diagram',
  handDrawnSeed: 1,
  theme: 'base',
  themeVariables,
  look: 'classic',
  layout: 'dagre',
  fontFamily: 'sans-serif',
  gantt: { useWidth: 900, fontSize: 14, sectionFontSize: 14, barHeight: 28, barGap: 6, topPadding: 56, axisFormat: '%m-%d' },
  journey: { textPlacement: 'tspan', actorColours: Object.entries(roles).flatMap(([role, colour]) => (role.startsWith('mark') ? [colour] : [])), sectionColours: [roles.ink], taskFontSize: 16 },
  timeline: { textPlacement: 'tspan' },
  // What an author's own configuration (%%{init}%%, frontmatter) may not change.
  secure: ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', 'deterministicIds', 'deterministicIDSeed', 'handDrawnSeed', 'htmlLabels', 'theme', 'themeVariables', 'themeCSS', 'darkMode', 'look', 'fontFamily', 'altFontFamily', 'fontSize'],
} as const;
