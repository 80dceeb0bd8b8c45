import { narrativeText, bodyWithoutNarratives } from '../../model/narrative.ts';
import type { Place } from '../../model/place.ts';
import type { AnyRecord, RecordKind } from '../../model/records.ts';
import { recordLists } from '../../model/wiki.ts';
import type { Comparison } from './comparison.ts';
import { fieldChanges, textChange, type FieldChange } from './field-changes.ts';
import type { Followed } from './pair-records.ts';

/** What became of one record. `unread`: it stands in one state, and the other could not be read there. */
export interface RecordChange {
  readonly change: 'appeared' | 'gone' | 'changed' | 'unread';
  readonly kind: RecordKind;
  readonly system: string;
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** In the head; in the base where it is gone. */
  readonly place: Place;
  /** What it was called, where that changed, and how it was found again. */
  readonly was?: { readonly key: string; readonly title: string; readonly followed: Followed } | undefined;
  /** It moved from this file. */
  readonly movedFrom?: string | undefined;
  readonly fields: readonly FieldChange[];
}

const isWhole = ({ value, document }: AnyRecord): boolean => document.value === (value as unknown);

/** Fields that are told elsewhere: lists of records, and waivers. */
const toldElsewhere = (record: AnyRecord): readonly string[] => (isWhole(record) ? [...recordLists(record.document.kind), 'waivers'] : []);

/** What is written of a record below the frontmatter, renames of its own headings aside. */
const textOf = (record: AnyRecord, records: Iterable<AnyRecord>): string | undefined => (isWhole(record) ? bodyWithoutNarratives(record.document, records) : narrativeText(record));

const base = (record: AnyRecord): Omit<RecordChange, 'change' | 'fields'> => ({ kind: record.kind, system: record.system, key: record.key, id: record.id, title: record.title, place: record.placeOf('id') });

/** Every record that is not what it was, in the order of the head's files, then those that are gone. */
export function recordChanges(comparison: Comparison): { changes: RecordChange[]; came: AnyRecord[]; went: AnyRecord[] } {
  const { before, after, pairs, appeared, gone, files, folders, fileNow, unreadBefore, unreadAfter, valueNow } = comparison;
  const [oldInFile, nowInFile] = [before, after].map((wiki) => Map.groupBy(wiki.records.values(), ({ document }) => document.file)) as [Map<string, AnyRecord[]>, Map<string, AnyRecord[]>];
  const changes: RecordChange[] = [];
  for (const { before: old, after: now, followed } of pairs) {
    const moved = fileNow(old.document.file) !== now.document.file;
    const named = old.key !== now.key;
    const same = old.document.digest === now.document.digest && !named && !moved;
    const text = same ? undefined : textChange(isWhole(now) ? 'body' : 'narrative', textOf(old, oldInFile.get(old.document.file) ?? []), textOf(now, nowInFile.get(now.document.file) ?? []));
    // A new key is told by `was`.
    const fields = same && comparison.files.size + comparison.folders.size === 0 ? [] : fieldChanges(valueNow(old, now), now.value, [...toldElsewhere(now), ...(named ? ['id'] : [])]);
    const all = text ? [...fields, text] : fields;
    if (all.length === 0 && !named && !moved) continue;
    // A page without an id is named by its file, and a system by its folder: those changes are told once.
    if (all.length === 0 && !moved && followed === 'system') continue;
    changes.push({ change: 'changed', ...base(now), was: named ? { key: old.key, title: old.title, followed } : undefined, movedFrom: moved ? old.document.file : undefined, fields: all });
  }
  const oldKey = ({ system, id }: AnyRecord): string => `${folders.get(system) ?? system}/${id}`;
  const wasUnread = (record: AnyRecord): boolean => before.unreadable.has(oldKey(record)) || unreadBefore.has(files.get(record.document.file) ?? record.document.file);
  const isUnread = (record: AnyRecord): boolean => after.unreadable.has(record.key) || unreadAfter.has(fileNow(record.document.file));
  const came = appeared.filter((record) => !wasUnread(record));
  const went = gone.filter((record) => !isUnread(record));
  for (const record of appeared) changes.push({ change: wasUnread(record) ? 'unread' : 'appeared', ...base(record), fields: [] });
  for (const record of gone) changes.push({ change: isUnread(record) ? 'unread' : 'gone', ...base(record), fields: [] });
  return { changes, came, went };
}
