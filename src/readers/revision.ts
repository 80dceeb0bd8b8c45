import type { ReadingProblem } from '../model/problem.ts';
import type { Wiki } from '../model/wiki.ts';
import type { ContentSource } from './content-source.ts';
import { decode, MAX_BYTES, tooHeavy } from './decode.ts';
import { readBlobs } from './git-blobs.ts';
import { git, type GitAnswer } from './git-command.ts';
import { readSource, type ReadOptions } from './read-wiki.ts';
import { isDocument, isLeftOut, symbolicLink } from './walk.ts';

/** A file of a revision. */
interface Entry {
  readonly id: string;
  readonly bytes: number;
}

const LINK = '120000';
/** `mode type id size`, a tab, the path; a submodule is of type commit. */
const ENTRY = /^(\d+) blob ([0-9a-f]+)(?: +(\d+))?\t(.*)$/s;

/** Folder by folder and name by name, as the disk is walked: where an id stands twice, the same one comes first. */
export function asWalked(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((name, index) => name !== right[index]);
  return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}

const notHere = (file: string): ReadingProblem => ({
  rule: 'content/syntax',
  what: { en: `${file} cannot be read: this clone does not hold its text`, fr: `${file} ne peut pas être lu : ce clone n’en contient pas le texte` },
  place: { file, line: 1, column: 1 },
  fix: { en: 'Fetch it, or clone without a filter.', fr: 'Le récupérer, ou cloner sans filtre.' },
});

/** What the reader opens; the text of any other file stays in the repository. */
const isRead = (file: string): boolean => isDocument(file) || /\.(svg|yml)$/i.test(file);

/** Reads content/ at a revision, in memory: one `git ls-tree`, one `git cat-file --batch`, no checkout. Undefined where there is no such commit; empty where it has no content/. */
export async function readWikiAt(repository: string, content: string, revision: string, options: ReadOptions): Promise<Wiki | undefined> {
  const list = (...more: string[]): Promise<GitAnswer> => git(repository, 'ls-tree', '-r', '-z', '--full-tree', ...more, revision, ...(content === '' ? [] : ['--', `${content}/`]));
  // A clone without its older texts does not know their sizes.
  const sized = await list('-l');
  const { code, out } = sized.code === 0 ? sized : await list();
  if (code !== 0) return undefined;
  const problems: ReadingProblem[] = [];
  const entries = new Map<string, Entry>();
  for (const line of out.split('\0')) {
    const [, mode, id, bytes = '0', path] = ENTRY.exec(line) ?? [];
    if (id === undefined || path === undefined) continue;
    const file = content === '' ? path : path.slice(content.length + 1);
    if (file.split('/').some(isLeftOut)) continue;
    if (mode === LINK) problems.push(symbolicLink(file));
    else entries.set(file, { id, bytes: Number(bytes) });
  }
  const files = [...entries.keys()].sort(asWalked);
  problems.sort((a, b) => asWalked(a.place.file, b.place.file));
  const texts = await readBlobs(repository, [...entries].flatMap(([file, { id, bytes }]) => (isRead(file) && bytes <= MAX_BYTES ? id : [])));
  const source: ContentSource = {
    listing: { documents: files.filter(isDocument), files: new Set(files), problems },
    read: (file) => {
      const { id, bytes } = entries.get(file) ?? { id: '', bytes: 0 };
      if (bytes > MAX_BYTES) return tooHeavy(bytes, file);
      const text = texts.get(id);
      return text ? decode(text, file) : { problems: [notHere(file)] };
    },
  };
  return readSource(source, options);
}
