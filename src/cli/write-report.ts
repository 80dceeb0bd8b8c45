import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Io } from './command.ts';

/** Where a report goes: a file, and then its summary on the terminal; else the terminal. A sentence where the file cannot be written. */
export function writeReport(text: string, summary: string, output: string | undefined, io: Io): string | undefined {
  if (output === undefined) {
    io.out(text);
    return undefined;
  }
  const file = resolve(io.cwd, output);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    return `${output} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}); name another file with --output`;
  }
  io.out(`${summary} → ${output}\n`);
  return undefined;
}
