import type { WikiDocument } from '../../model/records.ts';
import type { Wiki } from '../../model/wiki.ts';
import { commonShare } from './likeness.ts';

/** From this share of common lines on, a document that went and one that came are the same. */
const SAME_TEXT = 0.5;

/** Texts of fewer lines are alike by chance. */
const FEWEST_LINES = 3;

/** Each document that came is held against each that went, up to this many pairs. */
const MOST_PAIRS = 10_000;

const linesOf = ({ body }: WikiDocument): readonly string[] => body.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/**
 * Which file of the base a file of the head was, by name where it is not the same: Git's renames first, then the same text, then alike texts of one kind.
 * @param renames Git's, from the new name to the old
 */
export function pairFiles(before: Wiki, after: Wiki, renames: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const gone = before.documents.filter(({ file }) => !after.hasFile(file));
  const came = after.documents.filter(({ file }) => !before.hasFile(file));
  const left = (): WikiDocument[] => came.filter(({ file }) => !pairs.has(file));
  const pair = (file: string, from: string): void => {
    pairs.set(file, from);
    taken.add(from);
  };
  for (const { file } of came) {
    const from = renames.get(file);
    if (from !== undefined && before.hasFile(from) && !after.hasFile(from) && !taken.has(from)) pair(file, from);
  }
  for (const { file, digest } of left()) {
    const same = gone.find((document) => document.digest === digest && !taken.has(document.file));
    if (same) pair(file, same.file);
  }
  const [open, rest] = [left(), gone.filter(({ file }) => !taken.has(file))];
  if (open.length * rest.length > MOST_PAIRS) return pairs;
  const lines = new Map([...open, ...rest].map((document) => [document, linesOf(document)]));
  const share = (old: WikiDocument, document: WikiDocument): number => ((lines.get(document) ?? []).length < FEWEST_LINES ? 0 : commonShare(lines.get(old) ?? [], lines.get(document) ?? []));
  const candidates = open.flatMap((document) => rest.filter(({ kind }) => kind === document.kind).map((old) => ({ document, old, share: share(old, document) })));
  for (const { document, old, share: common } of candidates.sort((a, b) => b.share - a.share)) {
    if (common >= SAME_TEXT && !pairs.has(document.file) && !taken.has(old.file)) pair(document.file, old.file);
  }
  return pairs;
}

/** Which folder of the base a folder of the head was, where most of its documents came from one that is gone. */
export function pairFolders(before: Wiki, after: Wiki, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const had = new Set(before.folders.map(({ id }) => id));
  const has = new Set(after.folders.map(({ id }) => id));
  const pairs = new Map<string, string>();
  for (const { id, documents } of after.folders) {
    if (had.has(id)) continue;
    const from = Map.groupBy(documents.flatMap(({ file }) => files.get(file)?.split('/')[0] ?? []), (folder) => folder);
    const [most] = [...from].sort(([, a], [, b]) => b.length - a.length);
    if (most && !has.has(most[0]) && most[1].length * 2 > documents.length && ![...pairs.values()].includes(most[0])) pairs.set(id, most[0]);
  }
  return pairs;
}
