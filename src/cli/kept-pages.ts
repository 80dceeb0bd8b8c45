import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that the build before made, each under a digest of all that it was made from. */
export interface KeptPages {
  /** A page; undefined where it is not kept. */
  readonly take: (key: string) => Uint8Array | undefined;
  /** Keeps a page of this build, taken or new, for the next. */
  readonly keep: (key: string, body: Uint8Array) => void;
  /** Ends a build that went well: what it did not keep is gone. */
  readonly close: () => void;
}

/** No page is kept. */
export const keepNone: KeptPages = { take: () => undefined, keep: () => undefined, close: () => undefined };

/** Where a page stands in the file of all. */
type Place = readonly [start: number, length: number];

interface List {
  /** The file of all pages, of this length in bytes. */
  readonly file: string;
  readonly size: number;
  readonly pages: Readonly<Record<string, Place>>;
}

const LIST = 'list.json';
const DAY_MS = 86_400_000;

function listIn(folder: string): List | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as List;
  } catch {
    return undefined;
  }
}

/** The file that a list names; undefined where it is not the one that was written. */
function openKept(folder: string, { file, size }: List): number | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  const kept = openSync(path, 'r');
  if (fstatSync(kept).size === size) return kept;
  closeSync(kept);
  return undefined;
}

/**
 * Pages kept in a folder, in one file: thousands of small ones take longer to create than to fill. `code` names what all of them were made
 * by, `build` this build. A page counts once the build that kept it has ended: what a stopped one left half written is not taken.
 */
export function keptPages(folder: string, code: string, build: string): KeptPages {
  const nameOf = (key: string): string => createHash('sha256').update(`${code}\n${key}`).digest('hex').slice(0, 32);
  mkdirSync(folder, { recursive: true });
  const before = listIn(folder);
  const old = before && openKept(folder, before);
  // Of builds that were stopped. Another may be under way: it is not a day old.
  for (const name of readdirSync(folder)) if (name !== LIST && name !== before?.file && Date.now() - statSync(join(folder, name)).mtimeMs > DAY_MS) rmSync(join(folder, name), { force: true });
  const next = `pages-${build}`;
  const file = openSync(join(folder, next), 'w');
  const pages: Record<string, Place> = {};
  let size = 0;
  return {
    take(key) {
      const place = before?.pages[nameOf(key)];
      if (!place || old === undefined) return undefined;
      const body = Buffer.alloc(place[1]);
      return readSync(old, body, 0, place[1], place[0]) === place[1] ? body : undefined;
    },
    keep(key, body) {
      pages[nameOf(key)] = [size, body.length];
      for (let done = 0; done < body.length; ) done += writeSync(file, body, done);
      size += body.length;
    },
    close() {
      closeSync(file);
      if (old !== undefined) closeSync(old);
      writeFileSync(join(folder, `${LIST}.${build}`), JSON.stringify({ file: next, size, pages } satisfies List));
      renameSync(join(folder, `${LIST}.${build}`), join(folder, LIST));
      if (before && before.file !== next) rmSync(join(folder, before.file), { force: true });
    },
  };
}
