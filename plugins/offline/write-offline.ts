import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { overBudget } from './budget.ts';
import { manifestOf, type Manifest, type SiteFile } from './manifest.ts';
import { stamped, stampIn, unstamped } from './stamp.ts';

export interface OfflineOptions {
  /** Moment, as Date reads it, that the version is named by; not later than the build, because readers hold their clocks against it. */
  readonly built: string;
  /** Most bytes that a device is asked to keep, uncompressed. */
  readonly budget: number;
  /** Whether a device keeps a file; all by default. */
  readonly keep?: ((path: string) => boolean) | undefined;
}

export const MANIFEST = 'offline.json';
const WORKER = 'sw.js';

const scriptOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

const pathsIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => path !== MANIFEST && path !== WORKER)
    .sort();

/** As it will be served: every version is as long as this one, so the size is known before the stamp. */
const ANY_VERSION = '0'.repeat(16);

const sha256Of = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** A page as a version counts it. */
export const offlinePage = (path: string, html: string, moment: string): SiteFile => ({ path, sha256: sha256Of(unstamped(html)), size: Buffer.byteLength(stamped(html, ANY_VERSION, new Date(moment).toISOString())) });

function fileOf(root: string, path: string, moment: string): SiteFile {
  const bytes = readFileSync(join(root, path));
  return path.endsWith('.html') ? offlinePage(path, bytes.toString('utf8'), moment) : { path, sha256: sha256Of(bytes), size: bytes.length };
}

/** Writes offline.json and sw.js into a built site and stamps its pages. The same site and options give the same bytes. `known`: pages that somebody has already counted, by path. */
export function writeOffline(root: string, { built: moment, budget, keep = () => true }: OfflineOptions, known: ReadonlyMap<string, SiteFile> = new Map()): Manifest {
  const built = new Date(moment).toISOString();
  const paths = pathsIn(root);
  const files = paths.map((path) => known.get(path) ?? fileOf(root, path, moment));
  const asked = files.filter(({ path }) => keep(path));
  const left = new Set([...files.filter((file) => !asked.includes(file)), ...overBudget(asked, budget)].map(({ path }) => path));
  const manifest = manifestOf(files, { built, left });
  for (const path of paths) restamp(root, path, manifest.version, built);
  const { files: list, ...head } = manifest;
  const lines = list.map((file) => JSON.stringify(file)).join(',\n');
  writeFileSync(join(root, MANIFEST), `${JSON.stringify(head).slice(0, -1)},"files":[\n${lines}\n]}\n`);
  writeFileSync(join(root, WORKER), scriptOf('worker.js'));
  return manifest;
}

/** More than what stands before the stamp of a page. */
const HEAD = 4096;

/** Fills the stamp of a page; over an empty one of its length, the rest of the page is neither read nor written. */
function restamp(root: string, path: string, version: string, built: string): void {
  if (!path.endsWith('.html')) return;
  const file = openSync(join(root, path), 'r+');
  try {
    const stamp = `${version} ${built}`;
    const head = Buffer.alloc(HEAD);
    // As Latin-1, one character a byte: places are those of the file.
    const found = stampIn(head.toString('latin1', 0, readSync(file, head, 0, HEAD, 0)));
    if (found?.length === stamp.length) {
      writeSync(file, stamp, found.at);
      return;
    }
  } finally {
    closeSync(file);
  }
  const html = readFileSync(join(root, path), 'utf8');
  const next = stamped(html, version, built);
  if (next !== html) writeFileSync(join(root, path), next);
}

/** Writes a worker that deletes what an earlier version of the site kept on devices. */
export function writeRelease(root: string): void {
  rmSync(join(root, MANIFEST), { force: true });
  writeFileSync(join(root, WORKER), scriptOf('release.js'));
}
