import { parse } from 'yaml';
import type { Plan } from '../../src/importers/plan.ts';

/** A record as an import writes it. */
export interface Found {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const LISTS = ['risks', 'severities', 'roles', 'scenarios', 'backups', 'activities', 'indicators', 'actions'];

/** The frontmatter of a document, as data. */
export const dataOf = (text: string): Record<string, unknown> => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, unknown>;

/** The records that a plan's documents hold, read back from their text. */
export function foundIn({ documents }: Plan): Found[] {
  return documents.flatMap((document): Found[] => {
    const data = dataOf(document.text);
    const lists = document.kind === 'runbook' ? [data] : LISTS.flatMap((list) => (Array.isArray(data[list]) ? (data[list] as Record<string, unknown>[]) : []));
    return lists.map((each) => ({ kind: document.records.find(({ id }) => id === each['id'])?.kind ?? '', id: String(each['id']), title: String(each['title']), data: each }));
  });
}

/** Recall and precision by kind, as a table to print. */
export function figures(rows: readonly { kind: string; expected: number; found: number; right: number }[]): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const sum = (of: readonly typeof rows[number][]): { expected: number; found: number; right: number } => ({ expected: of.reduce((all, { expected }) => all + expected, 0), found: of.reduce((all, { found }) => all + found, 0), right: of.reduce((all, { right }) => all + right, 0) });
  const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);
  const line = (name: string, { expected, found, right }: ReturnType<typeof sum>): string => `${name.padEnd(12)}${String(expected).padStart(9)}${String(found).padStart(7)}${String(right).padStart(7)}${percent(right, expected).padStart(10)}${percent(right, found).padStart(11)}`;
  return [`${'kind'.padEnd(12)} expected  found  right    recall  precision`, ...kinds.map((kind) => line(kind, sum(rows.filter((row) => row.kind === kind)))), line('all', sum(rows))].join('\n');
}
