import type { TableBlock } from './block.ts';
import { columnsOf, headerKey } from './columns.ts';
import { key, plain } from './plain.ts';
import { isNothing } from './words/cells.ts';
import { scaleIn, scaleWord, type ScaleWord } from './words/scale.ts';

export type Axis = 'likelihood' | 'impact' | 'level';

/** One point of a scale as a source explains it. A level has the lowest score that it holds for. */
export interface LegendPoint {
  readonly axis: Axis;
  readonly value?: number | undefined;
  readonly from?: number | undefined;
  readonly label?: string | undefined;
  readonly word?: ScaleWord | undefined;
  readonly means?: string | undefined;
}

const LIKELIHOOD = /\b(?:probabilit\w*|vraisemblance|likelihood|probability|wahrscheinlichkeit|eintritts\w*|kans|waarschijnlijkheid|occurrence|fr[eé]quence)\b/i;
const IMPACT = /\b(?:impacts?|gravit[eéà]|impacto|auswirkung\w*|schaden\w*|gevolg\w*|impatto|severity|cons[eé]quences?)\b/i;
const LEVEL = /\b(?:criticit[eéà]|criticality|niveaux? de risque|risk levels?|risikostufe\w*|seuils?|scores?|niveles? de riesgo|l[eé]gende|livell[oi] di rischio|n[ií]ve(?:l|is) de risco|risiconiveau\w*|[eé]chelle de risque|criticidad\w*|risikoklasse\w*|punteggio)\b/i;

/** The axis that a text speaks of; the first named where it names several. */
export function axisIn(text: string): Axis | undefined {
  const found = ([['likelihood', LIKELIHOOD], ['impact', IMPACT], ['level', LEVEL]] as const).map(([axis, pattern]) => ({ axis, at: text.search(pattern) })).filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at)[0]?.axis;
}

