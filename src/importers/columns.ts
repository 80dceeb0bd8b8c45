import type { TableBlock } from './block.ts';
import { key } from './plain.ts';
import { vocabulary, type TableKind } from './vocabulary.ts';

/** Which field of a kind each column of a table holds. */
export interface Columns {
  /** Index of the column, by field. */
  readonly at: Readonly<Record<string, number>>;
  /** How surely: 3 a column whose header is the word, 2 where it begins with it, 1 where it holds it. */
  readonly weight: number;
}

type Fields = Readonly<Record<string, readonly string[]>>;

/** `Probabilité (1-5)` is `probabilite`: what stands in brackets tells of the scale, not of the column. */
export const headerKey = (text: string): string => key(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')).replace(/\?$/, '').trim() || key(text);

const prepared = new Map<string, ReadonlyMap<string, readonly string[]>>(
  Object.entries(vocabulary).map(([kind, fields]) => [kind, new Map(Object.entries(fields as Fields).map(([field, list]) => [field, list.map((word) => key(word) || word)]))]),
);

/** How well a header names a field: 3, 2, 1 or 0, with the length of the word that did. */
function match(header: string, words: readonly string[]): { weight: number; length: number } {
  let best = { weight: 0, length: 0 };
  for (const word of words) {
    const weight = header === word || header === `${word}s` || `${header}s` === word ? 3 : word.length < 4 ? 0 : header.startsWith(`${word} `) ? 2 : ` ${header} `.includes(` ${word} `) ? 1 : 0;
    // A header that is the word, or its plural, is matched whole.
    const length = weight === 3 ? header.length : word.length;
    if (weight > best.weight || (weight === best.weight && length > best.length)) best = { weight, length };
  }
  return best;
}

/** The field of a kind that a header or a label names, or undefined. */
export function fieldOf(kind: TableKind, header: string, least = 1): string | undefined {
  const wanted = headerKey(header);
  let best: { field: string; weight: number; length: number } | undefined;
  for (const [field, words] of prepared.get(kind) ?? []) {
    const found = match(wanted, words);
    if (found.weight >= least && (!best || found.weight > best.weight || (found.weight === best.weight && found.length > best.length))) best = { field, ...found };
  }
  return best?.field;
}

/** Reads headers as the fields of one kind; a field takes the header that names it best, and a header serves one field. */
export function columnsOf(kind: TableKind, headers: readonly string[]): Columns {
  const candidates = headers.flatMap((header, index) => [...(prepared.get(kind) ?? [])].map(([field, words], order) => ({ field, index, order, ...match(headerKey(header), words) }))).filter(({ weight }) => weight > 0);
  candidates.sort((a, b) => b.weight - a.weight || b.length - a.length || a.index - b.index || a.order - b.order);
  const at: Record<string, number> = {};
  const taken = new Set<number>();
  let weight = 0;
  for (const candidate of candidates) {
    if (candidate.field in at || taken.has(candidate.index)) continue;
    at[candidate.field] = candidate.index;
    taken.add(candidate.index);
    weight += candidate.weight;
  }
  return { at, weight };
}

export interface Recognised {
  readonly kind: TableKind;
  readonly columns: Columns;
  /** From 0 to 1: the part of the table's columns that are understood, and how well. */
  readonly confidence: number;
}

type Has = (field: string) => boolean;

/** What a table must hold to be of a kind: its subject, and something said of it that only this kind says. */
const NEEDS: Readonly<Record<TableKind, (has: Has) => boolean>> = {
  risk: (has) => (has('title') || has('id')) && ((has('likelihood') && (has('impact') || has('level') || has('criticality'))) || (has('title') && has('impact') && (has('criticality') || has('treatment') || has('mitigation'))) || (has('title') && has('level') && (has('owner') || has('treatment') || has('mitigation')))),
  scenario: (has) => (has('title') || has('id')) && (has('rto') || has('rpo')),
  severity: (has) => has('title') && (has('respondIn') || has('resolveIn') || (has('definition') && (has('escalation') || has('examples')))),
  role: (has) => (has('title') && (has('responsibilities') || has('contact') || has('availability') || has('phone') || has('email') || has('organisation'))) || ((has('who') || has('contact')) && (has('phone') || has('email'))),
  backup: (has) => has('title') && has('frequency') && (has('retention') || has('location')),
  activity: (has) => has('title') && has('frequency'),
  indicator: (has) => has('title') && (has('target') || has('alert') || has('threshold')),
  action: (has) => has('title') && (has('due') || has('state') || (has('owner') && (has('priority') || has('cost') || has('effort')))),
  runbook: (has) => has('title') && has('state'),
  steps: (has) => has('id') && has('title') && has('duration'),
  legend: (has) => has('value') && (has('label') || has('means')),
};

/** Where two kinds understand a table equally well, the one that asks more comes first. */
const ORDER: readonly TableKind[] = ['scenario', 'risk', 'severity', 'backup', 'role', 'indicator', 'steps', 'action', 'activity', 'runbook', 'legend'];

/** What a table lists, by its header; undefined for a table that no kind understands. */
export function recognise(table: TableBlock): readonly Recognised[] {
  const headers = table.header.cells.map(({ text }) => text);
  const filled = headers.filter((header) => header.trim() !== '').length || 1;
  return ORDER.map((kind): Recognised => {
    const columns = columnsOf(kind, headers);
    return { kind, columns, confidence: Math.min(1, columns.weight / (3 * filled)) };
  })
    .filter(({ kind, columns }) => NEEDS[kind]((field) => field in columns.at))
    .sort((a, b) => b.columns.weight - a.columns.weight || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
