import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { IntegrationResolvedRoute } from 'astro';
import type { Connect, ViteDevServer } from 'vite';
import { close } from 'pagefind';
import { searchIndex } from '../../plugins/search/index.ts';
import { memoryShelf } from '../../plugins/search/shelf.ts';
import { searchable } from '../../plugins/search/searchable.ts';
import type { LiveWiki } from '../checks/live-edit.ts';
import { translator } from '../words/index.ts';
import { devPages } from './dev-pages.ts';
import { siteData } from './site-data.ts';

/** Pages are rendered for the index when nothing has been asked for this long: those that somebody reads come first. */
const IDLE_MS = 150;
/** After an edit, the next one may be a sentence away. */
const SETTLED_MS = 1000;

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

type Files = ReadonlyMap<string, Uint8Array>;

/** What the index reads of each page, under the key that the page had. */
type Contents = Map<string, { readonly key: string | undefined; readonly content: string }>;

export interface DevSearch {
  /** Serves the index; who asks for it before it is made waits. */
  readonly answer: Connect.NextHandleFunction;
  readonly start: (address: AddressInfo) => void;
  readonly edited: () => void;
  readonly stop: () => Promise<void>;
}

/** An index that is made in the background from the pages of a server, and again after edits from those that changed. It stands in memory alone. */
export function devSearch(server: ViteDevServer, live: LiveWiki, routes: () => readonly IntegrationResolvedRoute[], root: URL): DevSearch {
  const contents: Contents = new Map();
  const shelf = memoryShelf();
  /** Pages that are open read the index that they began with. */
  let files: readonly Files[] = [];
  const first = Promise.withResolvers<void>();
  let wanted = 0;
  let made = 0;
  let going = false;
  let stopped = false;
  let open = 0;
  let asked = 0;
  let origin = '';

  /** Lets readers go first. While somebody waits for the search, nothing else does. */
  async function turn(): Promise<void> {
    while (!stopped && waiting === 0 && (open > 0 || performance.now() - asked < IDLE_MS)) await pause(IDLE_MS / 3);
  }
  let waiting = 0;

  /** Reads again the pages that may have changed; false where an edit came meanwhile. */
  async function readPages(mine: number): Promise<boolean> {
    const pages = await devPages(server, routes(), root);
    const there = new Set(pages.map(({ path }) => path));
    for (const path of contents.keys()) if (!there.has(path)) contents.delete(path);
    for (const { path, key } of pages) {
      if (key !== undefined && contents.get(path)?.key === key) continue;
      await turn();
      if (stopped || mine !== wanted) return false;
      const answer = await fetch(origin + path, { headers: { 'x-vigie-search': '1' } });
      const text = await answer.text();
      // A page that could not be drawn is asked for again the next time.
      if (answer.ok) contents.set(path, { key, content: searchable(text) ?? '' });
      else contents.delete(path);
    }
    return true;
  }

  async function make(): Promise<void> {
    if (going || stopped) return;
    going = true;
    try {
      while (made !== wanted && !stopped) {
        const mine = wanted;
        const start = performance.now();
        if (!(await readPages(mine))) {
          await pause(SETTLED_MS);
          continue;
        }
        const { language } = (await siteData()).wiki.site;
        const indexed = new Map<string, Uint8Array>();
        const index = searchIndex(language, shelf, (name, bytes) => void indexed.set(name, bytes));
        const base = server.config.base;
        for (const [path, { content }] of [...contents].sort(([a], [b]) => (a < b ? -1 : 1))) if (content !== '') await index.add(`${path.slice(base.length)}index.html`, content);
        await index.finish();
        files = [indexed, ...files].slice(0, 2);
        made = mine;
        if (files.length === 1) live.say(translator(language)('live.search', { count: contents.size, seconds: Math.max(1, Math.round((performance.now() - start) / 1000)) }));
        first.resolve();
      }
    } catch (error) {
      live.say(translator((await siteData()).wiki.site.language)('live.search-failed', { why: error instanceof Error ? error.message : String(error) }));
      first.resolve();
      made = wanted;
    } finally {
      going = false;
    }
  }

  const answer: Connect.NextHandleFunction = (request, response, next) => {
    if (request.headers['x-vigie-search'] !== '1') {
      asked = performance.now();
      open += 1;
      response.once('close', () => (open -= 1));
    }
    const prefix = `${server.config.base}pagefind/`;
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (!path.startsWith(prefix)) {
      next();
      return;
    }
    const name = decodeURIComponent(path.slice(prefix.length));
    waiting += 1;
    void first.promise.then(() => {
      waiting -= 1;
      const body = files.map((all) => all.get(name)).find((one) => one !== undefined);
      response.writeHead(body ? 200 : 404, { 'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', 'cache-control': 'no-cache' }).end(body);
    });
  };

  return {
    answer,
    start({ address, port, family }) {
      const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '[::1]' : family === 'IPv6' ? `[${address}]` : address;
      origin = `http://${host}:${port}`;
      wanted += 1;
      void make();
    },
    edited() {
      wanted += 1;
      void pause(SETTLED_MS).then(make);
    },
    async stop() {
      stopped = true;
      first.resolve();
      await close();
    },
  };
}
