import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Makes a folder and those above it. One by one: below /proc, Node's own recursive call never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('a file stands there'), { code: 'ENOTDIR' });
    return;
  }
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Writes files so that each is either whole or not there: beside its place first, then renamed. A sentence where one cannot be written, and then none is. */
export function writeWhole(files: readonly (readonly [file: string, content: Uint8Array | string])[]): string | undefined {
  const begun: [temporary: string, file: string][] = [];
  let current = '';
  try {
    for (const [file, content] of files) {
      current = file;
      makeFolder(dirname(file));
      const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
      begun.push([temporary, file]);
      writeFileSync(temporary, content);
    }
    for (const [, file] of begun) {
      current = file;
      if (existsSync(file) && statSync(file).isDirectory()) throw Object.assign(new Error('a folder stands there'), { code: 'EISDIR' });
    }
    for (const [temporary, file] of begun) renameSync(temporary, file);
    return undefined;
  } catch (error) {
    for (const [temporary] of begun) rmSync(temporary, { force: true });
    return `${current} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}); name another file with --output`;
  }
}
