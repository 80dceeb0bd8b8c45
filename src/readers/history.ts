import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Commit, FolderHistory, History } from '../model/history.ts';

export type { Commit, History } from '../model/history.ts';

export const noHistory: History = { available: false, shallow: false, commits: [], lastOf: new Map(), folders: new Map(), prefix: '' };

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

/** Hashes of the trees that stand in content/ itself, as HEAD holds them, by name. */
async function treesIn(root: string): Promise<ReadonlyMap<string, string>> {
  const trees = new Map<string, string>();
  // 040000 tree <hash>\t<name>
  await gitLines(root, ['ls-tree', '-d', 'HEAD'], (line) => {
    const tab = line.indexOf('\t');
    trees.set(line.slice(tab + 1), line.slice(line.lastIndexOf(' ', tab) + 1, tab));
  });
  return trees;
}

/** Reads the history of content/ with one streamed `git log`. Never fails: without Git there is simply no history, and pages say so. */
export async function readHistory(root: string): Promise<History> {
  const prefix = await gitOutput(root, 'rev-parse', '--show-prefix');
  const head = prefix === undefined ? undefined : await gitOutput(root, 'log', '-1', '--format=%H%x00%cI%x00%T');
  if (prefix === undefined || head === undefined) return noHistory;
  const [hash = '', date = '', tree = ''] = head.split('\0');
  const commits: Commit[] = [];
  const lastOf = new Map<string, Commit>();
  const lastIn = new Map<string, Commit>();
  let files: string[] = [];
  const trees = treesIn(root);
  await gitLines(root, ['log', `--format=${MARK}%H%x00%cI%x00%aN%x00%s`, '--name-only', '--relative', '--no-renames', '--', '.'], (line) => {
    if (line.startsWith(MARK)) {
      const [commitHash = '', commitDate = '', author = '', subject = ''] = line.slice(1).split('\0');
      files = [];
      commits.push({ hash: commitHash, date: commitDate, author, subject, files });
    } else if (line !== '') {
      files.push(line);
      const commit = commits.at(-1);
      if (!commit) return;
      if (!lastOf.has(line)) lastOf.set(line, commit);
      const folder = line.slice(0, Math.max(line.indexOf('/'), 0));
      if (!lastIn.has(folder)) lastIn.set(folder, commit);
    }
  });
  const shallow = (await gitOutput(root, 'rev-parse', '--is-shallow-repository')) === 'true';
  const known = await trees;
  const folders = new Map([...lastIn].map(([folder, commit]): [string, FolderHistory] => [folder, { commit, tree: known.get(folder) }]));
  return { available: true, shallow, head: { hash, date, tree }, commits, lastOf, folders, prefix };
}
