import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SNAPSHOT_FOLDER } from '../views/published-snapshot.ts';
import type { PageCode, Route } from './compiled-pages.ts';
import type { KeptPages } from './kept-pages.ts';

interface Page {
  /** From the top of the site, without slashes at its ends. */
  readonly path: string;
  readonly route: Route;
  /** Digest of all that it is made from; undefined where it is made again each time. */
  readonly cacheKey: string | undefined;
}

export interface RenderedPages {
  /** Paths of pages, not of files beside them, in the order in which they were written. */
  readonly pages: readonly string[];
}

interface Order {
  readonly code: PageCode;
  /** Folder of the site. */
  readonly into: string;
  /** Address of the site's top, with a slash at its end. */
  readonly top: string;
  readonly kept: KeptPages;
  /** Systems, whose pages come one system after the other: what is made of each can be made while the next ones come. */
  readonly systems: readonly string[];
  /** Told which pages will be written, by their files in the site, and in which order; waited for. */
  readonly announce: (files: readonly string[]) => Promise<void> | void;
  /** Told how many of them have been. */
  readonly written: (count: number) => void;
}

/** Pages between two tellings of how many there are. */
const TELL_EVERY = 8;

const fileOf = ({ path, route }: Page): string => (route.type !== 'page' ? path : path === '404' ? '404.html' : join(path, 'index.html'));

/** Pages that say what other processes make meanwhile, the exports and the snapshot: they go last, and hold up no other. */
const WAITING: readonly string[] = ['data', SNAPSHOT_FOLDER];

/** Every path once, of the route that comes first; the pages of a system together. */
async function pagesOf(code: PageCode, systems: readonly string[]): Promise<Page[]> {
  const byPath = new Map<string, Page>();
  for (const { pathname, route, cacheKey } of await code.paths()) {
    const path = pathname.replace(/^\/|\/$/g, '');
    if (!byPath.has(path)) byPath.set(path, { path, route, cacheKey });
  }
  const place = new Map(systems.map((system, index) => [system, index]));
  const rank = ({ path }: Page): number => (WAITING.includes(path) ? systems.length + 1 + WAITING.indexOf(path) : (place.get(path.split('/')[0] ?? '') ?? systems.length));
  return [...byPath.values()].sort((a, b) => rank(a) - rank(b));
}

/** Renders every page of the wiki that was handed over into a folder, but those that are kept as they would become. Throws where one fails, with its path. */
export async function renderPages({ code, into, top, kept, systems, announce, written }: Order): Promise<RenderedPages> {
  const all = await pagesOf(code, systems);
  await announce(all.filter(({ route }) => route.type === 'page').map(fileOf));
  let done = 0;
  for (const page of all) {
    const file = join(into, fileOf(page));
    mkdirSync(dirname(file), { recursive: true });
    const key = page.cacheKey === undefined ? undefined : `${page.path}\n${page.cacheKey}`;
    const body = (key === undefined ? undefined : kept.take(key)) ?? (await bodyOf(code, page, top));
    writeFileSync(file, body);
    if (key !== undefined) kept.keep(key, body);
    if (page.route.type !== 'page' || (done += 1) % TELL_EVERY > 0) continue;
    written(done);
    // Rendering never waits for anything: what is told goes out now.
    await nextTurn();
  }
  written(done);
  kept.close();
  return { pages: all.filter(({ route }) => route.type === 'page').map(({ path }) => path) };
}

async function bodyOf(code: PageCode, { path, route }: Page, top: string): Promise<Uint8Array> {
  const address = new URL(path === '' || (route.type !== 'page' && extname(path) !== '') ? path : `${path}/`, top);
  try {
    const answer = await code.render(new Request(address), route);
    // What fails inside may answer instead of throwing; only the page for what is not found has that answer as its own.
    if (!answer.ok && path !== '404') throw new Error(`the page answers ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new Error(`/${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
