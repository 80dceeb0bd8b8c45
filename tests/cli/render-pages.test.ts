import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageCode } from '../../src/cli/compiled-pages.ts';
import { keepNone, keptPages, type KeptPages } from '../../src/cli/kept-pages.ts';
import { renderPages, type RenderedPages } from '../../src/cli/render-pages.ts';

let into: string;
beforeEach(() => void (into = mkdtempSync(join(tmpdir(), 'vigie-rendered-'))));
afterEach(() => rmSync(into, { recursive: true }));

const page = { type: 'page' };
const endpoint = { type: 'endpoint' };
type Path = Awaited<ReturnType<PageCode['paths']>>[number];

/** Pages that say where they were asked for. */
const codeOf = (paths: readonly Path[], asked: string[] = []): PageCode => ({
  paths: () => Promise.resolve(paths),
  render({ url }) {
    asked.push(url);
    return url.includes('broken') ? Promise.reject(new Error('no such field')) : Promise.resolve(new Response(`<p>${url}</p>`));
  },
});

interface Told {
  readonly rendered: RenderedPages;
  readonly announced: readonly string[];
  readonly written: readonly number[];
}

async function rendered(code: PageCode, kept: KeptPages = keepNone): Promise<Told> {
  let announced: readonly string[] = [];
  const written: number[] = [];
  const result = await renderPages({ code, into, top: 'https://ops.example/wiki/', kept, systems: ['shop', 'bank'], announce: (files) => void (announced = files), written: (count) => void written.push(count) });
  return { rendered: result, announced, written };
}

const read = (file: string): string => readFileSync(join(into, file), 'utf8');

describe('rendering pages into a folder', () => {
  it('writes each under its address, those of a system together, those that wait for other processes last', async () => {
    const code = codeOf(['/', '/404', '/bank/risks', '/snapshot', '/shop/risks', '/data', '/bank', '/shop'].map((pathname) => ({ pathname, route: page })));
    const { announced, rendered: { pages }, written } = await rendered(code);
    expect(announced).toEqual(['shop/risks/index.html', 'shop/index.html', 'bank/risks/index.html', 'bank/index.html', 'index.html', '404.html', 'data/index.html', 'snapshot/index.html']);
    expect(pages).toEqual(['shop/risks', 'shop', 'bank/risks', 'bank', '', '404', 'data', 'snapshot']);
    expect(read('bank/risks/index.html')).toBe('<p>https://ops.example/wiki/bank/risks/</p>');
    expect(read('index.html')).toBe('<p>https://ops.example/wiki/</p>');
    expect(written.at(-1)).toBe(8);
  });

  it('has told which pages will come before it renders the first, and lets what it tells go out while it renders', async () => {
    const told: string[] = [];
    const code: PageCode = { paths: () => Promise.resolve(Array.from({ length: 40 }, (_, index) => ({ pathname: `/shop/${index}`, route: page }))), render: ({ url }) => Promise.resolve(new Response(told.push(url.endsWith('/0/') ? 'first' : '') ? 'page' : '')) };
    const turn = setInterval(() => told.push('turn'));
    try {
      const announce = async (): Promise<void> => {
        await new Promise((sent) => setTimeout(sent, 5));
        told.push('announced');
      };
      await renderPages({ code, into, top: 'https://ops.example/wiki/', kept: keepNone, systems: ['shop'], announce, written: (count) => void told.push(String(count)) });
    } finally {
      clearInterval(turn);
    }
    expect(told.indexOf('announced')).toBeLessThan(told.indexOf('first'));
    expect(told.lastIndexOf('turn')).toBeGreaterThan(told.indexOf('8'));
  });

  it('writes files beside pages, which it neither announces nor counts, and one page for one path', async () => {
    const code = codeOf([{ pathname: '/data/call/shop.json', route: endpoint }, { pathname: '/shop', route: page }, { pathname: '/shop/', route: endpoint }]);
    const { announced, rendered: { pages }, written } = await rendered(code);
    expect([announced, pages, written]).toEqual([['shop/index.html'], ['shop'], [1]]);
    expect(read('data/call/shop.json')).toBe('<p>https://ops.example/wiki/data/call/shop.json</p>');
  });

  it('renders again only what is made from something else', async () => {
    const paths = (key: string): Path[] => [{ pathname: '/shop', route: page, cacheKey: 'k1' }, { pathname: '/bank', route: page, cacheKey: key }, { pathname: '/', route: page }];
    const shelf = mkdtempSync(join(tmpdir(), 'vigie-shelf-'));
    await rendered(codeOf(paths('k1')), keptPages(shelf, 'code', '1'));
    rmSync(join(into, 'shop'), { recursive: true });
    const asked: string[] = [];
    await rendered(codeOf(paths('k2'), asked), keptPages(shelf, 'code', '2'));
    expect(asked).toEqual(['https://ops.example/wiki/bank/', 'https://ops.example/wiki/']);
    expect(read('shop/index.html')).toBe('<p>https://ops.example/wiki/shop/</p>');
    rmSync(shelf, { recursive: true });
  });

  it('names the page that fails', async () => {
    await expect(rendered(codeOf([{ pathname: '/shop/broken', route: page }]))).rejects.toThrow('/shop/broken: no such field');
  });

  it('publishes no page that only answers that it failed', async () => {
    const answers = (pathname: string, status: number): PageCode => ({ paths: () => Promise.resolve([{ pathname, route: page }]), render: () => Promise.resolve(new Response('', { status })) });
    await expect(rendered(answers('/shop', 500))).rejects.toThrow('/shop: the page answers 500');
    await expect(rendered(answers('/404', 404))).resolves.toMatchObject({ announced: ['404.html'] });
  });
});
