import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledKey } from './compiled-key.ts';
import { packageRoot } from './site-paths.ts';

/** Where a published package holds its pages compiled, for sites that stand at the root of an address that nobody told. */
export const SHIPPED = '.compiled';
/** Compilations that stay in a cache: other addresses, other versions. */
const KEPT = 4;

/** A route of the pages, as far as it is known here. */
export interface Route {
  readonly type: string;
}

/** The code of the pages, as site/compile/entry.ts exports it. */
export interface PageCode {
  readonly paths: () => Promise<readonly { readonly pathname: string; readonly route: Route; readonly cacheKey?: string | undefined }[]>;
  readonly render: (request: Request, route: Route) => Promise<Response>;
}

/** Pages compiled, in a folder: `browser/` is what browsers load beside them. */
export interface CompiledPages {
  readonly folder: string;
  /** Names what they were compiled from; undefined where that is the wiki's alone (MDX), and nothing of it is kept. */
  readonly key: string | undefined;
}

export const browserFiles = ({ folder }: CompiledPages): string => join(folder, 'browser');

export const loadPages = async ({ folder }: CompiledPages): Promise<PageCode> => (await import(pathToFileURL(join(folder, '.prerender/prerender-entry.mjs')).href)) as PageCode;

/** Compiles the pages into a folder, in this process. */
export async function compilePages(into: string): Promise<void> {
  const { build } = await import('astro');
  await build({ root: packageRoot, outDir: join(into, 'browser'), cacheDir: join(into, 'astro'), logLevel: 'warn' });
  rmSync(join(into, 'astro'), { recursive: true, force: true });
}

/** The same in a process of its own. Throws what it said. */
const compileAside = (into: string, cwd: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'compile-main.ts'), [into], { cwd, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const said: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => (code === 0 ? resolve() : reject(new Error(said.join('').trim() || `the pages could not be compiled (${signal ?? `exit code ${code}`})`))));
  });

/** Deletes the oldest compilations of a cache. */
function sweep(folder: string): void {
  const ages = readdirSync(folder).map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of ages.sort((a, b) => b.at - a.at).slice(KEPT)) rmSync(join(folder, name), { recursive: true, force: true });
}

export interface CompileOrder {
  /** The pages hold code of the wiki itself: nobody else's are like them. */
  readonly own: boolean;
  /** What builds keep between them. */
  readonly cache: string;
  /** A folder of this build, below `cwd`. */
  readonly work: string;
  readonly cwd: string;
}

/** The compiled pages: those that the package or the cache holds, else made now. Call once the site is described (site-paths.ts). */
export async function compiledPages({ own, cache, work, cwd }: CompileOrder): Promise<CompiledPages> {
  if (own) {
    await compileAside(work, cwd);
    return { folder: work, key: undefined };
  }
  const key = compiledKey();
  const kept = join(cache, 'pages');
  const found = [join(packageRoot, SHIPPED, key), join(kept, key)].find((folder) => existsSync(folder));
  if (found !== undefined) return { folder: found, key };
  await compileAside(work, cwd);
  const target = join(kept, key);
  mkdirSync(dirname(target), { recursive: true });
  try {
    renameSync(work, target);
  } catch {
    // Another build was faster, or the cache stands on another disk: this one uses its own.
    return { folder: work, key };
  }
  sweep(kept);
  return { folder: target, key };
}
