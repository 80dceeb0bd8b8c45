import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decode } from '../../../plugins/search/cbor.ts';
import { groupOf, type Contents, type Page } from '../../../plugins/search/group.ts';
import { searchIndex } from '../../../plugins/search/index.ts';
import { joinGroups } from '../../../plugins/search/join-groups.ts';
import { unpack, type Files } from '../../../plugins/search/pagefind-file.ts';
import { runtimeOf } from '../../../plugins/search/pagefind.ts';
import { searchable } from '../../../plugins/search/searchable.ts';
import { folderShelf, memoryShelf, type Shelf } from '../../../plugins/search/shelf.ts';

vi.mock('pagefind', async (original) => {
  const real = await original<typeof pagefind>();
  return { ...real, createIndex: vi.fn(real.createIndex) };
});
const started = vi.mocked(pagefind.createIndex);

const SECTIONS = ['base', 'console', 'réseau', 'site'];
const WORDS = ['cumule', 'cumulées', 'cumulees', 'sauvegarde', 'sauvegardé', 'restauration', '🚀', 'ﬁn', 'a', 'é', 'bascule', 'd’upload', 'RTO', 'œuvre', 'pg_dump'];

/** Pages whose words, weights, accents, filters and kinds of what is shown differ from one section to the next. */
function page(section: string, number: number): { path: string; html: string } {
  const words = Array.from({ length: 40 }, (_, at) => `${WORDS[(at * 7 + number * (section.length + at)) % WORDS.length]} mot${(number * 31 + at * 17) % 400}`);
  const field = section === 'base' ? 'value' : section === 'console' ? 'word' : `of-${section}`;
  return {
    path: `${section}/p${String(number).padStart(3, '0')}/index.html`,
    html: `<!doctype html><html lang="fr"><head><title>${section} ${number}</title></head><body><main id="main"><div data-pagefind-body>
      <i data-pagefind-meta="${field}:niveau ${number % 5} de ${section}" data-pagefind-filter="system:${section}"></i><i data-pagefind-meta="id:R-${number}" data-pagefind-filter="level:${number % 3}"></i>
      ${number % 2 === 0 ? `<i data-pagefind-filter="only-${section}:${number}"></i>` : ''}
      <h1>Page ${words[0]}</h1><p>${words.slice(0, 20).join(' ')}</p><h2 id="plus">${words[21]}</h2><p data-pagefind-weight="3">${words.slice(20).join(' ')}</p></div></main></body></html>`,
  };
}
const site = SECTIONS.flatMap((section, index) => Array.from({ length: [50, 3, 110, 40][index] ?? 0 }, (_, number) => page(section, number)));

