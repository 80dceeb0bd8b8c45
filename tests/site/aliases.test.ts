import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { aliasPages, aliasSlug, isAliasPage, takenNames } from '../../src/site/aliases.ts';
import { wikiOf } from '../model/wiki-of.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });

describe('an alias', () => {
  it('becomes an address', () => expect(['Défaillance 8', 'CI/CD', ' api.open-meteo.com ', '…', 'Œuvre'].map(aliasSlug)).toEqual(['defaillance-8', 'ci-cd', 'api-open-meteo-com', '', 'œuvre']));

  it('leads to the record that bears it', () => {
    const page = (system: string, slug: string): unknown => aliasPages(wiki).find((entry) => entry.system === system && entry.slug === slug)?.targets.map(({ path }) => path);
    expect(page('amazon-reviews', 'defaillance-8')).toEqual(['/amazon-reviews/runbooks/rb-d8/']);
    expect(page('bienbon', 'ledger-desequilibre')).toEqual(['/bienbon/incidents/#al-13']);
    expect(page('ascension', 'greenit')).toEqual(['/ascension/pages/green-it/']);
    expect(page('sp-e', 'fast-reboot')).toBeDefined();
  });

  it('that two records bear keeps both, and two names of one record are two addresses', () => {
    expect(aliasPages(wiki).find(({ system, slug }) => system === 'sp-e' && slug === 'mode-estimation')?.targets).toHaveLength(2);
    const made = wikiOf({ 'shop/one.md': ['kind: page\ntitle: One\naliases: [Café, cafe, old]'], 'shop/two.md': ['kind: schedule\ntitle: Two\naliases: [Old]'] });
    expect(aliasPages(made).map(({ slug, targets }) => [slug, targets.map(({ path }) => path)])).toEqual([
      ['cafe', ['/shop/pages/one/']],
      ['old', ['/shop/pages/one/', '/shop/calendar/']],
    ]);
  });

  it('never stands over a page of a system', () => {
    const made = wikiOf({ 'shop/one.md': ['kind: page\ntitle: One\naliases: [Risks, Runbooks!, "???"]'] });
    expect(aliasPages(made)).toEqual([]);
  });

  it('is told from the pages of a system, under a base too', () => {
    const paths = ['/', '/bienbon/', '/bienbon/risks/', '/bienbon/runbooks/rb-s1/', '/rules/time/x/', '/bienbon/supabase-down/'];
    expect(paths.filter((path) => isAliasPage(path))).toEqual(['/bienbon/supabase-down/']);
    expect(paths.filter((path) => isAliasPage(`/ops${path}`, '/ops/'))).toEqual(['/bienbon/supabase-down/']);
  });

  it('knows every page of a system', () => {
    const names = readdirSync(resolve(import.meta.dirname, '../../src/site/pages/[system]')).map((name) => name.replace(/\.astro$/, '')).filter((name) => !name.startsWith('['));
    expect(names.filter((name) => !takenNames.has(name))).toEqual([]);
  });
});
