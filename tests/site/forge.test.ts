import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorsOf } from '../../src/model/history.ts';
import { noHistory, readHistory } from '../../src/readers/history.ts';
import { commitUrl, createUrl, editUrl, historyUrl, lineOf, permalinkUrl } from '../../src/site/forge.ts';
import { provenanceOf } from '../../src/site/frame.ts';
import type { SiteData } from '../../src/site/site-data.ts';
import { wikiOf } from '../model/wiki-of.ts';
import { repository, type Repository } from '../readers/git-repository.ts';

const FILES = {
  'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\ncomponents:\n  - { id: db, title: DB, kind: datastore }\n  - { id: api, title: API, kind: application }'],
  'shop/runbooks/rb é 1.md': ['kind: runbook\nid: RB-1\ntitle: Restore\ntype: restore'],
} as const;
const HASH = 'a'.repeat(40);

/** A wiki whose repository is on a forge. */
const on = (repository: string | undefined, settings: Record<string, unknown> = {}): SiteData =>
  ({ wiki: wikiOf(FILES, { ...(repository === undefined ? {} : { repository }), ...settings }), history: { available: true, shallow: false, head: { hash: HASH, date: '2026-01-01T10:00:00Z', tree: 'b'.repeat(40) }, commits: [], lastOf: new Map(Object.keys(FILES).map((name) => [name, { hash: HASH, date: '2026-01-01T10:00:00Z' }])), folders: new Map(), prefix: 'docs/content/' } }) as unknown as SiteData;

