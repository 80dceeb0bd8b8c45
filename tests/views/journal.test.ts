import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Commit, History } from '../../src/model/history.ts';
import { noHistory } from '../../src/readers/history.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { journal } from '../../src/views/journal.ts';

const wiki = readWiki(join(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });
const commit = (hash: string, date: string, ...files: string[]): Commit => ({ hash, date, author: 'Ops', subject: `Change ${hash}`, files });
const history = (...commits: Commit[]): History => ({ ...noHistory, available: true, commits });

describe('the journal', () => {
  it('cuts days in the zone of the site', () => {
    const view = journal(wiki, history(commit('b', '2026-03-10T23:30:00+00:00', 'sp-e/system.md'), commit('a', '2026-03-10T22:30:00+00:00', 'sp-e/system.md')), 10);
    expect(wiki.site.time_zone).toBe('Europe/Paris');
    expect(view.days.map(({ day, entries }) => [day, entries.map((entry) => entry.commit.hash)])).toEqual([
      ['2026-03-11', ['b']],
      ['2026-03-10', ['a']],
    ]);
  });

  it('says which documents were touched, and what is no document any more', () => {
    const view = journal(wiki, history(commit('a', '2026-03-10T10:00:00Z', 'sp-e/system.md', 'sp-e/gone.md', 'bienbon/system.md', 'site.yml')), 10);
    const [entry] = view.days[0]?.entries ?? [];
    expect(entry?.settings).toBe(true);
    expect(entry?.folders.map(({ id, documents, others }) => [id, documents.map(({ file }) => file), others])).toEqual([
      ['bienbon', ['bienbon/system.md'], []],
      ['sp-e', ['sp-e/system.md'], ['sp-e/gone.md']],
    ]);
  });

  it('keeps a folder that the wiki no longer has, without a filter', () => {
    const view = journal(wiki, history(commit('a', '2026-03-10T10:00:00Z', 'old-system/system.md')), 10);
    expect(view.days[0]?.entries[0]?.folders).toMatchObject([{ id: 'old-system', title: 'old-system', present: false, documents: [], others: ['old-system/system.md'] }]);
    expect(view.folders).toEqual([]);
  });

  it('counts what is shown and what Git has', () => {
    const many = Array.from({ length: 30 }, (_, index) => commit(String(index), '2026-03-10T10:00:00Z', 'sp-e/system.md'));
    expect(journal(wiki, history(...many), 20)).toMatchObject({ shown: 20, total: 30, folders: [{ id: 'sp-e', count: 20 }] });
  });

  it('is empty without Git', () => {
    expect(journal(wiki, noHistory, 20)).toEqual({ days: [], shown: 0, total: 0, folders: [] });
  });
});
