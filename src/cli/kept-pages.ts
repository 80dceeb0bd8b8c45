import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that an earlier build made, each under a digest of all that it was made from. */
export interface KeptPages {
  /** Puts a page into a site; false where it is not kept. */
  readonly restore: (key: string, file: string) => boolean;
  readonly keep: (key: string, body: Uint8Array) => void;
  /** Ends a build that went well: what it did not use is deleted. */
  readonly close: () => void;
}

/** No page is kept. */
export const keepNone: KeptPages = { restore: () => false, keep: () => undefined, close: () => undefined };

const LIST = 'kept.json';

/** Pages kept in a folder. `code` names what all of them were made by. A page counts once the build that kept it has ended: what a stopped one left half written is not taken. */
export function keptPages(folder: string, code: string): KeptPages {
  const list = join(folder, LIST);
  const nameOf = (key: string): string => createHash('sha256').update(`${code}\n${key}`).digest('hex').slice(0, 32);
  const known = new Set<string>(existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : []);
  const used = new Set<string>();
  mkdirSync(folder, { recursive: true });
  return {
    restore(key, file) {
      const name = nameOf(key);
      if (!known.has(name)) return false;
      try {
        copyFileSync(join(folder, name), file);
      } catch {
        return false;
      }
      used.add(name);
      return true;
    },
    keep(key, body) {
      const name = nameOf(key);
      writeFileSync(join(folder, name), body);
      used.add(name);
    },
    close() {
      writeFileSync(`${list}.new`, JSON.stringify([...used]));
      renameSync(`${list}.new`, list);
      for (const name of readdirSync(folder)) if (name !== LIST && !used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}
