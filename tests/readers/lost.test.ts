import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from './report.ts';

const wikiOf = (name: string) => read(join(import.meta.dirname, '../fixtures/readers', name, 'content'));

/** A mistake costs the item that holds it, and nothing beside. */
describe('what a mistake costs', () => {
  it('is one item of a list', () => {
    const wiki = wikiOf('lost-item');
    expect(wiki.all('component').map(({ id }) => id)).toEqual(['api', 'queue']);
    expect(wiki.all('role').map(({ id }) => id)).toEqual(['ops', 'dba']);
    expect([...wiki.unreadable].sort()).toEqual(['shop/cto', 'shop/night', 'shop/postgres']);
  });

  it('leaves the items after it at their place in the file', () => {
    const wiki = wikiOf('lost-item');
    expect(wiki.records.get('shop/queue')?.placeOf('kind').line).toBe(8);
    const page = wiki.documents.find(({ file }) => file === 'shop/waivers.md');
    expect(page?.value.waivers.map(({ rule }) => rule)).toEqual(['review/overdue']);
    expect(page?.placeOf('waivers', 0, 'rule')).toEqual({ file: 'shop/waivers.md', line: 6, column: 13 });
    expect(page?.placeOf('tags', 0)).toEqual({ file: 'shop/waivers.md', line: 7, column: 11 });
  });

  it('is an unknown key and not the record that bears it', () => {
    const wiki = wikiOf('unknown-key');
    expect(wiki.all('risk').map(({ id }) => id)).toEqual(['R-2']);
    expect(wiki.records.get('shop/m5')?.kind).toBe('method');
  });

  it('is the whole method, as a scale without one of its points rates wrongly', () => {
    const wiki = wikiOf('lost-method');
    expect(wiki.all('method')).toEqual([]);
    expect(wiki.unreadable.has('shop/m5')).toBe(true);
    expect(wiki.all('risk')[0]).toMatchObject({ id: 'R-1', current: undefined });
  });

  it('is one field of site.yml', () => {
    expect(wikiOf('site-mistakes').site).toMatchObject({ title: 'Kept', language: 'fr', holidays: 'FR', as_of: 'build' });
    expect(wikiOf('site-broken').site.title).toBe('Vigie');
  });

  it('does not move a document to another system', () => {
    expect(wikiOf('system-elsewhere').records.get('shop/page:note')?.system).toBe('shop');
  });

  it('puts nothing on the prototype of objects', () => {
    wikiOf('prototype-keys');
    expect(({} as { admin?: unknown; stateful?: unknown }).admin ?? ({} as { stateful?: unknown }).stateful).toBeUndefined();
  });
});
