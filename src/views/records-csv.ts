import { stringify } from 'csv-stringify/sync';
import type { RecordKind } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { recordTable, type RecordTable } from './records-table.ts';

export { kindsIn } from './records-table.ts';

/** What a spreadsheet takes for a formula, full-width signs and leading blanks included; an apostrophe before one is escaped too, so that taking one away always gives the text back. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell's text: yes and no are written out, lists and groups are JSON. A text that would be run is quoted with an apostrophe; a number is not. */
function cellOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return FORMULA.test(value) ? `'${value}` : value;
}

/** A table as CSV (RFC 4180, UTF-8), a column a field. */
export const tableCsv = ({ columns, rows }: RecordTable): string =>
  stringify(rows.map((row) => columns.map((column) => cellOf(row[column]))), { header: true, columns: [...columns], record_delimiter: 'windows' });

/** The records of one kind as CSV. */
export const recordsCsv = (wiki: Wiki, kind: RecordKind): string => tableCsv(recordTable(wiki, kind));
