import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { git } from './git-command.ts';

/** Where content/ stands in its repository. */
export interface ContentPlace {
  /** A folder inside the repository. */
  readonly repository: string;
  /** Path of content/ from the top of the repository, with slashes and without a final one; '' where it is the top. */
  readonly content: string;
  /** Older commits are missing. */
  readonly shallow: boolean;
}

/** A commit that somebody named. */
export interface Revision {
  /** As it was named. */
  readonly name: string;
  readonly hash: string;
  /** Instant of the commit, ISO 8601 with its own offset. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** Why a revision cannot be had. `shallow`: this clone may lack what another has. */
export type RevisionProblem =
  | { readonly problem: 'no-git' | 'no-repository' | 'no-commit' }
  /** A repository that Git does not open, as it belongs to another account. */
  | { readonly problem: 'refused'; readonly folder: string }
  | { readonly problem: 'unknown'; readonly name: string; readonly shallow: boolean; readonly nearest?: string | undefined }
  | { readonly problem: 'unrelated'; readonly name: string; readonly other: string; readonly shallow: boolean };

/** Finds the repository of a content folder, which may exist in older commits only. */
export async function contentPlace(root: string): Promise<ContentPlace | RevisionProblem> {
  let folder = root;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const { code, out } = await git(folder, 'rev-parse', '--show-prefix', '--is-shallow-repository');
  if (code === undefined) return { problem: 'no-git' };
  if (code !== 0) {
    let top = folder;
    while (!existsSync(join(top, '.git')) && dirname(top) !== top) top = dirname(top);
    return existsSync(join(top, '.git')) ? { problem: 'refused', folder: top } : { problem: 'no-repository' };
  }
  const [prefix = '', shallow = ''] = out.split('\n');
  const below = root.slice(folder.length).split(/[\\/]/).filter(Boolean).join('/');
  return { repository: folder, content: join(prefix, below).replace(/\\/g, '/').replace(/^\.$|\/$/g, ''), shallow: shallow === 'true' };
}

/** The name that was most likely meant. A clone that never opened a branch has it under its remote's name only. */
async function nearestName(repository: string, name: string): Promise<string | undefined> {
  const { out } = await git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes');
  const names = out.split('\n').filter(Boolean);
  return names.find((known) => name !== '' && known.endsWith(`/${name}`)) ?? nearest(name, [...names, 'HEAD']);
}

/** Finds the commit of a branch, a tag, a hash or `HEAD~2`, or says why there is none. */
export async function findRevision({ repository, shallow }: ContentPlace, name: string): Promise<Revision | RevisionProblem> {
  // Git would take a name that begins with a dash for an option.
  const { code, out } = name.startsWith('-') || name === '' ? { code: 1, out: '' } : await git(repository, 'log', '-1', '--no-show-signature', '--no-color', '--format=%H%x00%cI%x00%aN%x00%s', `${name}^{commit}`, '--');
  if (code === 0 && out !== '') {
    const [hash = '', date = '', author = '', subject = ''] = out.replace(/\n$/, '').split('\0');
    return { name, hash, date, author, subject };
  }
  if (name !== 'HEAD' && (await git(repository, 'rev-parse', '--verify', '--quiet', 'HEAD')).code === 0) return { problem: 'unknown', name, shallow, nearest: await nearestName(repository, name) };
  return { problem: 'no-commit' };
}

/** The commit where two lines parted: `main...topic` is what the topic did since. */
export async function mergeBase(place: ContentPlace, one: Revision, other: Revision): Promise<Revision | RevisionProblem> {
  const { code, out } = await git(place.repository, 'merge-base', one.hash, other.hash);
  const hash = out.trim();
  if (code !== 0 || hash === '') return { problem: 'unrelated', name: one.name, other: other.name, shallow: place.shallow };
  const found = await findRevision(place, hash);
  return 'problem' in found ? found : { ...found, name: one.name };
}
