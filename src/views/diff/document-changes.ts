import { bodyWithoutNarratives } from '../../model/narrative.ts';
import type { WikiDocument } from '../../model/records.ts';
import { recordLists, recordsOf, type Wiki } from '../../model/wiki.ts';
import type { Comparison } from './comparison.ts';
import { fieldChanges, textChange, type FieldChange } from './field-changes.ts';

/** What became of one file of content/. */
export interface DocumentChange {
  readonly change: 'appeared' | 'gone' | 'renamed' | 'changed';
  readonly file: string;
  /** Its name in the base, where that changed. */
  readonly was?: string | undefined;
  readonly kind: WikiDocument['kind'];
  readonly system: string;
  readonly title: string;
  /** Fields of a document of lists, and its text; those of a document that is a record stand with the record. */
  readonly fields: readonly FieldChange[];
}

/** The text of a document that is no record's own. */
function bodies(wiki: Wiki): (document: WikiDocument) => string {
  const records = Map.groupBy(wiki.records.values(), ({ document }) => document);
  return (document) => bodyWithoutNarratives(document, records.get(document) ?? []);
}

interface Bodies {
  readonly before: (document: WikiDocument) => string;
  readonly after: (document: WikiDocument) => string;
}

function fieldsOf({ keyNow }: Comparison, bodyOf: Bodies, old: WikiDocument, now: WikiDocument): FieldChange[] {
  const lists = recordLists(now.kind);
  const isRecord = recordsOf(now).some(({ value }) => (value as unknown) === now.value);
  const body = isRecord ? undefined : textChange('body', bodyOf.before(old), bodyOf.after(now));
  // The order of a list may mean something: severities stand from the gravest.
  const orders = lists.flatMap((field): FieldChange[] => {
    const keys = (document: WikiDocument): string[] => ((document.value as unknown as Record<string, { id: string }[] | undefined>)[field] ?? []).map(({ id }) => `${document.system}/${id}`);
    const [was, is] = [keys(old).map(keyNow), keys(now)];
    const [kept, keeps] = [was.filter((key) => is.includes(key)), is.filter((key) => was.includes(key))];
    return kept.join() === keeps.join() ? [] : [{ path: field, reordered: is.map((key) => key.slice(key.indexOf('/') + 1)) }];
  });
  return [...(isRecord ? [] : fieldChanges(old.value, now.value, [...lists, 'waivers'])), ...orders, ...(body ? [body] : [])];
}

/** A work tree may end its lines otherwise than Git keeps them. */
const linesOf = (wiki: Wiki, { file }: WikiDocument): string | undefined => wiki.textOf(file)?.replaceAll('\r\n', '\n');

/** Every document that is not the text it was. */
export function documentChanges(comparison: Comparison): DocumentChange[] {
  const { before, after, files, fileNow } = comparison;
  const bodyOf: Bodies = { before: bodies(before), after: bodies(after) };
  const olds = new Map(before.documents.map((document) => [fileNow(document.file), document]));
  const news = new Set(after.documents.map(({ file }) => file));
  const base = ({ file, kind, system, title }: WikiDocument) => ({ file, kind, system, title });
  const changes = after.documents.flatMap((document): DocumentChange[] => {
    const old = olds.get(document.file);
    if (!old) return comparison.unreadBefore.has(files.get(document.file) ?? document.file) ? [] : [{ change: 'appeared', ...base(document), fields: [] }];
    const was = files.get(document.file);
    if (was === undefined && (old.digest === document.digest || linesOf(before, old) === linesOf(after, document))) return [];
    return [{ change: was === undefined ? 'changed' : 'renamed', ...base(document), was, fields: fieldsOf(comparison, bodyOf, old, document) }];
  });
  const gone = before.documents.filter(({ file }) => !news.has(fileNow(file)) && !comparison.unreadAfter.has(fileNow(file)));
  return [...changes, ...gone.map((document): DocumentChange => ({ change: 'gone', ...base(document), fields: [] }))];
}
