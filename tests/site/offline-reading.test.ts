import { describe, expect, it } from 'vitest';
import { builtAt, offlineOptions } from '../../src/site/offline-reading.ts';
import type { SiteData } from '../../src/site/site-data.ts';

const data = (site: object, head?: string): SiteData => ({ wiki: { asOf: '2026-03-12', site: { as_of: 'build', offline: 'all', offline_budget: 50, ...site }, folders: [{ id: 'bienbon' }, { id: 'sp-e' }] }, history: { head: head && { date: head } } }) as unknown as SiteData;

describe('what devices keep', () => {
  it('is everything that is read, under the budget of site.yml', () => {
    const options = offlineOptions(data({ offline_budget: 2 }));
    expect(options?.budget).toBe(2_000_000);
    expect(['index.html', 'sp-e/index.html', 'pagefind/pagefind.js', 'pagefind/pagefind-ui.js', 'robots.txt'].filter((path) => options?.keep?.(path))).toEqual(['index.html', 'sp-e/index.html', 'pagefind/pagefind.js']);
  });

  it('is one system and the pages shared by all', () => {
    const options = offlineOptions(data({ offline: 'bienbon' }));
    expect(['index.html', 'bienbon/runbooks/index.html', 'sp-e/index.html'].filter((path) => options?.keep?.(path))).toEqual(['index.html', 'bienbon/runbooks/index.html']);
  });

  it('is nothing, or a mistake that is named', () => {
    expect(offlineOptions(data({ offline: 'none' }))).toBeUndefined();
    expect(() => offlineOptions(data({ offline: 'bienbom' }))).toThrow('not bienbom; there are bienbon, sp-e');
  });
});

describe('the moment of a version', () => {
  it('is its commit, or the day of the site where that is later', () => {
    expect(builtAt(data({}, '2026-03-12T09:00:00+01:00'))).toBe('2026-03-12T08:00:00.000Z');
    expect(builtAt(data({}, '2026-03-10T09:00:00Z'))).toBe('2026-03-12T00:00:00.000Z');
    expect(builtAt(data({ as_of: '2027-01-01' }, '2026-03-10T09:00:00Z'))).toBe('2026-03-10T09:00:00.000Z');
    expect(builtAt(data({}))).toBe('2026-03-12T00:00:00.000Z');
  });
});
