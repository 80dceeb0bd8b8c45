import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const FIXTURES = join(import.meta.dirname, '../fixtures');

/** Runs a command line in a folder on a fixed day, and keeps what it prints. */
export async function runIn(cwd: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(words, { out: (text) => void (out += text), err: (text) => void (err += text), cwd, now: new Date('2026-03-12T10:00:00Z'), color: false, progress: false });
  return { code, out, err };
}
