import { spawn, type ChildProcess } from 'node:child_process';
import { OFFLINE } from './file-changes.ts';

const NEWLINE = 10;

const run = (root: string, args: readonly string[]): ChildProcess => spawn('git', ['-C', root, ...OFFLINE, 'cat-file', ...args], { stdio: ['pipe', 'pipe', 'ignore'] });

/** Resolves when the program is over: whether it went well. */
const over = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

/** Cuts the answers of `git cat-file --batch`: `id type size`, a line break, the text, a line break. */
function answers(found: Map<string, Uint8Array>): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let header: { id: string; bytes: number } | undefined;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    // Joined only when there is enough to go on: a large text comes in many chunks.
    if (header && size <= header.bytes) return;
    let buffer = Buffer.concat(chunks);
    for (;;) {
      if (header) {
        if (buffer.length <= header.bytes) break;
        found.set(header.id, buffer.subarray(0, header.bytes));
        buffer = buffer.subarray(header.bytes + 1);
        header = undefined;
      }
      const line = buffer.indexOf(NEWLINE);
      if (line < 0) break;
      const [id = '', type = '', bytes = ''] = buffer.toString('latin1', 0, line).split(' ');
      buffer = buffer.subarray(line + 1);
      if (type !== 'missing') header = { id, bytes: Number(bytes) };
    }
    chunks = [buffer];
    size = buffer.length;
  };
}

async function batch(root: string, ids: readonly string[], found: Map<string, Uint8Array>): Promise<boolean> {
  const child = run(root, ['--batch']);
  child.stdout?.on('data', answers(found));
  // A program that stops early says so by its exit code.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(ids.map((id) => `${id}\n`).join(''));
  return over(child);
}

/** Every object that this clone holds. */
async function localIds(root: string): Promise<ReadonlySet<string>> {
  const child = run(root, ['--batch-all-objects', '--unordered', '--batch-check=%(objectname)']);
  let text = '';
  child.stdout?.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  await over(child);
  return new Set(text.split('\n'));
}

/** Texts of the repository by object id, through one `git cat-file --batch`. What this clone does not hold is left out. */
export async function readBlobs(root: string, wanted: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const ids = [...new Set(wanted)];
  const found = new Map<string, Uint8Array>();
  if (ids.length === 0 || (await batch(root, ids, found))) return found;
  // A clone without its older texts would fetch them, and stops where it may not: ask again for those that are here.
  const here = await localIds(root);
  await batch(root, ids.filter((id) => here.has(id) && !found.has(id)), found);
  return found;
}
