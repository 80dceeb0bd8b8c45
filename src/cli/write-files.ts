import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { zip } from '../../plugins/portable/index.ts';
import type { Io } from './command.ts';

/** Files by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

/** Writes aside, then in place: what stands under the name is whole, the old or the new. A sentence where that cannot be. */
function place(output: string, target: string, write: (aside: string) => void): string | undefined {
  const aside = join(dirname(target), `.vigie-${process.pid}`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    write(aside);
    renameSync(aside, target);
    return undefined;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    return `${output} cannot be written (${codeOf(error)}); name another with --output`;
  }
}

/** Writes one file. */
export const writeOne = (output: string, bytes: Uint8Array, io: Io): string | undefined => {
  const target = resolve(io.cwd, output);
  if (existsSync(target) && statSync(target).isDirectory()) return `${output} is a folder; name a file with --output`;
  return place(output, target, (aside) => writeFileSync(aside, bytes));
};

/** Writes several files: into an archive where the name ends in .zip, else into a folder that is new or empty. */
export function writeMany(output: string, files: Files, folder: string, io: Io): string | undefined {
  if (/\.zip$/i.test(output)) return writeOne(output, zip(files, folder), io);
  const target = resolve(io.cwd, output);
  if (existsSync(target)) {
    if (!statSync(target).isDirectory()) return `${output} is a file; name a folder, or an archive that ends in .zip`;
    if (readdirSync(target).length > 0) return `${output} is not empty; name a new folder, or an archive that ends in .zip`;
  }
  return place(output, target, (aside) => {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(aside, name)), { recursive: true });
      writeFileSync(join(aside, name), bytes);
    }
  });
}
