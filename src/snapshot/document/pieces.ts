import type { Block, Blocks, Column, Spans, Table } from './block.ts';
import { namesRows, textOf } from './row-names.ts';

/** Short ways to write blocks. */

export const heading = (level: number, c: Spans, id?: string): Block => ({ k: 'h', level, c, ...(id === undefined ? {} : { id }) });
export const para = (...c: Spans): Block => ({ k: 'p', c });
export const bullets = (items: readonly Spans[]): Blocks => (items.length === 0 ? [] : [{ k: 'list', items: items.map((c) => ({ b: [{ k: 'p', c }] })) }]);

/** Lines of a sheet that stay on one page; letters that a line holds. */
const [MOST_LINES, LINE] = [30, 80];
const linesOf = (c: Spans): number => Math.ceil(textOf(c).length / LINE) + c.filter((span) => typeof span === 'object' && span.k === 'br').length;

export type SheetItem = readonly [term: string, c: Spans | undefined];

/** Terms and what they are; those of which nothing is known are left out. */
export function sheet(...items: SheetItem[]): Blocks {
  const said = items.flatMap(([term, c]) => (c === undefined || c.length === 0 ? [] : [{ term, c }]));
  return said.length === 0 ? [] : [{ k: 'facts', items: said, ...(said.reduce((sum, { c }) => sum + linesOf(c), 0) > MOST_LINES ? { tall: true } : {}) }];
}

type Row = Table['rows'][number];

/** Characters that a column of the whole width holds on a page. */
const PAGE = 4200;

/** A row higher than most of a page is the one that may be cut. */
function isTall(cells: readonly Spans[], cols: readonly Column[]): boolean {
  const shares = cols.map(({ w }) => (w === 'auto' ? 1 : w));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return cells.some((cell, column) => textOf(cell).length > PAGE * ((shares[column] ?? 1) / whole));
}

/** A table whose first column names its rows, or the one that is said; undefined cells stay empty. Nothing where there is no row. */
export function rowsTable(head: readonly string[], cols: readonly (number | 'auto' | Column)[], rows: readonly (readonly (Spans | undefined)[] | { readonly id: string; readonly cells: readonly (Spans | undefined)[] })[], { names = 0, ...options }: Pick<Table, 'caption' | 'wide' | 'small' | 'names'> = {}): Blocks {
  if (rows.length === 0) return [];
  const columns = cols.map((column): Column => (typeof column === 'object' ? column : { w: column }));
  const cellsOf = (row: (typeof rows)[number]): Spans[] => ('cells' in row ? row.cells : row).map((cell): Spans => cell ?? []);
  const all = rows.map(cellsOf);
  return [
    {
      k: 'table',
      ...options,
      cols: columns,
      head: head.map((cell): Spans => [cell]),
      names: namesRows(all, names),
      rows: rows.map((row, index): Row => {
        const cells = all[index] ?? [];
        return { cells, ...('cells' in row ? { id: row.id } : {}), ...(isTall(cells, columns) ? { tall: true } : {}) };
      }),
    },
  ];
}

/** Words, where there are any. */
export const text = (say: (words: string) => string, words: string | number | undefined): Spans | undefined => (words === undefined || words === '' ? undefined : [say(String(words))]);
