import { describe, expect, it } from 'vitest';
import type { Wiki } from '../../src/model/wiki.ts';
import { builtAt, keptOffline, offlineReading } from '../../src/views/offline-reading.ts';

const wiki = (site: object): Wiki => ({ asOf: '2026-03-12', site: { as_of: 'build', offline: 'all', offline_budget: 50, ...site }, folders: [{ id: 'bienbon' }, { id: 'sp-e' }] }) as unknown as Wiki;

const kept = (site: object, paths: readonly string[]): string[] => {
  const reading = offlineReading(wiki(site), undefined);
  return reading ? paths.filter((path) => keptOffline(reading, path)) : [];
};

describe('what devices keep', () => {
  it('is everything that is read, under the budget of site.yml', () => {
    expect(offlineReading(wiki({ offline_budget: 2 }), undefined)?.budget).toBe(2_000_000);
    expect(kept({}, ['index.html', 'sp-e/index.html', 'pagefind/pagefind.js', 'sitemap-index.xml', 'robots.txt'])).toEqual(['index.html', 'sp-e/index.html', 'pagefind/pagefind.js']);
  });

  it('is one system and the pages shared by all', () => {
    expect(kept({ offline: 'bienbon' }, ['index.html', 'bienbon/runbooks/index.html', 'sp-e/index.html'])).toEqual(['index.html', 'bienbon/runbooks/index.html']);
  });

  it('is nothing, or a mistake that is named', () => {
    expect(offlineReading(wiki({ offline: 'none' }), undefined)).toBeUndefined();
    expect(() => offlineReading(wiki({ offline: 'bienbom' }), undefined)).toThrow('not bienbom; there are bienbon, sp-e');
  });
});

describe('the moment of a version', () => {
  it('is its commit, or the day of the site where that is later', () => {
    expect(builtAt(wiki({}), '2026-03-12T09:00:00+01:00')).toBe('2026-03-12T08:00:00.000Z');
    expect(builtAt(wiki({}), '2026-03-10T09:00:00Z')).toBe('2026-03-12T00:00:00.000Z');
    expect(builtAt(wiki({ as_of: '2027-01-01' }), '2026-03-10T09:00:00Z')).toBe('2026-03-10T09:00:00.000Z');
    expect(builtAt(wiki({}), undefined)).toBe('2026-03-12T00:00:00.000Z');
  });
});
