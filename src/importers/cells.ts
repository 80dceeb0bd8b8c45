import type { Row } from './block.ts';
import type { Columns } from './columns.ts';
import type { Kept } from './found.ts';
import { isNothing } from './words/cells.ts';

/** One row read by the fields of its kind. What is asked for is used; the rest is kept. */
export interface Cells {
  /** Whether the table has a column for the field. */
  readonly has: (field: string) => boolean;
  /** The words of a field, or undefined where the row has none. */
  readonly text: (field: string) => string | undefined;
  /** The same as Markdown. */
  readonly source: (field: string) => string | undefined;
  /** Header of the field's column, as written. */
  readonly header: (field: string) => string;
  /** The field was read and does not say all that its cell says: the cell is kept as well. */
  readonly keep: (field: string) => void;
  /** Words that nobody asked for or that `keep` keeps, under the header of their column. */
  readonly left: () => Kept[];
}

export function cellsOf(header: Row, row: Row, columns: Columns): Cells {
  const used = new Set<number>();
  const kept = new Set<number>();
  const index = (field: string): number | undefined => columns.at[field];
  const cell = (field: string): { text: string; source: string } | undefined => {
    const at = index(field);
    const found = at === undefined ? undefined : row.cells[at];
    if (at === undefined || !found) return undefined;
    used.add(at);
    return isNothing(found.text) ? undefined : found;
  };
  return {
    has: (field) => index(field) !== undefined,
    text: (field) => cell(field)?.text,
    source: (field) => cell(field)?.source,
    header: (field) => header.cells[index(field) ?? -1]?.text ?? '',
    keep: (field) => {
      const at = index(field);
      if (at !== undefined) kept.add(at);
    },
    left: () =>
      row.cells.flatMap(({ text, source }, at): Kept[] => {
        if (isNothing(text) || (used.has(at) && !kept.has(at))) return [];
        return [{ label: header.cells[at]?.text.trim() ?? '', text: source }];
      }),
  };
}

/** Things that a cell lists: lines, bullets, semicolons, or commas where every part is short. */
export function partsIn(text: string): string[] {
  const lines = text.split(/\n|(?:^|\s|(?<=[\p{L})]))[-•]\s+(?=\p{Lu})|;\s+/u).map((part) => part.replace(/^[-•*\s]+/, '').trim()).filter((part) => part !== '');
  if (lines.length > 1) return lines;
  const commas = (lines[0] ?? '').split(/,\s+(?![^(]*\))/);
  return commas.length > 1 && commas.every((part) => part.length < 90) ? commas.map((part) => part.trim()).filter((part) => part !== '') : lines;
}
