import { git } from './git-command.ts';
import type { ContentPlace } from './revision-name.ts';
import { SITE_FILE } from './site-file.ts';
import { isDocument, isLeftOut } from './walk.ts';

/** A file of content/ that is neither a document nor site.yml. */
export interface OtherChange {
  readonly change: 'appeared' | 'gone' | 'renamed' | 'changed';
  readonly file: string;
  readonly was?: string | undefined;
}

/** What Git says of the files of content/ between two states. */
export interface TreeChanges {
  /** Documents that were renamed, from the new name to the old. */
  readonly renames: ReadonlyMap<string, string>;
  readonly others: readonly OtherChange[];
}

const STATUS: Readonly<Record<string, OtherChange['change']>> = { A: 'appeared', M: 'changed', T: 'changed', R: 'renamed', D: 'gone' };

/** Files that are moved and changed are paired by likeness up to this many, as each is held against each. */
const MOST_RENAMES = 400;

/** Names of regular files that `git diff --raw -z` lists. */
function* entriesOf(out: string): Generator<{ status: OtherChange['change']; path: string; from?: string }> {
  const tokens = out.split('\0');
  for (let at = 0; at < tokens.length; ) {
    const [oldMode = '', newMode = '', , , letter = ''] = (tokens[at] ?? '').replace(/^:/, '').split(' ');
    const status = STATUS[letter.charAt(0)];
    const renamed = status === 'renamed';
    const [first = '', second = ''] = tokens.slice(at + 1, at + (renamed ? 3 : 2));
    at += renamed ? 3 : 2;
    if (status && (oldMode.startsWith('100') || newMode.startsWith('100'))) yield renamed ? { status, path: second, from: first } : { status, path: first };
  }
}

/**
 * How the files of content/ changed from a commit to another, or to the work tree where none is given, files that Git does not follow yet
 * included. Without the network: a clone without its older texts pairs only files that moved as they were.
 */
export async function readTreeChanges({ repository, content }: ContentPlace, from: string, to?: string): Promise<TreeChanges> {
  const prefix = content === '' ? '' : `${content}/`;
  const where = `:(top,literal)${prefix}`;
  const diff = (likeness: string) => git(repository, 'diff', '--raw', '-z', '--no-abbrev', '--no-relative', '--no-ext-diff', '--no-color', '--ignore-submodules', `--find-renames=${likeness}`, `-l${MOST_RENAMES}`, from, ...(to === undefined ? [] : [to]), '--', ...(prefix === '' ? [] : [where]));
  const alike = await diff('50%');
  const { out } = alike.code === 0 ? alike : await diff('100%');
  const renames = new Map<string, string>();
  const others: OtherChange[] = [];
  const inside = (path: string): string | undefined => (path.startsWith(prefix) && !path.slice(prefix.length).split('/').some(isLeftOut) ? path.slice(prefix.length) : undefined);
  for (const { status, path, from: old } of entriesOf(out)) {
    const [file, was] = [inside(path), old === undefined ? undefined : inside(old)];
    if (file === undefined) continue;
    if (isDocument(file)) {
      if (was !== undefined) renames.set(file, was);
    } else if (file !== SITE_FILE) others.push(was === undefined && status === 'renamed' ? { change: 'appeared', file } : { change: status, file, was });
  }
  if (to === undefined) {
    const untracked = await git(repository, 'ls-files', '-z', '--others', '--exclude-standard', '--full-name', '--', ...(prefix === '' ? [] : [where]));
    for (const path of untracked.out.split('\0').filter(Boolean)) {
      const file = inside(path);
      if (file !== undefined && !isDocument(file) && file !== SITE_FILE) others.push({ change: 'appeared', file });
    }
  }
  return { renames, others };
}
