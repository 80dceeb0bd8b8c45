import type { AnyRecord, RecordKind } from '../../model/records.ts';
import type { Wiki } from '../../model/wiki.ts';
import { titleLikeness } from './likeness.ts';

/** How a record was found again: under its own key, in a folder or system of another name, by an alias, in a renamed file, or by its title. */
export type Followed = 'key' | 'system' | 'id' | 'alias' | 'file' | 'title';

export interface RecordPair {
  readonly before: AnyRecord;
  readonly after: AnyRecord;
  readonly followed: Followed;
}

export interface RecordPairs {
  readonly pairs: readonly RecordPair[];
  readonly appeared: readonly AnyRecord[];
  readonly gone: readonly AnyRecord[];
}

/** From this likeness on, two titles of one kind name the same record. */
const SAME_TITLE = 0.8;
/** Enough where the id is the same too. */
const LIKE_TITLE = 0.5;
/** Titles are held against each other up to this many pairs of a kind in a system. */
const MOST_PAIRS = 40_000;

const aliasesOf = ({ value }: AnyRecord): readonly string[] => ('aliases' in value ? value.aliases : []);
const isWhole = ({ value, document }: AnyRecord): boolean => document.value === (value as unknown);

/**
 * Finds each record of the head in the base: by its key, then its id in another system, then aliases, then Git's file renames, then a
 * title alike within the kind and the system.
 * @param files file of the base by file of the head, where the name changed
 * @param folders the same of folders
 */
export function pairRecords(before: Wiki, after: Wiki, files: ReadonlyMap<string, string>, folders: ReadonlyMap<string, string>): RecordPairs {
  const pairs: RecordPair[] = [];
  const gone = new Map(before.records);
  const came = new Map(after.records);
  const oldFolder = (folder: string): string => folders.get(folder) ?? folder;
  const pair = (old: AnyRecord | undefined, now: AnyRecord, followed: Followed): void => {
    if (old?.kind !== now.kind || !gone.has(old.key) || !came.has(now.key)) return;
    pairs.push({ before: old, after: now, followed });
    gone.delete(old.key);
    came.delete(now.key);
  };
  const inKind = (records: Iterable<AnyRecord>): Map<RecordKind, AnyRecord[]> => Map.groupBy(records, ({ kind }) => kind);

  for (const record of after.records.values()) {
    const folder = oldFolder(record.system);
    // A system bears the name of its folder.
    pair(gone.get(`${folder}/${record.kind === 'system' ? folder : record.id}`), record, folder === record.system ? 'key' : 'system');
  }
  const [oldById, nowById] = [Map.groupBy(gone.values(), ({ kind, id }) => `${kind} ${id}`), Map.groupBy(came.values(), ({ kind, id }) => `${kind} ${id}`)];
  for (const [key, [now, ...others]] of nowById) {
    const [old, ...more] = oldById.get(key) ?? [];
    if (now && old && others.length + more.length === 0 && titleLikeness(old.title, now.title) >= LIKE_TITLE) pair(old, now, 'id');
  }
  const names = (record: AnyRecord, system: string): string[] => aliasesOf(record).flatMap((alias) => (alias.includes('/') ? [alias] : [`${system}/${alias}`]));
  for (const record of [...came.values()]) for (const name of names(record, oldFolder(record.system))) pair(gone.get(name), record, 'alias');
  const byOldAlias = new Map([...gone.values()].flatMap((old) => names(old, old.system).map((name) => [`${old.kind} ${name}`, old])));
  for (const record of [...came.values()]) pair(byOldAlias.get(`${record.kind} ${oldFolder(record.system)}/${record.id}`), record, 'alias');
  const oldWhole = new Map([...gone.values()].filter(isWhole).map((record) => [record.document.file, record]));
  for (const record of [...came.values()].filter(isWhole)) pair(oldWhole.get(files.get(record.document.file) ?? record.document.file), record, 'file');

  const oldKinds = inKind(gone.values());
  for (const [kind, records] of inKind(came.values())) {
    const candidates = records.flatMap((now) => {
      const olds = (oldKinds.get(kind) ?? []).filter(({ system }) => system === oldFolder(now.system));
      return olds.length * records.length > MOST_PAIRS ? [] : olds.map((old) => ({ old, now, likeness: titleLikeness(old.title, now.title) }));
    });
    for (const { old, now, likeness } of candidates.sort((a, b) => b.likeness - a.likeness)) if (likeness >= SAME_TITLE) pair(old, now, 'title');
  }
  return { pairs, appeared: [...came.values()], gone: [...gone.values()] };
}
