import type { AnyRecord, WikiDocument } from '../../model/records.ts';
import { citationsOf } from '../../model/references.ts';
import type { Wiki } from '../../model/wiki.ts';
import { pairFiles, pairFolders } from './pair-files.ts';
import { pairRecords, type RecordPairs } from './pair-records.ts';

/** Two states of a wiki, and what is the same in both. */
export interface Comparison extends RecordPairs {
  readonly before: Wiki;
  readonly after: Wiki;
  /** File of the base by file of the head, where the name changed. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, string>;
  /** What a file of the base is called in the head. */
  readonly fileNow: (file: string) => string;
  /** What a record of the base is called in the head: its own key where it did not change, or is gone. */
  readonly keyNow: (key: string) => string;
  /** What a record of the base held, its references by the names of the head: a rename is no change of those who cite. */
  readonly valueNow: (record: AnyRecord, after: AnyRecord) => object;
  /** Whether a document of the head, or any of these kinds in either state, is not what it was. What depends on others alone is worked out again only then. */
  readonly isTouched: (document: WikiDocument, ...kinds: readonly WikiDocument['kind'][]) => boolean;
  /** Files that stand in a state and could not be read there, by their names of that state. */
  readonly unreadBefore: ReadonlySet<string>;
  readonly unreadAfter: ReadonlySet<string>;
}

/** Documents that stand there and are none. */
function unreadFiles(wiki: Wiki): ReadonlySet<string> {
  const read = new Set(wiki.documents.map(({ file }) => file));
  return new Set(wiki.problems.map(({ place }) => place.file).filter((file) => /\.mdx?$/i.test(file) && wiki.hasFile(file) && !read.has(file)));
}

/** A copy of a value with something else at the end of a path. */
function withAt(value: unknown, [key, ...rest]: readonly (string | number)[], put: string): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? withAt(item, rest, put) : item));
  return { ...(value as Record<string, unknown>), [key]: withAt((value as Record<string, unknown>)[key], rest, put) };
}

/** Documents of either state that the other has not, by name and text. */
function touched(before: Wiki, after: Wiki): Comparison['isTouched'] {
  const nameOf = ({ file, digest }: WikiDocument): string => `${digest} ${file}`;
  const [old, now] = [before, after].map(({ documents }) => new Set(documents.map(nameOf))) as [Set<string>, Set<string>];
  const kinds = new Set([...before.documents.filter((document) => !now.has(nameOf(document))), ...after.documents.filter((document) => !old.has(nameOf(document)))].map(({ kind }) => kind));
  return (document, ...others) => !old.has(nameOf(document)) || others.some((kind) => kinds.has(kind));
}

export function compare(before: Wiki, after: Wiki, renames: ReadonlyMap<string, string>): Comparison {
  const files = pairFiles(before, after, renames);
  const folders = pairFolders(before, after, files);
  const records = pairRecords(before, after, files, folders);
  const newNames = new Map([...files].map(([now, old]) => [old, now]));
  const newKeys = new Map(records.pairs.filter((pair) => pair.before.key !== pair.after.key).map((pair) => [pair.before.key, pair.after.key]));
  return {
    before,
    after,
    ...records,
    files,
    folders,
    fileNow: (file) => newNames.get(file) ?? file,
    keyNow: (key) => newKeys.get(key) ?? key,
    valueNow(record, now) {
      let value: unknown = record.value;
      if (newKeys.size === 0) return value as object;
      const cited = new Set([...citationsOf(now)].map(({ target }) => target));
      for (const { path, target } of citationsOf(record)) {
        const renamed = newKeys.get(before.resolve(target, record.system)?.key ?? '');
        if (renamed === undefined) continue;
        const name = renamed.startsWith(`${now.system}/`) ? renamed.slice(now.system.length + 1) : renamed;
        // Who goes on citing the old name did not follow, and did not change.
        if (cited.has(name)) value = withAt(value, path, name);
      }
      return value as object;
    },
    isTouched: touched(before, after),
    unreadBefore: unreadFiles(before),
    unreadAfter: unreadFiles(after),
  };
}
