import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Repository {
  /** Its content/. */
  readonly root: string;
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  /** Writes files of content/ (null removes one) and commits all that changed, at a given day. */
  readonly commit: (day: string, subject: string, files?: Readonly<Record<string, string | null>>, author?: string) => string;
  readonly write: (file: string, text: string) => void;
  readonly remove: () => void;
}

/** Git that reads nobody's settings and makes the same commits everywhere. */
const quiet = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' };

export function gitIn(folder: string, env: Readonly<Record<string, string>> = {}): (...args: string[]) => string {
  return (...args) => execFileSync('git', ['-c', 'user.name=Vigie', '-c', 'user.email=vigie@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...quiet, ...env } });
}

/** A new repository in a folder of its own, with content/ inside. */
export function repository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-git-'));
  const root = join(folder, 'content');
  mkdirSync(root);
  const git = gitIn(folder);
  git('init', '-q', '-b', 'main');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  return {
    root,
    folder,
    git,
    write,
    commit: (day, subject, files = {}, author = 'Ops') => {
      for (const [file, text] of Object.entries(files)) {
        if (text === null) rmSync(join(root, file));
        else write(file, text);
      }
      git('add', '-A');
      const date = `${day}T10:00:00+00:00`;
      gitIn(folder, { GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: 'ops@example.org', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })('commit', '-q', '--allow-empty', '-m', subject);
      return git('rev-parse', 'HEAD').trim();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
