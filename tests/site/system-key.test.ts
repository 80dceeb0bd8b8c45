import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Commit, History } from '../../src/model/history.ts';
import { noRatingHistory } from '../../src/model/rating-history.ts';
import { noHistory } from '../../src/readers/history.ts';
import { recordCacheKey, systemCacheKey, wikiCacheKey } from '../../src/site/cache-key.ts';
import type { SiteData } from '../../src/site/site-data.ts';
import { wikiOf } from '../model/wiki-of.ts';

type Files = Readonly<Record<string, readonly [string, string?]>>;
const FILES: Files = {
  'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\ncomponents: [{ id: web, title: Web, kind: service, depends_on: [bank/api] }]'],
  'shop/scale.md': ['kind: page\ntitle: Scale', 'See [the bank’s](../bank/notes.md).'],
  'bank/system.md': ['kind: system\nid: bank\ntitle: Bank\ncomponents: [{ id: api, title: API, kind: service }]'],
  'bank/notes.md': ['kind: page\ntitle: Notes', 'Words.'],
  'bank/other.md': ['kind: page\ntitle: Other', 'Words.'],
  'port/backups.md': ['kind: backup-policy\ntitle: Backups\nbackups: [{ id: B1, title: Dump, components: [bank/api], method: full, schedule: daily at 03:00 }]'],
  'isle/system.md': ['kind: system\nid: isle\ntitle: Isle'],
  'isle/notes.md': ['kind: page\ntitle: Notes', 'Words.'],
};
const commitOf = (hash: string, author = 'Ada'): Commit => ({ hash, date: '2026-01-01T00:00:00Z', author, subject: '', files: Object.keys(FILES) });
const first = commitOf('a1');
const past: History = { ...noHistory, available: true, head: { hash: 'a1', date: first.date, tree: 't1' }, commits: [first], lastOf: new Map(Object.keys(FILES).map((file) => [file, first])), folders: new Map(['shop', 'bank', 'port', 'isle'].map((name) => [name, { commit: first, tree: name }])) };

function dataOf(files: Files = FILES, history: History = past): SiteData {
  const wiki = wikiOf(files);
  return { wiki, checks: runChecks(wiki), history, ratings: noRatingHistory };
}
/** Systems whose pages an edit of a file makes again. */
function madeAgain(file: string, [front, body = '']: readonly [string, string?] = ['']): string[] {
  const [frontmatter = '', text = ''] = FILES[file] ?? [''];
  const after = dataOf({ ...FILES, [file]: [front === '' ? frontmatter : front, `${text}${body}`] });
  return ['shop', 'bank', 'port', 'isle'].filter((system) => systemCacheKey(after, system) !== systemCacheKey(dataOf(), system));
}

describe('the key of the pages of a system', () => {
  it('stays when a commit touches other folders, unlike the key of pages made from the whole wiki', () => {
    const next: History = { ...past, head: { hash: 'b2', date: first.date, tree: 't2' }, folders: new Map([...past.folders, ['bank', { commit: commitOf('b2'), tree: 'other' }]]) };
    const after = dataOf(FILES, next);
    expect(systemCacheKey(after, 'isle')).toBe(systemCacheKey(dataOf(), 'isle'));
    expect(systemCacheKey(after, 'bank')).not.toBe(systemCacheKey(dataOf(), 'bank'));
    expect(wikiCacheKey(after)).not.toBe(wikiCacheKey(dataOf()));
  });

  it('changes with what its foot tells: who wrote a document, whether history is whole, where the wiki stands', () => {
    const keys = [past, { ...past, shallow: true }, { ...past, prefix: 'docs/' }, { ...past, commits: [commitOf('a1', 'Bo')] }, noHistory].map((history) => systemCacheKey(dataOf(FILES, history), 'isle'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('changes with the documents of others that its pages may show, and with no others', () => {
    expect(madeAgain('isle/notes.md', ['', ' More.'])).toEqual(['isle']);
    // The bank’s component is on a page of the shop; so is whether a backup covers it. A page leads to its notes.
    expect(madeAgain('bank/system.md', ['kind: system\nid: bank\ntitle: Bank\ncomponents: [{ id: api, title: Interface, kind: service }]'])).toEqual(['shop', 'bank', 'port']);
    expect(madeAgain('port/backups.md', ['', ' More.'])).toEqual(['shop', 'bank', 'port']);
    expect(madeAgain('bank/notes.md', ['', ' More.'])).toEqual(['shop', 'bank']);
    expect(madeAgain('bank/other.md', ['', ' More.'])).toEqual(['bank']);
  });

  it('is part of the key of a page about one record', () => {
    const key = (data: SiteData): string => {
      const record = data.wiki.records.get('shop/web');
      if (!record) throw new Error('no record');
      return recordCacheKey(data, record);
    };
    const after = dataOf({ ...FILES, 'port/backups.md': [FILES['port/backups.md']?.[0] ?? '', 'More.'] });
    expect(key(after)).not.toBe(key(dataOf()));
    expect(key(dataOf({ ...FILES, 'isle/notes.md': ['kind: page\ntitle: Notes', 'More.'] }))).toBe(key(dataOf()));
  });
});
