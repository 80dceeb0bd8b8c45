import { describe, expect, it } from 'vitest';
import { wikiOf } from './wiki-of.ts';

const METHOD = `
kind: method
id: m2
title: Method
likelihood: [{ value: 1, label: Low }, { value: 2, label: High }]
impact: [{ value: 1, label: Low }, { value: 2, label: High }]
levels: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 3 }]`;

const wiki = wikiOf(
  {
    'bank/system.md': ['kind: system\nid: bank\ntitle: Bank\nrto: 8 h\ntime_zone: Indian/Mauritius\nholidays: MU\ncomponents: [{ id: api, title: Other API, kind: application, depends_on: [shop/api] }]'],
    'bank/failover.md': ['kind: runbook\nid: RB-1\ntitle: Fail over\ntype: failover', '## Go (1 h)\n'],
    'bank/alert.md': ['kind: runbook\nid: RB-2\ntitle: Answer\ntype: alert', '## Go (1 h)\n'],
    'guide/start.md': ['kind: page\ntitle: Start'],
    'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\nrto: 4 h\ncomponents: [{ id: api, title: API, kind: application }]'],
    'shop/method.md': [METHOD],
    'shop/risks.md': ['kind: risk-register\nid: main\ntitle: Risks\nmethod: m2\nrisks:\n  - { id: R-1, title: One, current: { likelihood: 2, impact: High }, target: { likelihood: Low, impact: 2 }, components: [api, api], related: [R-2, bank/RB-1] }\n  - { id: R-10, title: Ten, current: not-rated }', '## R-10 Ten\n\n## R-1 One\n'],
    'shop/R-2.md': ['kind: risk\nid: R-2\nregister: main\ntitle: Two\ncurrent: { likelihood: 1, impact: 1 }'],
    'shop/nameless.md': ['kind: risk-register\ntitle: Without an id\nmethod: m2\nrisks: [{ id: R-3, title: Three, current: { likelihood: 1, impact: 2 } }]'],
    'shop/plan.md': ['kind: continuity-plan\ntitle: Plan\nmethod: m2\nscenarios:\n  - { id: S1, title: Lost, current: { likelihood: 2, impact: 2 }, rto: 2 h, runbooks: [RB-1] }\n  - { id: S2, title: Slow, current: not-rated, rto: 1 h, runbooks: [RB-1] }'],
    'shop/restore.md': ['kind: runbook\nid: RB-1\ntitle: Restore\ntype: restore', '## Go (30 min)\n'],
    'shop/own.md': ['kind: runbook\nid: RB-2\ntitle: Own\ntype: restore\nrto: 15 min\nscenarios: [S1]', '## Go (30 min)\n'],
  },
  { systems: ['shop'], time_zone: 'Europe/Paris', holidays: 'FR' },
);

describe('records', () => {
  it('are read without a problem', () => expect(wiki.problems).toEqual([]));

  it('are named inside their system', () => {
    expect([wiki.resolve('api', 'shop')?.title, wiki.resolve('api', 'bank')?.title, wiki.resolve('bank/api', 'shop')?.title, wiki.resolve('api', 'guide'), wiki.resolve('nobody/api', 'shop')]).toEqual(['API', 'Other API', 'Other API', undefined, undefined]);
  });

  it('are found as one kind only', () => {
    expect([wiki.resolveAs('component', 'api', 'shop')?.kind, wiki.resolveAs('risk', 'api', 'shop'), wiki.resolveAs('risk', undefined, 'shop')]).toEqual(['component', undefined, undefined]);
  });

  it('are listed by kind and system', () => {
    expect(wiki.all('component').map(({ key }) => key)).toEqual(['bank/api', 'shop/api']);
    expect(wiki.all('risk', 'shop').map(({ id }) => id)).toEqual(['R-1', 'R-10', 'R-2', 'R-3']);
    expect(wiki.documentsOf('runbook', 'bank').map(({ file }) => file)).toEqual(['bank/failover.md', 'bank/alert.md']);
  });

  it('have the heading that begins with their whole id', () => {
    expect([wiki.records.get('shop/R-1')?.narrative, wiki.records.get('shop/R-10')?.narrative]).toEqual(['r-1-one', 'r-10-ten']);
  });

  it('name pages by their file', () => expect(wiki.records.get('guide/page:start')?.title).toBe('Start'));

  it('keep the first of two with one id, and say so', () => {
    const { records, problems } = wikiOf({ 'shop/a.md': ['kind: page\nid: x\ntitle: First'], 'shop/b.md': ['kind: page\nid: x\ntitle: Second'] });
    expect(records.get('shop/x')?.title).toBe('First');
    expect(problems).toMatchObject([{ rule: 'content/duplicate-id', place: { file: 'shop/b.md', line: 3 }, record: 'shop/x' }]);
  });
});

describe('folders', () => {
  it('are systems in the order of the site, then by name', () => {
    expect(wiki.folders.map(({ id }) => id)).toEqual(['shop', 'bank', 'guide']);
    expect(wiki.systems.map(({ title }) => title)).toEqual(['Shop', 'Bank']);
  });

  it('have a clock: their own, else the site’s', () => {
    expect([wiki.clockOf('bank'), wiki.clockOf('shop')]).toEqual([{ timeZone: 'Indian/Mauritius', holidays: 'MU' }, { timeZone: 'Europe/Paris', holidays: 'FR' }]);
  });
});

describe('derived values', () => {
  it('rate risks by the method of their register, in a list or in a file', () => {
    expect(wiki.resolveAs('risk', 'R-1', 'shop')).toMatchObject({ register: { id: 'main' }, current: { score: 4, level: { id: 'high' } }, target: { score: 2, level: { id: 'low' } }, inherent: undefined });
    expect(wiki.resolveAs('risk', 'R-2', 'shop')).toMatchObject({ register: { id: 'main' }, current: { score: 1 } });
    expect(wiki.resolveAs('risk', 'R-3', 'shop')).toMatchObject({ register: { title: 'Without an id' }, current: { score: 2 } });
    expect(wiki.resolveAs('risk', 'R-10', 'shop')?.current).toBeUndefined();
  });

  it('rate scenarios', () => expect(wiki.resolveAs('scenario', 'S1', 'shop')?.current?.score).toBe(4));

  it('hold a runbook to its own RTO, else to the shortest of its scenarios, else to its system’s where it recovers', () => {
    const rto = (id: string, system: string) => [wiki.resolveAs('runbook', id, system)?.rto, wiki.resolveAs('runbook', id, system)?.rtoFrom];
    expect([rto('RB-2', 'shop'), rto('RB-1', 'shop'), rto('RB-1', 'bank'), rto('RB-2', 'bank')]).toEqual([[15, 'runbook'], [60, 'scenario'], [480, 'system'], [undefined, undefined]]);
  });
});

describe('backlinks', () => {
  const from = (key: string): string[] => wiki.backlinks(key).map((link) => `${link.from.key} ${link.field}`);

  it('name who cites a record, once each, across systems', () => {
    expect(from('shop/api')).toEqual(['bank/api depends_on', 'shop/R-1 components']);
    expect(from('bank/RB-1')).toEqual(['shop/R-1 related']);
    expect(from('shop/RB-1')).toEqual(['shop/S1 runbooks', 'shop/S2 runbooks']);
    expect(from('shop/R-10')).toEqual([]);
  });
});