describe('addresses of a forge', () => {
  const file = 'shop/runbooks/rb é 1.md';
  const path = 'docs/content/shop/runbooks/rb%20%C3%A9%201.md';

  it.each([
    ['github', 'https://github.com/ops/wiki', { edit: `edit/main/${path}#L7`, history: `commits/main/${path}`, permalink: `blob/${HASH}/${path}#L7`, commit: `commit/${HASH}`, create: 'new/main/docs/content/shop?filename=new%20one.md' }],
    ['gitlab', 'https://gitlab.example.org/group/sub/wiki/', { edit: `-/edit/main/${path}#L7`, history: `-/commits/main/${path}`, permalink: `-/blob/${HASH}/${path}#L7`, commit: `-/commit/${HASH}`, create: '-/new/main/docs/content/shop?file_name=new%20one.md' }],
    ['gitea', 'https://gitea.example.org/ops/wiki', { edit: `_edit/main/${path}#L7`, history: `commits/branch/main/${path}`, permalink: `src/commit/${HASH}/${path}#L7`, commit: `commit/${HASH}`, create: '_new/main/docs/content/shop?filename=new%20one.md' }],
    ['bitbucket', 'https://bitbucket.org/ops/wiki', { edit: `src/main/${path}?mode=edit#lines-7`, history: `history-node/main/${path}`, permalink: `src/${HASH}/${path}#lines-7`, commit: `commits/${HASH}`, create: undefined }],
  ] as const)('are those of %s, by its host', (_forge, address, expected) => {
    const data = on(address);
    const base = address.replace(/\/$/, '');
    const found = { edit: editUrl(data, file, 7), history: historyUrl(data, file), permalink: permalinkUrl(data, file, 7), commit: commitUrl(data, HASH), create: createUrl(data, 'shop', 'new one.md') };
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([key, end]) => [key, end === undefined ? undefined : `${base}/${end}`])));
  });

  it('are those of the forge that site.yml names, whatever its host, and of its branch', () => {
    expect(editUrl(on('https://code.example.org/ops/wiki', { forge: 'gitea', branch: 'docs/main' }), 'shop/system.md', 3)).toBe('https://code.example.org/ops/wiki/_edit/docs/main/docs/content/shop/system.md#L3');
    expect(editUrl(on('https://code.example.org/ops/wiki'), 'shop/system.md')).toBe('https://code.example.org/ops/wiki/edit/main/docs/content/shop/system.md');
  });

  it('are those of the commit that last touched a file, and none of a file that no commit holds', () => {
    const data = on('https://github.com/ops/wiki');
    const touched = { ...data, history: { ...data.history, lastOf: new Map([...data.history.lastOf, ['shop/system.md', { hash: 'c'.repeat(40), date: '2026-01-02T10:00:00Z', author: '', subject: '', files: [] }]]) } };
    expect(permalinkUrl(touched, 'shop/system.md')).toBe(`https://github.com/ops/wiki/blob/${'c'.repeat(40)}/docs/content/shop/system.md`);
    expect(permalinkUrl(touched, 'shop/new.md')).toBeUndefined();
    expect(permalinkUrl({ ...data, history: noHistory }, 'shop/new.md')).toBe('https://github.com/ops/wiki/blob/main/content/shop/new.md');
  });

  it('are none where the wiki names no repository', () => {
    const data = on(undefined);
    expect([editUrl(data, file, 1), historyUrl(data, file), permalinkUrl(data, file), commitUrl(data, HASH), createUrl(data, 'shop', 'a.md')]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('the foot of a page', () => {
  it('leads to the line of a record that shares its file, and to the file of one that does not', () => {
    const data = on('https://github.com/ops/wiki');
    const [api, runbook] = [data.wiki.resolveAs('component', 'api', 'shop'), data.wiki.resolveAs('runbook', 'RB-1', 'shop')];
    if (!api || !runbook) return expect.fail('records are missing');
    expect([lineOf(api), lineOf(runbook)]).toEqual([7, undefined]);
    expect(provenanceOf(data, api.document, lineOf(api))).toMatchObject({ source: 'docs/content/shop/system.md', edit: 'https://github.com/ops/wiki/edit/main/docs/content/shop/system.md#L7', permalink: `https://github.com/ops/wiki/blob/${HASH}/docs/content/shop/system.md#L7` });
    expect(provenanceOf(data, runbook.document).edit).not.toContain('#');
  });

  it.each([
    ['https://github.com/ops/wiki', 'tree/main', 'commits/main'],
    ['https://gitlab.com/ops/wiki', '-/tree/main', '-/commits/main'],
    ['https://gitea.example.org/ops/wiki', 'src/branch/main', 'commits/branch/main'],
    ['https://bitbucket.org/ops/wiki', 'src/main', 'history-node/main'],
  ])('leads to the folder that it is made of where it has no file of its own: %s', (address, tree, commits) => {
    const data = on(address);
    expect(provenanceOf(data, undefined, undefined, 'shop')).toMatchObject({ source: 'docs/content/shop/', files: `${address}/${tree}/docs/content/shop`, history: `${address}/${commits}/docs/content/shop` });
    expect(provenanceOf(data)).toMatchObject({ source: 'docs/content/', files: `${address}/${tree}/docs/content`, history: `${address}/${commits}/docs/content` });
    expect(provenanceOf(on(undefined))).toMatchObject({ files: undefined, history: undefined });
  });

  let repo: Repository;
  beforeEach(() => {
    repo = repository();
    repo.commit('2026-01-01', 'Begin', { 'shop/system.md': 'a', 'shop/other.md': 'a' }, 'Ana');
    repo.commit('2026-01-02', 'More', { 'shop/system.md': 'b' }, 'Bob');
    repo.commit('2026-01-03', 'Again', { 'shop/system.md': 'c' }, 'Ana');
    repo.commit('2026-01-04', 'Other', { 'shop/other.md': 'b' }, 'Chloé');
  });
  afterEach(() => repo.remove());

  it('says who wrote a document, the latest first, each once', async () => {
    const history = await readHistory(repo.root);
    expect(authorsOf(history, 'shop/system.md')).toEqual(['Ana', 'Bob']);
    expect(authorsOf(history, 'shop/other.md')).toEqual(['Chloé', 'Ana']);
    expect(authorsOf(history, 'shop/none.md')).toEqual([]);
  });

  it('says the last change, and counts the authors that do not fit', async () => {
    const wiki = wikiOf(FILES);
    const [document] = wiki.documentsOf('system');
    const foot = async (): Promise<string | undefined> => provenanceOf({ wiki, history: await readHistory(repo.root) } as unknown as SiteData, document).authors;
    expect(await foot()).toBe('Ana, Bob');
    for (const [day, name] of [['2026-01-05', 'Dan'], ['2026-01-06', 'Eve']] as const) repo.commit(day, 'x', { 'shop/system.md': name }, name);
    expect(await foot()).toBe('Eve, Dan, Ana, Bob');
    const hash = repo.commit('2026-01-07', 'x', { 'shop/system.md': 'z' }, 'Fay');
    expect(await foot()).toBe('Fay, Eve, Dan + 2');
    expect(provenanceOf({ wiki, history: await readHistory(repo.root) } as unknown as SiteData, document)).toMatchObject({ commit: hash.slice(0, 7), commitDate: expect.stringContaining('2026') });
  });

  it('names people as .mailmap does', async () => {
    repo.commit('2026-01-05', 'Map', {}, 'ana@laptop');
    repo.write('../.mailmap', 'Ana Example <ops@example.org>\n');
    expect(authorsOf(await readHistory(repo.root), 'shop/system.md')).toEqual(['Ana Example']);
  });
});
