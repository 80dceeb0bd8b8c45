import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Wiki } from '../model/wiki.ts';
import { readBlobs } from '../readers/git-blobs.ts';
import { git } from '../readers/git-command.ts';
import { readWiki } from '../readers/read-wiki.ts';
import { contentPlace, findRevision, type ContentPlace, type Revision, type RevisionProblem } from '../readers/revision-name.ts';
import { readWikiAt } from '../readers/revision.ts';
import { isLeftOut, walkContent } from '../readers/walk.ts';

/** A state of content/ and what it stands for. */
export interface ContentState {
  readonly place: ContentPlace;
  readonly revision: Revision;
  /** Of the whole commit. */
  readonly tree: string;
  /** The commit's instant in UTC. */
  readonly date: string;
  readonly draft: boolean;
  readonly wiki: Wiki;
  /** Every file of content/, sorted. */
  readonly files: readonly string[];
  readonly bytesOf: (file: string) => Uint8Array | undefined;
}

export type ContentProblem = RevisionProblem | { readonly problem: 'dirty'; readonly file: string; readonly count: number } | { readonly problem: 'no-content' } | { readonly problem: 'unreadable' };

export interface ContentRequest {
  /** Folder of the wiki. */
  readonly root: string;
  /** The commit; HEAD unless given. */
  readonly revision?: string | undefined;
  /** The files as they are, whatever the commit says of them. */
  readonly draft?: boolean | undefined;
  readonly asOf?: string | undefined;
}

/** Files of content/ that differ from the commit, as Git names them. */
async function dirtyFiles({ repository, content }: ContentPlace): Promise<string[]> {
  const { out } = await git(repository, 'status', '--porcelain', '-z', '--untracked-files=all', '--', content === '' ? '.' : `:/${content}`);
  return out.split('\0').flatMap((entry) => (/^.. /.test(entry) ? [entry.slice(3)] : []));
}

/** The bytes of every file of content/ at a commit, read at once. */
async function filesAt({ repository, content }: ContentPlace, hash: string): Promise<Map<string, Uint8Array>> {
  const { out } = await git(repository, 'ls-tree', '-r', '-z', '--full-tree', hash, ...(content === '' ? [] : ['--', `${content}/`]));
  const ids = new Map<string, string>();
  for (const line of out.split('\0')) {
    const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id === undefined || path === undefined) continue;
    const file = content === '' ? path : path.slice(content.length + 1);
    if (!file.split('/').some(isLeftOut)) ids.set(file, id);
  }
  const blobs = await readBlobs(repository, ids.values());
  return new Map([...ids].flatMap(([file, id]): [string, Uint8Array][] => {
    const bytes = blobs.get(id);
    return bytes ? [[file, bytes]] : [];
  }));
}

/** Reads content/ at a commit, or as it is where a draft is asked for. What is not in a commit cannot be proved: it is refused, or marked. */
export async function contentAt({ root, revision: name = 'HEAD', draft = false, asOf }: ContentRequest): Promise<ContentState | ContentProblem> {
  const place = await contentPlace(root);
  if ('problem' in place) return place;
  const revision = await findRevision(place, name);
  if ('problem' in revision) return revision;
  const dirty = name === 'HEAD' ? await dirtyFiles(place) : [];
  if (dirty[0] !== undefined && !draft) return { problem: 'dirty', file: dirty[0], count: dirty.length };
  const isDraft = dirty.length > 0;
  const date = new Date(revision.date).toISOString().replace('.000', '');
  const options = { asOf, today: date.slice(0, 10) };
  const { out: tree } = await git(place.repository, 'rev-parse', `${revision.hash}^{tree}`);
  const base = { place, revision, tree: tree.trim(), date, draft: isDraft };
  if (isDraft) {
    const files = [...walkContent(root).files].sort();
    return { ...base, wiki: readWiki(root, options), files, bytesOf: (file) => (files.includes(file) ? readFileSync(join(root, file)) : undefined) };
  }
  const wiki = await readWikiAt(place.repository, place.content, revision.hash, options);
  if (!wiki) return { problem: 'unreadable' };
  const bytes = await filesAt(place, revision.hash);
  return { ...base, wiki, files: [...bytes.keys()].sort(), bytesOf: (file) => bytes.get(file) };
}
