import { stringify } from 'csv-stringify/sync';
import type { AnyRecord, RecordKind } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { derivedOf, ownValue } from './records-json.ts';

/** A cell's text. Yes and no are written out: the library would make them 1 and nothing. */
const cellOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function columnsOf(record: AnyRecord): Record<string, string> {
  const { id: _id, title: _title, kind: _kind, ...value } = ownValue(record);
  const derived = Object.fromEntries(Object.entries(derivedOf(record) ?? {}).map(([key, entry]) => [`derived.${key}`, entry as unknown]));
  const cells = Object.entries({ ...value, ...derived }).filter(([, entry]) => entry !== undefined && !(Array.isArray(entry) && entry.length === 0));
  return { system: record.system, id: record.id, title: record.title, ...Object.fromEntries(cells.map(([key, entry]) => [key, cellOf(entry)])) };
}

/**
 * The records of one kind as CSV (RFC 4180, UTF-8): a column a field, lists and groups as JSON so that nothing is lost.
 * Cells that a spreadsheet would take for a formula are quoted with an apostrophe: content comes from people we do not know.
 */
export function recordsCsv(wiki: Wiki, kind: RecordKind): string {
  const rows = wiki.all(kind).map((record) => columnsOf(record));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
}

/** Kinds of record that the wiki holds, in the order in which they first appear. */
export const kindsIn = (wiki: Wiki): RecordKind[] => [...new Set([...wiki.records.values()].map(({ kind }) => kind))];
