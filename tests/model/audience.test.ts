import { describe, expect, it } from 'vitest';
import { checksFor } from '../../src/checks/checks-for.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { editionFor, forAudience, historyFor } from '../../src/model/audience.ts';
import { buildWiki, type Wiki } from '../../src/model/wiki.ts';
import type { Kind } from '../../src/schemas/kinds.ts';
import { realWiki } from '../views/content.ts';
import { wikiOf } from './wiki-of.ts';

/** The five systems, where only documents of some kinds are public. */
function onlyPublic(kinds: readonly Kind[]): Wiki {
  const documents = realWiki.documents.map((document) => ({ ...document, value: { ...document.value, classification: kinds.includes(document.kind) ? ('public' as const) : ('internal' as const) } }));
  return { ...buildWiki({ site: realWiki.site, asOf: realWiki.asOf, documents, problems: [], unreadable: new Set(), files: new Set(), textOf: () => undefined }), hasFile: realWiki.hasFile };
}

const everythingIn = (wiki: Wiki): string => JSON.stringify([wiki.site, ...wiki.documents.map(({ value, body, title, outline }) => [value, body, title, outline])]);

describe('the public edition of the five systems', () => {
  it.each<readonly Kind[]>([['system'], ['system', 'page'], ['system', 'method', 'risk-register', 'risk'], ['system', 'runbook'], ['system', 'escalation', 'incident-matrix'], ['system', 'method', 'continuity-plan', 'decision', 'action-plan']])('of %s names no record of the others', (...kinds) => {
    const wiki = onlyPublic(kinds);
    const edition = forAudience(wiki, 'public');
    expect(new Set(edition.documents.map(({ kind }) => kind)).isSubsetOf(new Set(kinds))).toBe(true);
    expect(edition.documents.length).toBe(wiki.documents.filter(({ kind }) => kinds.includes(kind)).length);
    const text = everythingIn(edition);
    const kept = new Set([...edition.records.values()].flatMap(({ id, title, value }) => [id, title, ...((value as { aliases?: string[] }).aliases ?? [])]));
    const gone = [...wiki.records.values()].filter(({ key, id }) => !edition.records.has(key) && !kept.has(id) && /[\d\p{Lu}_.-]/u.test(id));
    expect(gone.length).toBeGreaterThan(40);
    const left = gone.filter(({ id }) => new RegExp(`(?<![\\p{L}\\p{N}_.-])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_-])`, 'u').test(text));
    expect(left.map(({ key }) => key)).toEqual([]);
    for (const { value } of wiki.all('role')) for (const contact of value.contacts) if (contact.value !== undefined && contact.value.length > 3) expect(text).not.toContain(JSON.stringify(contact.value).slice(1, -1));
  });

  it('cites nothing that it does not hold', () => {
    const edition = forAudience(onlyPublic(['system', 'method', 'risk-register', 'runbook', 'incident-matrix']), 'public');
    const broken = runChecks(edition, rules).findings.filter(({ rule }) => rule.startsWith('link/broken') || rule.startsWith('content/'));
    expect(broken).toEqual([]);
  });

  it('is told no finding that is not one of the whole wiki', () => {
    const wiki = onlyPublic(['system', 'method', 'risk-register']);
    const edition = forAudience(wiki, 'public');
    const whole = runChecks(wiki, rules);
    const alone = runChecks(edition, rules);
    const told = checksFor(whole, edition, rules, 'en');
    expect(alone.findings.length).toBeGreaterThan(told.findings.length);
    expect(told.findings.length).toBeGreaterThan(0);
    const facts = new Set(whole.findings.map(({ fact }) => fact));
    expect(told.findings.filter(({ fact, line }) => !facts.has(fact) || line !== undefined)).toEqual([]);
  });

  it('says nothing without a public document, and everything to its own people', () => {
    expect(forAudience(realWiki, 'internal')).toBe(realWiki);
    expect(forAudience(onlyPublic([]), 'public').documents).toEqual([]);
  });
});

const shop = 'kind: system\nid: shop\ntitle: Shop\nclassification: public';

