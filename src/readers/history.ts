import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Commit, History } from '../model/history.ts';

export type { Commit, History } from '../model/history.ts';

export const noHistory: History = { available: false, shallow: false, commits: [], lastOf: new Map(), prefix: '' };

const MARK = '\u0001';

/** Runs git and hands over its lines as they come; false where git fails or is absent. */
function gitLines(root: string, args: readonly string[], onLine: (line: string) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', root, '-c', 'core.quotePath=false', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    child.on('error', () => resolve(false));
    const lines = createInterface({ input: child.stdout, crlfDelay: Infinity });
    lines.on('line', onLine);
    let code: number | null = null;
    let closed = false;
    const settle = (): void => {
      if (closed && code !== null) resolve(code === 0);
    };
    lines.on('close', () => ((closed = true), settle()));
    child.on('close', (exit) => ((code = exit ?? 1), settle()));
  });
}

async function gitOutput(root: string, ...args: string[]): Promise<string | undefined> {
  const lines: string[] = [];
  return (await gitLines(root, args, (line) => lines.push(line))) ? lines.join('\n') : undefined;
}

/** Reads the history of content/ with one streamed `git log`. Never fails: without Git there is simply no history, and pages say so. */
export async function readHistory(root: string): Promise<History> {
  const prefix = await gitOutput(root, 'rev-parse', '--show-prefix');
  const head = prefix === undefined ? undefined : await gitOutput(root, 'log', '-1', '--format=%H%x00%cI%x00%T');
  if (prefix === undefined || head === undefined) return noHistory;
  const [hash = '', date = '', tree = ''] = head.split('\0');
  const commits: Commit[] = [];
  const lastOf = new Map<string, Commit>();
  let files: string[] = [];
  await gitLines(root, ['log', `--format=${MARK}%H%x00%cI%x00%aN%x00%s`, '--name-only', '--relative', '--no-renames', '--', '.'], (line) => {
    if (line.startsWith(MARK)) {
      const [commitHash = '', commitDate = '', author = '', subject = ''] = line.slice(1).split('\0');
      files = [];
      commits.push({ hash: commitHash, date: commitDate, author, subject, files });
    } else if (line !== '') {
      files.push(line);
      const commit = commits.at(-1);
      if (commit && !lastOf.has(line)) lastOf.set(line, commit);
    }
  });
  const shallow = (await gitOutput(root, 'rev-parse', '--is-shallow-repository')) === 'true';
  return { available: true, shallow, head: { hash, date, tree }, commits, lastOf, prefix };
}
