import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The one file that may be written over: it was read, and what it says is kept. */
const MERGED = 'package.json';

/** Writes files that do not exist yet, all or none; a sentence on what stands in the way. */
export function writeNewFiles(folder: string, files: ReadonlyMap<string, string>): string | undefined {
  const standing = [...files.keys()].find((name) => name !== MERGED && existsSync(join(folder, name)));
  if (standing !== undefined) return `${standing} is there already: nothing is written`;
  const written: string[] = [];
  const made: string[] = [];
  try {
    for (const [name, text] of files) {
      const file = join(folder, name);
      const first = mkdirSync(dirname(file), { recursive: true });
      if (first !== undefined) made.push(first);
      if (name !== MERGED) written.push(file);
      writeFileSync(file, text);
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true });
    for (const path of made) rmSync(path, { recursive: true, force: true });
    return `${folder} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'EIO'}); nothing was left there`;
  }
  return undefined;
}
