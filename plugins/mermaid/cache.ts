import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiagramResult } from './diagram.ts';

const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

const fileOf = (folder: string, key: string): string => join(folder, key.slice(0, 2), `${key}.json`);

/** What is kept under a key, or undefined: nothing, or an entry that is not whole. */
export async function readCache(folder: string, key: string): Promise<DiagramResult | undefined> {
  try {
    const text = await readFile(fileOf(folder, key), 'utf8');
    const [head = '', body = ''] = [text.slice(0, 64), text.slice(65)];
    return sum(body) === head ? (JSON.parse(body) as DiagramResult) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a result. Many may write at once: each writes beside and puts its file in place whole. A disk that refuses costs time, not the diagram. */
export async function writeCache(folder: string, key: string, result: DiagramResult): Promise<void> {
  const file = fileOf(folder, key);
  const body = JSON.stringify(result);
  try {
    await mkdir(dirname(file), { recursive: true });
    const beside = `${file}.${randomUUID()}`;
    await writeFile(beside, `${sum(body)}\n${body}`);
    await rename(beside, file);
  } catch {
    // The next run draws it again.
  }
}