const RANGE = /^\D{0,2}(\d{1,3})\s*(?:[-–—àa]|to|bis|tot|\.\.)\s*(\d{1,3})\s*$/i;
const FROM = /^(?:≥|>=|from|dès|à partir de|ab|desde|da|vanaf)\s*(\d{1,3})\s*$/i;
const ABOVE = /^>\s*(\d{1,3})\s*$/;
const UP_TO = /^(?:≤|<=|<|jusqu'à|up to|bis)\s*(\d{1,3})\s*$/i;

/** Lowest score of `10-15`, `≥ 15`, `> 12`, `< 5`. */
function lowestOf(text: string): number | undefined {
  const words = plain(text).trim();
  const range = RANGE.exec(words);
  if (range) return Number(range[1]);
  const from = FROM.exec(words) ?? /^(\d{1,3})\s*(?:\+|et plus|and above|or more|y más|und mehr)\s*$/i.exec(words);
  if (from) return Number(from[1]);
  const above = ABOVE.exec(words);
  if (above) return Number(above[1]) + 1;
  return UP_TO.test(words) ? 1 : undefined;
}

/** Whether a table is a matrix of two scales: points across, points down, and cells that are no records. */
export function isGrid(table: TableBlock): boolean {
  const across = table.header.cells.slice(1).filter(({ text }) => text !== '');
  const point = (text: string): boolean => {
    const read = scaleIn(text);
    return read !== undefined && read.rest === undefined;
  };
  if (across.length < 2 || !across.every(({ text }) => point(text))) return false;
  return table.rows.length >= 2 && table.rows.every(({ cells }) => point(cells[0]?.text ?? '') || isNothing(cells[0]?.text ?? '') || axisIn(cells[0]?.text ?? '') !== undefined);
}

/** Points that a table explains, or undefined where it is no legend. `context` is the heading and the caption above. */
export function legendOf(table: TableBlock, context: string): readonly LegendPoint[] | undefined {
  const headers = table.header.cells.map(({ text }) => text);
  if (headers.length < 2 || headers.length > 5 || table.rows.length < 2 || table.rows.length > 12) return undefined;
  const cellsAt = (column: number): string[] => table.rows.map(({ cells }) => cells[column]?.text ?? '');
  const first = cellsAt(0);
  const axes = headers.map((header) => axisIn(headerKey(header)) ?? axisIn(header));
  // Niveau | Probabilité | Impact: one value, two scales beside it.
  const likelihoodAt = axes.indexOf('likelihood', 1);
  const impactAt = axes.indexOf('impact', 1);
  const numbers = first.every((text) => scaleIn(text)?.value !== undefined);
  if (numbers && likelihoodAt > 0 && impactAt > 0) {
    return table.rows.flatMap(({ cells }) => {
      const value = scaleIn(cells[0]?.text ?? '')?.value;
      return ([['likelihood', likelihoodAt], ['impact', impactAt]] as const).map(([axis, at]): LegendPoint => {
        const text = cells[at]?.text ?? '';
        return { axis, value, ...(scaleWord(text) || text.length < 24 ? { label: text, word: scaleWord(text) } : { means: text }) };
      });
    });
  }
  // A column of ranges: levels of the score.
  const ranges = headers.findIndex((_, column) => cellsAt(column).every((text) => lowestOf(text) !== undefined));
  if (ranges >= 0) {
    const labels = headers.findIndex((_, column) => column !== ranges && cellsAt(column).every((text) => scaleIn(text)?.word !== undefined));
    if (labels < 0) return undefined;
    const means = headers.findIndex((_, column) => column !== ranges && column !== labels);
    return table.rows.map(({ cells }): LegendPoint => {
      const read = scaleIn(cells[labels]?.text ?? '');
      return { axis: 'level', from: lowestOf(cells[ranges]?.text ?? ''), label: read?.label ?? cells[labels]?.text, word: read?.word, means: means < 0 || isNothing(cells[means]?.text ?? '') ? undefined : cells[means]?.text };
    });
  }
  const axis = axes[0] ?? axes[1] ?? axisIn(context);
  const points = first.map((text) => scaleIn(text));
  const distinct = new Set(first.map((text) => key(text))).size === first.length;
  if (axis === undefined || axis === 'level' || !distinct || !points.every((point) => point !== undefined && (point.value !== undefined || point.word !== undefined))) return undefined;
  const columns = columnsOf('legend', headers.slice(1));
  const words = (at: number | undefined, row: number): string | undefined => (at === undefined ? undefined : cellsAt(at + 1)[row]);
  return points.map((point, row): LegendPoint => {
    const label = point?.label ?? [columns.at['label'], columns.at['value'], 0].map((at) => words(at, row)).find((text) => text !== undefined && scaleWord(text) !== undefined);
    const rest = headers.slice(1).map((_, at) => words(at, row) ?? '').filter((text) => text !== '' && text !== label && !isNothing(text));
    return { axis, value: point?.value, label, word: point?.word ?? (label === undefined ? undefined : scaleWord(label)), means: rest.length === 0 ? undefined : rest.join(' ; ') };
  });
}

const INLINE = /([\p{L}][\p{L}'’ -]{1,40}?)\s*\(\s*(?:criticité\s*|score\s*)?((?:>=|≥|>|<=|≤|<)?\s*\d{1,3}(?:\s*[-–àto]+\s*\d{1,3})?)\s*\)/gu;

/** What a sentence says of a point: the words up to the next one. */
const meaning = (text: string): string | undefined => {
  const words = text.replace(/^\s*(?::|pour|for|=|implique|nécessite|requiert|impose|means|requires)?\s*/, '').split(/[;.:()]|,\s|\s(?:et|and|und|y|e|en)\s*$/)[0]?.replace(/\s+(?:une?\s+)?(?:criticité|criticality)\s*$/i, '').trim() ?? '';
  return words === '' || words.length > 90 ? undefined : words;
};

/** Points that a sentence or a picture in text explains: `faible (2) pour 5 à 25 %`, `CRITIQUE (>= 15)`. */
export function legendIn(text: string, picture = false): readonly LegendPoint[] {
  const found: LegendPoint[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)) {
    let axis: Axis | undefined;
    let last = 0;
    const matches = [...sentence.matchAll(INLINE)];
    for (const [index, match] of matches.entries()) {
      const before = sentence.slice(last, match.index + (match[1]?.length ?? 0));
      axis = axisIn(before) ?? axis;
      last = match.index + match[0].length;
      const words = (match[1] ?? '').trim().split(/\s+/);
      const label = [words.slice(-2).join(' '), words.slice(-1).join(' ')].find((each) => scaleWord(each) !== undefined);
      const number = (match[2] ?? '').trim();
      if (label === undefined) continue;
      const word = scaleWord(label);
      const next = matches[index + 1];
      const said = next ? sentence.slice(last, Math.max(last, next.index)) : sentence.slice(last);
      const means = picture ? undefined : meaning(said);
      const from = /^\d{1,3}$/.test(number) ? undefined : lowestOf(number);
      if (from !== undefined) found.push({ axis: 'level', from, label, word, means });
      else if (axis === 'likelihood' || axis === 'impact') found.push({ axis, value: Number(number), label, word, means });
    }
  }
  // One word in brackets is a remark, not a scale.
  const axes = (['likelihood', 'impact', 'level'] as const).map((axis) => found.filter((point) => point.axis === axis));
  return axes.filter((points) => points.length >= 2).flat();
}
