import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { contentsOf, neighbours, pageGroups } from '../../src/views/page-list.ts';
import { wikiOf } from '../model/wiki-of.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });

describe('the pages of a folder', () => {
  it('stand under their sections, in their order', () => {
    expect(pageGroups(wiki, 'ascension').map(({ section, pages }) => [section, pages.map(({ document }) => document.slug)])).toEqual([
      ['Livraison', ['ci-cd', 'migrations']],
      ['Infrastructure', ['montee-en-charge', 'green-it']],
    ]);
    expect(pageGroups(wiki, 'bienbon').map(({ section }) => section)).toEqual(['Reprise', 'Intégrité', 'Contexte', 'Décision']);
    const [first] = pageGroups(wiki, 'vigie');
    expect(first?.section).toBeUndefined();
    expect(first?.pages.slice(0, 3).map(({ title }) => title)).toEqual(['Écrire dans Vigie', 'Données publiées', 'Vérifier et corriger']);
    // Every page has a place, and new ones take theirs.
    const places = first?.pages.map(({ value }) => value.order ?? NaN) ?? [];
    expect(places.length).toBe(wiki.documentsOf('page', 'vigie').length);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(pageGroups(wiki, 'sp-e')).toEqual([]);
  });

  it('put pages without an order last, by title', () => {
    const made = wikiOf({ 'a/z.md': ['kind: page\ntitle: Zebra'], 'a/y.md': ['kind: page\ntitle: Part 10'], 'a/x.md': ['kind: page\ntitle: Part 9'], 'a/w.md': ['kind: page\ntitle: First\norder: 1'] });
    const [group] = pageGroups(made, 'a');
    expect(group?.pages.map(({ title }) => title)).toEqual(['First', 'Part 9', 'Part 10', 'Zebra']);
    expect(neighbours(made, group!.pages[1]!)).toMatchObject({ previous: { title: 'First' }, next: { title: 'Part 10' } });
    expect(neighbours(made, group!.pages[0]!).previous).toBeUndefined();
  });
});

describe('a table of contents', () => {
  const page = (body: string): ReturnType<typeof contentsOf> => contentsOf(wikiOf({ 'a/p.md': ['kind: page\ntitle: Page', body] }).all('page')[0]!);
  const text = 'word '.repeat(200);

  it('lists two depths of a long page, by the anchors of its headings', () => {
    expect(page(`## One\n\n${text}\n\n### Part\n\n${text}\n\n#### Detail\n\n## Two\n\n${text}\n\n## Two\n`)).toEqual([
      { depth: 1, text: 'One', slug: 'one' },
      { depth: 2, text: 'Part', slug: 'part' },
      { depth: 1, text: 'Two', slug: 'two' },
      { depth: 1, text: 'Two', slug: 'two-1' },
    ]);
  });

  it('is left out of a short page', () => expect([page('## One\n\n## Two\n\n## Three\n\n## Four\n'), page(`${text}\n\n${text}\n\n${text}\n\n## One\n`)]).toEqual([[], []]));
});
