import type { TableRow } from './records-table.ts';

/** What a spreadsheet can hold in one cell. */
export type CellValue = string | number | boolean | Date;

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsOf = (value: unknown): string => (Array.isArray(value) ? value.map(wordsOf).join(', ') : isGroup(value) ? Object.entries(value).flatMap(([key, entry]) => (entry === undefined || (Array.isArray(entry) && entry.length === 0) ? [] : [`${key}: ${wordsOf(entry)}`])).join(' · ') : String(value));

/** Groups become columns of their own (`current.likelihood`), lists lines of one cell. */
function* flat(value: unknown, column: string): Generator<readonly [string, string | number | boolean]> {
  if (value === undefined || value === null) return;
  if (isGroup(value)) for (const [key, entry] of Object.entries(value)) yield* flat(entry, `${column}.${key}`);
  else if (Array.isArray(value)) {
    if (value.length > 0) yield [column, value.map(wordsOf).join('\n')];
  } else yield [column, value as string | number | boolean];
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** A day, or a day and an hour as the clock on the wall shows them; a spreadsheet knows no zones. */
function dateOf(text: unknown): Date | undefined {
  const parts = typeof text === 'string' ? DAY.exec(text) : null;
  if (!parts) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = parts;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
}

/** Most characters of a cell (Excel's limit). */
const LONGEST = 32_767;

const fitting = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Columns and cells of a table for people who sort and filter: real numbers, and real dates where a whole column holds dates. */
export function cellsOf(rows: readonly TableRow[], columns: readonly string[]): { readonly columns: readonly string[]; readonly rows: readonly (readonly (CellValue | undefined)[])[] } {
  const cells = rows.map((row) => new Map(columns.flatMap((column) => [...flat(row[column], column)])));
  const names = columns.flatMap((column) => {
    const below = new Set(cells.flatMap((row) => [...row.keys()].filter((name) => name === column || name.startsWith(`${column}.`))));
    return [...below];
  });
  const all = [...new Set(names)];
  const dates = new Set(all.filter((name) => cells.every((row) => !row.has(name) || dateOf(row.get(name)) !== undefined)));
  return {
    columns: all,
    rows: cells.map((row) =>
      all.map((name) => {
        const value = row.get(name);
        return dates.has(name) ? dateOf(value) : typeof value === 'string' ? fitting(value) : value;
      }),
    ),
  };
}