async function indexed(pages: readonly { path: string; html: string }[], shelf: Shelf = memoryShelf()): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  const index = searchIndex('fr', shelf, (name, bytes) => void files.set(name, Buffer.from(bytes)));
  for (const { path, html } of pages) await index.add(path, html);
  await index.finish();
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What Pagefind makes of all pages at once. */
async function atOnce(pages: readonly { path: string; html: string }[]): Promise<Files> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'fr' });
  for (const { path, html } of pages) await index?.addHTMLFile({ sourcePath: path, content: searchable(html) ?? '' });
  const { files } = (await index?.getFiles()) ?? { files: [] };
  await pagefind.close();
  return new Map(files.map(({ path, content }) => [path.replace(/^.*pagefind\//, ''), content]));
}

const contentsOf = (files: Files): Contents => decode(unpack([...files].find(([name]) => name.endsWith('.pf_meta'))?.[1])) as unknown as Contents;
const edited = (at: number): { path: string; html: string }[] => site.map((one, index) => (index === at ? { ...one, html: one.html.replace('<h1>Page', '<h1>Nouveauté') } : one));
const same = (a: Files, b: Files): void => {
  expect([...a.keys()]).toEqual([...b.keys()]);
  for (const [name, bytes] of a) expect(Buffer.compare(bytes, b.get(name) ?? Buffer.alloc(0)), name).toBe(0);
};

describe('an index that is made group by group', () => {
  let fresh: Files;
  let folder: string;
  beforeAll(async () => {
    fresh = await indexed(site);
    // So many groups.
    expect(started.mock.calls.length).toBeGreaterThan(3);
  }, 60_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-search-'));
    started.mockClear();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (beginning: string): string => join(folder, readdirSync(folder).find((name) => name.startsWith(beginning)) ?? '');

  it('is, to the byte, that of all pages at once', async () => {
    const all = await atOnce(site);
    const one = groupOf(all);
    expect(one.pages).toHaveLength(site.length);
    expect(one.fields).toEqual(['id', 'of-réseau', 'of-site', 'title', 'value', 'word']);
    const joined = new Map([...joinGroups([one], runtimeOf(all)), ...[...one.fragments].map(([name, bytes]) => [`fragment/${name}.pf_fragment`, bytes] as const)]);
    same(fresh, new Map([...joined].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  it('numbers pages, filters and accents across groups', () => {
    const read = (pattern: RegExp): unknown[] => [...fresh].filter(([name]) => pattern.test(name)).map(([, bytes]) => decode(unpack(bytes)));
    const filters = new Map(read(/pf_filter$/) as [string, [string, number[]][]][]);
    expect(new Map(filters.get('system')).get('site')).toEqual(Array.from({ length: 40 }, (_, at) => 163 + at));
    const words = new Map((read(/pf_index$/) as [[string, ...unknown[]][]][]).flatMap(([list]) => list.map(([word, ...rest]) => [word, rest])));
    expect(JSON.stringify(words.get('cumule'))).toContain('cumulées');
    expect(words.has('🚀')).toBe(true);
  });

  it('asks Pagefind for nothing when no page changed, and for one group when one did', async () => {
    same(await indexed(site, folderShelf(folder)), fresh);
    started.mockClear();
    same(await indexed(site, folderShelf(folder)), fresh);
    expect(started).not.toHaveBeenCalled();
    const changed = await indexed(edited(120), folderShelf(folder));
    expect(started).toHaveBeenCalledTimes(1);
    same(changed, await indexed(edited(120)));
    started.mockClear();
    // A page less moves no end but those beside it.
    const fewer = site.filter((_, at) => at !== 2);
    const less = await indexed(fewer, folderShelf(folder));
    const again = started.mock.calls.length;
    same(less, await indexed(fewer));
    expect(2 * again).toBeLessThan(started.mock.calls.length);
  });

  it('keeps groups in memory as well', async () => {
    const shelf = memoryShelf();
    await indexed(site, shelf);
    started.mockClear();
    const changed = await indexed(edited(0), shelf);
    expect(started).toHaveBeenCalledTimes(1);
    same(changed, await indexed(edited(0)));
    started.mockClear();
    same(await indexed(edited(0), shelf), changed);
    expect(started).not.toHaveBeenCalled();
  });

  it('tells pages of two groups apart that Pagefind gave the same short name', async () => {
    const shelf = memoryShelf();
    await indexed(site, shelf);
    const renamed: Shelf = {
      ...shelf,
      get(name) {
        const kept = shelf.get(name);
        if (!name.startsWith('group-') || !kept) return kept;
        const { pages, fragments, ...about } = kept.about as { pages: Page[]; fragments: string[] };
        const [[, words, bundle] = ['', 0, ''], ...others] = pages;
        return { ...kept, about: { ...about, pages: [['fr_1234567', words, bundle], ...others], fragments: ['fr_1234567', ...fragments.slice(1)] } };
      },
    };
    const files = await indexed(site, renamed);
    const pages = contentsOf(files)[1].map(([name]) => (JSON.parse(unpack(files.get(`fragment/${name}.pf_fragment`)).toString('utf8')) as { url: string }).url);
    expect(pages).toEqual(site.map(({ path }) => encodeURI(`/${path.replace('index.html', '')}`)));
    expect(files.has('fragment/fr_1234567.pf_fragment')).toBe(true);
  });

  it('makes again what was kept and is damaged, cut short, empty or gone', async () => {
    await indexed(site, folderShelf(folder));
    const groups = readdirSync(folder).filter((name) => name.startsWith('group-'));
    const bytes = readFileSync(join(folder, groups[0] ?? ''));
    bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
    writeFileSync(join(folder, groups[0] ?? ''), bytes);
    truncateSync(join(folder, groups[1] ?? ''), 1000);
    truncateSync(join(folder, groups[2] ?? ''), 0);
    rmSync(join(folder, groups[3] ?? ''));
    started.mockClear();
    same(await indexed(site, folderShelf(folder)), fresh);
    expect(started).toHaveBeenCalledTimes(4);
    // What comes with every index is one thing more that may be damaged.
    truncateSync(file('runtime-'), 100);
    same(await indexed(site, folderShelf(folder)), fresh);
    started.mockClear();
    same(await indexed(site, folderShelf(folder)), fresh);
    expect(started).not.toHaveBeenCalled();
  });

  it('lets go of groups that no build used lately', async () => {
    await indexed(site, folderShelf(folder));
    const count = readdirSync(folder).length;
    for (let at = 0; at < 3 * count; at += 1) writeFileSync(join(folder, `group-${at}`), 'old');
    await indexed(site, folderShelf(folder));
    expect(readdirSync(folder)).toHaveLength(2 * count);
    same(await indexed(site, folderShelf(folder)), fresh);
    expect(readdirSync(folder)).toHaveLength(2 * count);
  });

  it('bears another build that lets go of what this one uses', async () => {
    const shelf = folderShelf(folder);
    same(await indexed(site, { ...shelf, tidy: () => (rmSync(file('group-')), shelf.tidy()) }), fresh);
    same(await indexed(site, folderShelf(folder)), fresh);
  });

  it('is whole without a page and with pages that say nothing', async () => {
    const empty = await indexed([]);
    expect([...empty.keys()]).toEqual(['pagefind-entry.json', 'pagefind.js', 'wasm.unknown.pagefind']);
    const silent = { path: 'x/index.html', html: '<html lang="fr"><main id="main"><div data-pagefind-body></div></main></html>' };
    expect([...(await indexed([silent])).keys()]).toEqual([...empty.keys()]);
    const last = await indexed([...site, ...Array.from({ length: 40 }, (_, at) => ({ ...silent, path: `y/${at}/index.html` }))], folderShelf(folder));
    same(last, fresh);
  });

  it('ends in a sentence where Pagefind writes another form', async () => {
    const all = await atOnce(site.slice(0, 3));
    const meta = [...all.keys()].find((name) => name.endsWith('.pf_meta')) ?? '';
    started.mockResolvedValueOnce({
      errors: [],
      index: {
        addHTMLFile: async () => Promise.resolve({ errors: [] }),
        getFiles: async () => Promise.resolve({ errors: [], files: [...all].map(([path, content]) => ({ path, content: path === meta ? new Uint8Array(40) : content })) }),
        deleteIndex: async () => Promise.resolve(null),
      } as unknown as pagefind.PagefindIndex,
    });
    await expect(indexed(site.slice(0, 3))).rejects.toThrow('Pagefind writes its index in a form that is not known here');
  });
});
