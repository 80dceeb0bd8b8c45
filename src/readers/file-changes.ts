import { spawn } from 'node:child_process';
import type { MainCommit } from '../model/rating-history.ts';

/** What a commit did to one file, as `git log --raw` says it. */
export interface FileChange {
  readonly status: 'added' | 'changed' | 'renamed' | 'deleted';
  /** Relative to content/. */
  readonly path: string;
  /** Where it was before a rename. */
  readonly from?: string | undefined;
  /** Object ids; the text before is absent for a new file, the text after for a deleted one. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export interface ChangedFiles {
  readonly commit: MainCommit;
  /** It has no parent: the first commit, or the one where a shallow clone was cut. */
  readonly first: boolean;
  readonly changes: readonly FileChange[];
}

const HEAD = '\u0001';
const FIELD = '\u0002';
const STATUS: Readonly<Record<string, FileChange['status']>> = { A: 'added', M: 'changed', T: 'changed', R: 'renamed', D: 'deleted' };

/** Files that a commit moved and changed are paired by likeness only up to this many, as each is held against each; those moved as they were always are. */
const MOST_RENAMES = 400;

/** Regular files: a link or a submodule is no document. */
const REGULAR = '100';
const idOf = (mode: string, id: string): string | undefined => (mode.startsWith(REGULAR) ? id : undefined);

/** Reads what `-z` writes, token by token: a commit's line, then `:modes ids status` and its one or two paths. */
function parser(commits: ChangedFiles[]): (token: string) => void {
  let pending: { entry: string[]; paths: string[] } | undefined;
  return (token) => {
    const text = token.replace(/^\n/, '');
    if (pending) {
      pending.paths.push(text);
      const [oldMode = '', newMode = '', oldId = '', newId = '', letter = ''] = pending.entry;
      const status = STATUS[letter.charAt(0)];
      if (status === 'renamed' && pending.paths.length < 2) return;
      const [first = '', second] = pending.paths;
      pending = undefined;
      if (status) (commits.at(-1)?.changes as FileChange[] | undefined)?.push({ status, path: second ?? first, from: second === undefined ? undefined : first, before: idOf(oldMode, oldId), after: idOf(newMode, newId) });
    } else if (text.startsWith(HEAD)) {
      const [hash = '', parents = '', date = '', author = '', subject = ''] = text.slice(1).split(FIELD);
      commits.push({ commit: { hash, date, author, subject }, first: parents === '', changes: [] });
    } else if (text.startsWith(':')) pending = { entry: text.slice(1).split(' '), paths: [] };
  };
}

/** A clone without its older texts would fetch them one by one: reading never goes to the network. */
export const OFFLINE: readonly string[] = ['-c', 'protocol.allow=never'];

function run(root: string, renames: string, revision: string): Promise<readonly ChangedFiles[] | undefined> {
  const format = `--format=${HEAD}%H${FIELD}%P${FIELD}%cI${FIELD}%aN${FIELD}%s`;
  const args = ['-C', root, ...OFFLINE, '-c', 'log.showSignature=false', 'log', '-z', '--no-color', '--first-parent', '-m', '--raw', '--no-abbrev', `--find-renames=${renames}`, `-l${MOST_RENAMES}`, '--relative', format, revision, '--', ':(glob)**/*.md', ':(glob)**/*.mdx'];
  return new Promise((resolve) => {
    const commits: ChangedFiles[] = [];
    const onToken = parser(commits);
    const child = spawn('git', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let rest = '';
    child.on('error', () => resolve(undefined));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const tokens = (rest + chunk).split('\0');
      rest = tokens.pop() ?? '';
      tokens.forEach(onToken);
    });
    child.on('close', (code) => {
      if (rest !== '') onToken(rest);
      resolve(code === 0 ? commits : undefined);
    });
  });
}

/**
 * Every change of the documents of content/ along the main line, newest first, by one streamed `git log`; undefined where git fails or is
 * absent. It ends with a commit, that of the work tree unless another is named. Side branches count when they are merged: that is when the wiki said what they say.
 */
export async function readFileChanges(root: string, revision = 'HEAD'): Promise<readonly ChangedFiles[] | undefined> {
  // Likeness is worked out from texts: a clone that lacks them still has the ids, which show files moved as they were.
  return (await run(root, '50%', revision)) ?? run(root, '100%', revision);
}
