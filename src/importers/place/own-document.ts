import { parse } from 'yaml';
import { recordKinds } from '../../model/wiki.ts';
import { kinds, type Kind } from '../../schemas/kinds.ts';
import type { PlannedDocument } from '../plan.ts';
import type { Source } from '../source.ts';
import type { RecordKind } from '../vocabulary.ts';
import { PREFIXES } from '../find/record-id.ts';
import { recordLines } from './record-lines.ts';

/** A source that is a document of Vigie already, such as `vigie export markdown` writes. */
export interface OwnDocument {
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  /** Inside the folder of its system. */
  readonly path: string;
  /** Its last line of front matter. */
  readonly matterEnd: number;
  readonly records: readonly { readonly kind: string; readonly id: string; readonly title: string }[];
}

const MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/** A path that stays inside a folder and is read as a document there. */
const isPlace = (path: string): boolean => /\.md$/i.test(path) && path.split('/').every((part) => part !== '' && !part.startsWith('.'));

function recordsIn(kind: Kind, value: Record<string, unknown>): OwnDocument['records'] {
  const { own, lists } = recordKinds[kind];
  const itself = own && typeof value['id'] === 'string' ? [{ kind: own, id: value['id'], title: String(value['title']) }] : [];
  return [...itself, ...lists.flatMap(([field, item]) => ((value[field] as { id: string; title?: string }[] | undefined) ?? []).map(({ id, title }) => ({ kind: item, id, title: title ?? id })))];
}

/** Reads a source as a document of Vigie; undefined where it is none, or not a valid one: it is then a text like others. */
export function ownDocument(source: Source): OwnDocument | undefined {
  const text = source.lines.join('\n');
  const path = source.path ?? source.name;
  const matter = MATTER.exec(text);
  if (!matter || !isPlace(path)) return undefined;
  let data: unknown;
  try {
    data = parse(matter[1] ?? '');
  } catch {
    return undefined;
  }
  const kind = (data as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return undefined;
  const result = kinds[kind as Kind].safeParse(data);
  if (!result.success) return undefined;
  return { kind: kind as Kind, title: result.data.title, text, path, matterEnd: (matter[1] ?? '').split('\n').length + 2, records: recordsIn(kind as Kind, result.data) };
}

/** Kinds that the importer finds by itself, and shows one by one. */
const isFound = (kind: string): kind is RecordKind => kind in PREFIXES;

/** A document of Vigie in the plan, as it is. */
export function plannedOwn({ kind, title, text, path, records, matterEnd }: OwnDocument, source: number, system: string): PlannedDocument {
  const lines = recordLines(text);
  const other = kind === 'system' ? records.find(({ id }) => id !== system)?.id : undefined;
  return {
    path, kind, title, text, own: true,
    notes: other === undefined ? [] : [{ en: `the system calls itself ${other}: import it into a folder of that name, or change its id`, fr: `le système se nomme ${other} : importez-le dans un dossier de ce nom, ou changez son id` }],
    records: records.flatMap(({ kind: record, id, title: name }) => {
      const line = lines.get(id);
      return isFound(record) ? [{ kind: record, id, title: name, source, from: [{ line: line ?? 1, end: line ?? matterEnd }], line: line ?? 1, confidence: 1, notes: [] }] : [];
    }),
  };
}
