import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const KB = 1024;
/** A script that waits to be loaded, so that the page looks lighter than it is, has come by then. */
const IDLE_MS = 5000;
const gz = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** What a page asks for: its HTML, its sheets and its scripts with what they import, compressed. */
function weigh(root: string, page: string): { html: number; css: number; js: number } {
  const html = readFileSync(join(root, page), 'utf8');
  const files = (pattern: RegExp): string[] => [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const css = files(/<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = new Set<string>();
  const follow = (file: string): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    const source = readFileSync(join(root, file), 'utf8');
    for (const match of source.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)) follow(`/_astro/${(match[1] ?? '').slice(2)}`);
  };
  for (const script of files(/<script[^>]*\ssrc="([^"]+)"/g)) follow(script);
  const total = (list: Iterable<string>): number => [...list].reduce((sum, file) => sum + gz(join(root, file)), 0);
  return { html: gz(join(root, page)), css: total(css), js: total(scripts) };
}

/** Kinds of page that are read, as against lists of the whole wiki. */
const READING = /\/(risks|runbooks|scenarios|components|decisions|reviews|pages|methods)\/[^/]+\/index\.html$/;

describe('weight of pages, compressed', () => {
  it('no page asks for more than 16 KB of CSS and 10 KB of script, nor one that is read for more than 15 KB of HTML', () => {
    const root = inject('site');
    const pages = (readdirSync(root, { recursive: true }) as string[]).filter((name) => name.endsWith('.html'));
    expect(pages.filter((page) => READING.test(`/${page}`)).length).toBeGreaterThan(80);
    // Search and its index are asked for when a reader searches.
    const heavy = pages.map((page) => ({ page, ...weigh(root, page) })).filter(({ page, html, css, js }) => (READING.test(`/${page}`) && html > 15 * KB) || css > 16 * KB || js > 10 * KB);
    expect(heavy).toEqual([]);
  });
});

/** Everything that a first visit fetches before it rests, as the network counts it: headers, fonts and icon included. */
describe.skipIf(skipBrowser)('first visit of a runbook', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(inject('site'), undefined, { compress: true })]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Bytes by address. Service workers are kept out: what they fetch in the background, later, has a budget of its own. */
  async function fetched(path: string, idle = 0): Promise<Map<string, number>> {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const addresses = new Map<string, string>();
    const bytes = new Map<string, number>();
    network.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(addresses.get(requestId) ?? requestId, encodedDataLength));
    await network.send('Network.enable');
    await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(idle);
    await context.close();
    return bytes;
  }

  it('costs at most 120 KB in all, fonts included', async () => {
    const root = inject('site');
    const pages = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /^[^/]+\/runbooks\/[^/]+\/index\.html$/.test(name)).map((name) => ({ page: name, ...weigh(root, name) }));
    expect(pages.length).toBeGreaterThan(20);
    // The heaviest by what they ask for, and that of the mock-up.
    const heaviest = pages.sort((a, b) => b.html + b.css + b.js - (a.html + a.css + a.js)).slice(0, 3);
    for (const path of [...heaviest.map(({ page }) => `/${page.replace('index.html', '')}`), '/bienbon/runbooks/rb-s1/']) {
      const bytes = await fetched(path);
      const fonts = [...bytes.keys()].filter((address) => address.endsWith('.woff2'));
      expect(fonts.length, path).toBeGreaterThan(0);
      expect([...bytes.keys()].filter((address) => !address.startsWith(`${site.origin}/`)), path).toEqual([]);
      // A browser without a window does not ask for the icon.
      const total = [...bytes.values()].reduce((sum, size) => sum + size, gz(join(root, 'mark.svg')));
      expect(total, `${path}: ${[...bytes].map(([address, size]) => `${address.slice(site.origin.length)} ${size}`).join(', ')}`).toBeLessThanOrEqual(120 * KB);
    }
  });

  it('loads at most 10 KB of script before anybody touches the page, however long it is read', async () => {
    const root = inject('site');
    const all = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /^[^/]+\/runbooks\/[^/]+\/index\.html$/.test(name)).map((name) => `/${name.replace('index.html', '')}`);
    // One of each way in which scripts are put together, and that of the mock-up.
    const each = new Map(all.map((path) => [[...readFileSync(join(root, path, 'index.html'), 'utf8').matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1]).join(' '), path]));
    const heavy = await Promise.all(
      [...each.values(), '/bienbon/runbooks/rb-s1/'].map(async (path) => {
        const scripts = [...(await fetched(path, IDLE_MS)).keys()].filter((address) => address.endsWith('.js'));
        expect(scripts.length, path).toBeGreaterThan(4);
        return { path, bytes: scripts.reduce((sum, address) => sum + gz(join(root, new URL(address).pathname)), 0) };
      }),
    );
    expect(heavy.filter(({ bytes }) => bytes > 10 * KB)).toEqual([]);
  });
});