describe('a public document', () => {
  const wiki = wikiOf({
    'shop/system.md': [`${shop}\nowner: chief\nrelated: [ADR-7]\ntags: [ADR-7, Boutique]\nwaivers: [{ rule: risk/no-owner, reason: no budget, by: chief, until: 2027-01-01 }]\ncomponents: [{ id: db, title: Base, kind: datastore, owner: chief }]`, 'Seen in `chief` and ADR-7, by a chief.\n\n<!-- not yet\npaid -->\nRead [the plan](plan.md) and [that][p], ![x](map.png).\n\n[p]: plan.md "Plan"\n\n```mermaid\nflowchart LR\n  A --> ADR-7\n```\n'],
    'shop/plan.md': ['kind: page\ntitle: The plan of the merger', 'Secret.'],
    'shop/adr.md': ['kind: decision\nid: ADR-7\ntitle: Sell it\nclassification: confidential'],
    'shop/people.md': ['kind: escalation\ntitle: People\nroles: [{ id: chief, title: Chief }]'],
    'shop/roles.md': ['kind: escalation\ntitle: Roles\nclassification: public\nroles:\n  - { id: l1, title: Support, delegate: chief, contacts: [{ channel: phone, value: "+33 6 39 98 01 42", note: at night }] }\npolicies:\n  - { id: day, steps: [{ after: 0 min, roles: [l1, chief] }, { after: 1 h, roles: [chief] }] }\n  - { id: night, steps: [{ after: 0 min, roles: [chief] }] }', '## night\n\nOnly the boss.\n'],
    'shop/status.md': ['kind: page\ntitle: Status\nclassification: public', 'Call +33 6 39 98 01 42.'],
    'lab/system.md': ['kind: system\nid: lab\ntitle: Lab'],
    'lab/open.md': ['kind: page\ntitle: Open\nclassification: public'],
  });
  const { wiki: edition, withheld } = editionFor(wiki, 'public');

  it('loses its references, comments, links and drawings to what is withheld, and its waivers', () => {
    const system = edition.documents.find(({ file }) => file === 'shop/system.md');
    expect(system?.value).toMatchObject({ related: [], tags: ['Boutique'], waivers: [], components: [{ id: 'db' }] });
    expect(JSON.stringify(system?.value)).not.toContain('chief');
    expect(system?.body).toContain('Seen in `[retiré]` and [retiré], by a chief.');
    expect(system?.body).toMatch(/Read \[retiré\] and \[retiré\], \[retiré\]\./);
    expect(system?.body).not.toMatch(/paid|plan|mermaid|ADR/);
    expect(system?.body.split('\n').length).toBe(wiki.documents.find(({ file }) => file === 'shop/system.md')?.body.split('\n').length);
  });

  it('keeps its roles without what reaches them, and no policy that calls nobody', () => {
    expect(edition.resolveAs('role', 'l1', 'shop')?.value).toEqual({ id: 'l1', title: 'Support', aliases: [], contacts: [{ channel: 'phone', for: [] }] });
    expect(edition.resolveAs('policy', 'day', 'shop')?.value.steps).toHaveLength(1);
    expect(edition.resolve('night', 'shop')).toBeUndefined();
    expect(edition.documents.find(({ file }) => file === 'shop/roles.md')?.body).not.toContain('boss');
    expect(edition.documents.find(({ file }) => file === 'shop/status.md')?.body).not.toContain('+33');
  });

  it('is withheld with the system that it stands in, which is said', () => {
    const reasons = withheld.map(({ document, because }) => [document.file, typeof because === 'string' ? because : because.file]);
    expect(reasons).toContainEqual(['lab/open.md', 'lab/system.md']);
    expect(reasons).toContainEqual(['shop/adr.md', 'classification']);
    expect(edition.folders.map(({ id }) => id)).toEqual(['shop']);
  });

  it('is another document for what is kept between builds', () => {
    expect(edition.documents[0]?.digest).not.toBe(wiki.documents.find(({ file }) => file === edition.documents[0]?.file)?.digest);
    expect(edition.textOf('shop/system.md')).toBeUndefined();
  });

  it('shows when it changed, and not by whom', () => {
    const commit = { hash: 'a1', date: '2026-01-01T00:00:00Z', author: 'Ada', subject: 'Hide the plan', files: ['shop/system.md', 'shop/plan.md'] };
    const history = historyFor({ available: true, shallow: false, commits: [commit], lastOf: new Map([['shop/system.md', commit], ['shop/plan.md', commit]]), folders: new Map([['shop', { commit: { ...commit, hash: 'b2', date: '2026-02-01T00:00:00Z' }, tree: 'c3' }]]), prefix: 'merger/content/' }, edition);
    expect(history.prefix).toBe('');
    expect(JSON.stringify([history.commits, [...history.lastOf]])).toBe('[[],[["shop/system.md",{"hash":"a1","date":"2026-01-01T00:00:00Z","author":"","subject":"","files":[]}]]]');
    // A later commit of the folder touched what is withheld: neither its day nor what the folder held then is told.
    expect([...history.folders]).toEqual([['shop', { commit: { hash: 'a1', date: '2026-01-01T00:00:00Z', author: '', subject: '', files: [] } }]]);
  });
});

describe('an edition that was asked for', () => {
  it('is of those readers for every face, whatever the site says', () => {
    const files = { 'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\nclassification: public'], 'shop/plan.md': ['kind: page\ntitle: Plan'] } as const;
    const { wiki, withheld } = editionFor(wikiOf({ ...files }, { audience: 'public' }), 'internal');
    expect([wiki.site.audience, wiki.documents.length, withheld.length]).toEqual(['internal', 2, 0]);
    expect(historyFor({ available: true, shallow: false, commits: [], lastOf: new Map(), folders: new Map(), prefix: 'ops/' }, wiki).prefix).toBe('ops/');
    expect(editionFor(wikiOf({ ...files }), 'public').wiki.site.audience).toBe('public');
  });
});

describe('what a site says of documents without a classification', () => {
  it('is taken for them', () => {
    const files = { 'shop/system.md': ['kind: system\nid: shop\ntitle: Shop'], 'shop/plan.md': ['kind: page\ntitle: Plan\nclassification: internal'] } as const;
    expect(forAudience(wikiOf(files), 'public').documents).toEqual([]);
    expect(forAudience(wikiOf(files, { classification: 'public' }), 'public').documents.map(({ file }) => file)).toEqual(['shop/system.md']);
  });
});
