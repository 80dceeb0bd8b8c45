import { describe, expect, it } from 'vitest';
import { hitOf } from '../../../src/site/client/search-hits.ts';
import { nearNames } from '../../../src/site/client/search-names.ts';
import { echoes, holdsAll, tellingWords } from '../../../src/site/client/search-words.ts';
import { loadSearch, type Query } from '../../../src/site/client/search.ts';
import type { Pagefind, PagefindPage } from '../../../src/site/client/pagefind.ts';

describe('words', () => {
  it('that tell are kept, without accents', () => {
    expect(tellingWords('La base ne répond plus !')).toEqual(['base', 'repond']);
    expect(tellingWords('c’est où ?')).toEqual(['c', 'est', 'ou']);
    expect(tellingWords('')).toEqual([]);
  });

  it('are held where they begin a word', () => {
    expect(holdsAll(['base', 'rest'], 'Restaurer la base')).toBe(true);
    expect(holdsAll(['base'], 'Supabase')).toBe(false);
  });

  it('echo those of their family, and not others', () => {
    expect(echoes('restauration', 'on restaure')).toBe(true);
    expect(echoes('snowfalke', 'Snowflake')).toBe(false);
  });
});

describe('a name that is nearly one', () => {
  const names = ['rt01', 'rt10', 'snowflake', 'supabasedown', 's1', 's9', 'rbs1'];
  it.each([
    ['snowfalke', ['snowflake']],
    ['rt1', ['rt10', 'rt01']],
    ['supabase', ['supabasedown']],
    ['s2', []],
    ['unlike', []],
  ])('%s', (wanted, found) => expect(nearNames(wanted, names)).toEqual(found));
});

const page = (url: string, meta: Record<string, string>, content = ''): PagefindPage => ({ url, meta, plain_excerpt: '', content });
const places = JSON.stringify([['dba', 'DBA', ['dba'], 'Snowflake', ['01', 'tel:01']], ['on-call', "Dev d'astreinte", ['oncall', 'devdastreinte']]]);
const roles = page('/shop/roles/', { title: 'Rôles et contacts', kind: 'contact', system: 'Shop', places });

describe('a page that lists records leads to', () => {
  it('the one whose name is typed', () => expect(hitOf(roles, 'dba', [])).toMatchObject({ url: '/shop/roles/#dba', title: 'DBA', call: ['01', 'tel:01'], sub: 'Rôles et contacts · Snowflake' }));
  it('the one that its words describe, with an apostrophe as readers see it', () => expect(hitOf(roles, '', ['astreinte', 'shop'])).toMatchObject({ url: '/shop/roles/#on-call', title: 'Dev d’astreinte' }));
  it('itself, where words are of no one record', () => {
    expect(hitOf(roles, '', ['contacts'])).toMatchObject({ url: '/shop/roles/', title: 'Rôles et contacts' });
    expect(hitOf(roles, '', ['astreinte', 'snowflake'])).toMatchObject({ url: '/shop/roles/' });
  });
});

describe('search', () => {
  const pages: { page: PagefindPage; filters: Record<string, string[]> }[] = [
    { page: page('/shop/components/redis/', { title: 'Redis', id: 'redis', kind: 'system' }, 'Redis'), filters: { kind: ['system'], key: ['redis'] } },
    { page: page('/shop/runbooks/rb-4/', { title: 'Crash de Redis', id: 'RB-4', kind: 'runbook', names: 'AL-1' }, 'Redis redémarre'), filters: { kind: ['runbook'], key: ['rb4', 'al1'] } },
    { page: page('/shop/runbooks/rb-5/', { title: 'Exercice', id: 'RB-5', kind: 'runbook', later: '1' }, 'Redis'), filters: { kind: ['runbook'], key: ['rb5'] } },
    { page: page('/shop/risks/r-1/', { title: 'Perte', id: 'R-1', kind: 'risk' }, 'perte de Redis'), filters: { kind: ['risk'], key: ['r1'] } },
    { page: page('/shop/runbooks/', { title: 'Runbooks', kind: 'runbook' }, 'Crash de Redis'), filters: { kind: ['runbook'] } },
  ];
  const engine: Pagefind = {
    options: () => Promise.resolve(),
    init: () => Promise.resolve(),
    filters: () => Promise.resolve({ key: Object.fromEntries(pages.flatMap(({ filters }) => filters['key'] ?? []).map((key) => [key, 1])) }),
    search(text, { filters = {} } = {}) {
      const found = pages.filter(
        ({ page: { content = '' }, filters: own }) =>
          (text ?? '').toLowerCase().split(' ').every((word) => content.toLowerCase().includes(word)) && Object.entries(filters).every(([name, wanted]) => typeof wanted !== 'string' || own[name]?.includes(wanted)),
      );
      const kind: Record<string, number> = {};
      for (const { filters: own } of found) for (const name of own['kind'] ?? []) kind[name] = (kind[name] ?? 0) + 1;
      // As indexed, the worst comes first: order is the search's own work.
      return Promise.resolve({ filters: { kind }, results: found.reverse().map((entry) => ({ id: entry.page.url, score: 1, data: () => Promise.resolve(entry.page) })) });
    },
  };
  const ask = async (text: string, rest: Partial<Query> = {}): Promise<string[]> => {
    globalThis.siteSearch = engine;
    const { find } = await loadSearch('', ['runbook', 'risk', 'system']);
    const { groups } = await find({ text, kind: '', system: '', level: '', severity: '', owner: '', state: '', ...rest });
    return groups.flatMap(({ kind, hits }) => hits.map(({ url }) => `${kind ?? 'exact'} ${url}`));
  };

  it('puts runbooks about a service before the service, exercises and lists after what one follows', async () => {
    expect(await ask('redis')).toEqual(['runbook /shop/runbooks/rb-4/', 'runbook /shop/runbooks/rb-5/', 'runbook /shop/runbooks/', 'risk /shop/risks/r-1/', 'system /shop/components/redis/']);
  });

  it('puts a code before all, and what bears it as another name', async () => {
    expect((await ask('r1'))[0]).toBe('exact /shop/risks/r-1/');
    expect((await ask('al-1'))[0]).toBe('exact /shop/runbooks/rb-4/');
  });

  it('says which words it looked for, where the index passes over one', async () => {
    globalThis.siteSearch = { ...engine, search: (text, options) => engine.search(text?.replace(' girafe', '') ?? null, options) };
    const { find } = await loadSearch('', ['runbook', 'risk', 'system']);
    const query = { kind: '', system: '', level: '', severity: '', owner: '', state: '' };
    expect(await find({ ...query, text: 'perte girafe' })).toMatchObject({ total: 1, instead: 'perte' });
    expect((await find({ ...query, text: 'perte de redis' })).instead).toBeUndefined();
  });

  it('offers what holds some of the words, then names that are nearly the one typed', async () => {
    expect((await ask('perte inconnue'))[0]).toBe('risk /shop/risks/r-1/');
    expect(await ask('reddis')).toEqual(['system /shop/components/redis/']);
    expect(await ask('reddis', { system: 'Shop' })).toEqual([]);
  });
});
