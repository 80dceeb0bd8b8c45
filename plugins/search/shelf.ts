import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Something kept: what is said of it, and its bytes in pieces. */
export interface Kept {
  readonly about: unknown;
  readonly pieces: readonly Uint8Array[];
}

/** What indexes keep between them, under names that say what it was made of. */
export interface Shelf {
  readonly get: (name: string) => Kept | undefined;
  readonly put: (name: string, kept: Kept) => void;
  /** Lets go of what was neither got nor put since the last time. */
  readonly tidy: () => void;
}

/** A shelf in memory. */
export function memoryShelf(): Shelf {
  let old = new Map<string, Kept>();
  let used = new Map<string, Kept>();
  return {
    get(name) {
      const kept = used.get(name) ?? old.get(name);
      if (kept) used.set(name, kept);
      return kept;
    },
    put: (name, kept) => void used.set(name, kept),
    tidy() {
      old = used;
      used = new Map();
    },
  };
}

const HEAD = 8;

function written({ about, pieces }: Kept): Buffer {
  const said = Buffer.from(JSON.stringify({ about, sizes: pieces.map(({ length }) => length) }));
  const whole = Buffer.concat([Buffer.alloc(HEAD), said, ...pieces]);
  whole.writeUInt32BE(said.length, 4);
  whole.writeUInt32BE(crc32(whole.subarray(4)), 0);
  return whole;
}

/** Undefined where the file is not as it was written. */
function readBack(whole: Buffer): Kept | undefined {
  if (whole.length < HEAD || crc32(whole.subarray(4)) !== whole.readUInt32BE(0)) return undefined;
  let at = HEAD + whole.readUInt32BE(4);
  const { about, sizes } = JSON.parse(whole.toString('utf8', HEAD, at)) as { about: unknown; sizes: number[] };
  return { about, pieces: sizes.map((size) => whole.subarray(at, (at += size))) };
}

/** A shelf in a folder, one file a thing. What several builds use in turn stays: of what this one did not use, as many as it used, those used last. */
export function folderShelf(folder: string): Shelf {
  const used = new Set<string>();
  return {
    get(name) {
      let bytes: Buffer;
      try {
        bytes = readFileSync(join(folder, name));
      } catch {
        return undefined;
      }
      const kept = readBack(bytes);
      if (kept) used.add(name);
      return kept;
    },
    put(name, kept) {
      used.add(name);
      mkdirSync(folder, { recursive: true });
      // Another build may read it meanwhile.
      const made = join(folder, `${name}.${process.pid}`);
      writeFileSync(made, written(kept));
      renameSync(made, join(folder, name));
    },
    tidy() {
      mkdirSync(folder, { recursive: true });
      const now = new Date();
      for (const name of used) {
        try {
          utimesSync(join(folder, name), now, now);
        } catch {
          // Another build let go of it meanwhile.
        }
      }
      const others = readdirSync(folder).filter((name) => !used.has(name)).map((name) => ({ name, time: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
      others.sort((a, b) => b.time - a.time || (a.name < b.name ? -1 : 1));
      for (const { name } of others.slice(used.size)) rmSync(join(folder, name), { force: true, recursive: true });
      used.clear();
    },
  };
}
