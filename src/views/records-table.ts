import type { AnyRecord, RecordKind } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { derivedOf, documentNarrative, documentValue, isWhole, narrativeOf, ownValue, recordsByDocument } from './records-json.ts';

/** What one record or document says, by column. */
export type TableRow = Readonly<Record<string, unknown>>;

/** The records of one kind, or the documents, as rows; a field that nobody fills has no column. */
export interface RecordTable {
  readonly kind: RecordKind | 'document';
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** What the model works out stands apart from what people write. */
const derivedColumns = (record: AnyRecord): TableRow => Object.fromEntries(Object.entries(derivedOf(record) ?? {}).map(([key, value]) => [`derived.${key}`, value as unknown]));

function rowOf(record: AnyRecord, beside: readonly AnyRecord[]): TableRow {
  const { id: _id, title: _title, ...value } = ownValue(record);
  // The kind of the document is the name of the table; that of an item (`datastore`, `drill`) is its own.
  if (isWhole(record)) delete value['kind'];
  return { system: record.system, id: record.id, title: record.title, ...value, ...derivedColumns(record), narrative: narrativeOf(record, beside), file: record.document.file };
}

const tableOf = (kind: RecordTable['kind'], all: readonly TableRow[]): RecordTable => {
  const rows = all.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => isSaid(value))));
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  // The words come last: they are long.
  const last = ['narrative', 'file'].filter((column) => columns.delete(column));
  return { kind, columns: [...columns, ...last], rows };
};

/** The records of one kind. */
export function recordTable(wiki: Wiki, kind: RecordKind): RecordTable {
  const byDocument = recordsByDocument(wiki);
  return tableOf(kind, wiki.all(kind).map((record) => rowOf(record, byDocument.get(record.document) ?? [])));
}

/** The documents, with what they say outside of their records. */
function documentTable(wiki: Wiki): RecordTable {
  const rows = [...recordsByDocument(wiki)].map(([document, held]): TableRow => {
    const { title: _title, kind: _kind, ...value } = documentValue(document, held) ?? {};
    return { system: document.system, file: document.file, kind: document.kind, title: document.title, records: held.map(({ id }) => id), ...value, narrative: documentNarrative(document, held) };
  });
  return tableOf('document', rows);
}

/** Kinds of record that the wiki holds, in the order in which they first appear. */
export const kindsIn = (wiki: Wiki): RecordKind[] => [...new Set([...wiki.records.values()].map(({ kind }) => kind))];

/** One table a kind, then the documents. */
export const tablesOf = (wiki: Wiki): RecordTable[] => [...kindsIn(wiki).map((kind) => recordTable(wiki, kind)), documentTable(wiki)];
