import { createHash } from 'node:crypto';

export interface SiteFile {
  /** From the site's folder, with `/`. */
  readonly path: string;
  /** SHA-256 in hexadecimal, of the file as it is served; of a page, with its stamp empty (stamp.ts). */
  readonly sha256: string;
  /** Bytes, as served without compression. */
  readonly size: number;
}

/** offline.json. worker.js reads it: a change of shape is a new `format`. */
export interface Manifest {
  readonly format: 1;
  /** Hash of the list of paths and hashes: the same files are the same version, whenever and wherever they are built. */
  readonly version: string;
  /** ISO moment that the version is named by. */
  readonly built: string;
  /** Bytes that a device keeps. */
  readonly size: number;
  /** Every file of the site, sorted: path, SHA-256, bytes. */
  readonly files: readonly (readonly [path: string, sha256: string, size: number])[];
  /** Files that a device does not keep: outside of what is asked for, or over the budget. */
  readonly left: readonly string[];
}

const byPath = (a: SiteFile, b: SiteFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export function manifestOf(files: readonly SiteFile[], { built, left }: { built: string; left: ReadonlySet<string> }): Manifest {
  const sorted = [...files].sort(byPath);
  const list = sorted.map(({ path, sha256 }) => `${sha256} ${path}\n`).join('');
  return {
    format: 1,
    version: createHash('sha256').update(list).digest('hex').slice(0, 16),
    built,
    size: sorted.reduce((total, { path, size }) => total + (left.has(path) ? 0 : size), 0),
    files: sorted.map(({ path, sha256, size }) => [path, sha256, size]),
    left: sorted.filter(({ path }) => left.has(path)).map(({ path }) => path),
  };
}
