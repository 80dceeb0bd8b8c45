import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { decisionGroups, decisionView } from '../../src/views/decisions.ts';
import { wikiOf } from '../model/wiki-of.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });

describe('a decision', () => {
  const view = decisionView(wiki, [], wiki.resolveAs('decision', 'ADR-036', 'bienbon')!);

  it('lists its choices with what carries them out', () => {
    expect(view.choices).toHaveLength(12);
    expect(view.choices[0]).toMatchObject({ choice: { id: 'D1', value: { phase: 'Phase 1', cost: '0 USD' } } });
    expect(view.choices[0]?.related.map(({ id }) => id)).toEqual(['BK-PG-R2', 'J-06']);
    expect(view.phases).toEqual(['Phase 1', 'Phase 2', 'Phase 3']);
  });

  it('says who is missing and names what stands outside the wiki', () => {
    expect([view.deciders, view.reviewers]).toEqual([[], []]);
    expect(view.requires).toHaveLength(6);
    expect(view.requires.every(({ record }) => record === undefined)).toBe(true);
  });

  it('knows what rests on it and what replaces it', () => {
    const made = wikiOf({
      'shop/a.md': ['kind: decision\nid: ADR-1\ntitle: One\nstatus: superseded\ndate: 2025-01-01\ndeciders: [cto, The board]'],
      'shop/b.md': ['kind: decision\nid: ADR-2\ntitle: Two\nstatus: accepted\ndate: 2025-02-01\nrequires: [ADR-1, ADR-99]\nsupersedes: [ADR-1]'],
      'shop/c.md': ['kind: decision\nid: ADR-3\ntitle: Three\nstatus: accepted\ndate: 2025-03-01'],
      'shop/d.md': ['kind: decision\nid: ADR-4\ntitle: Four'],
      'shop/roles.md': ['kind: escalation\ntitle: Roles\nroles: [{ id: cto, title: Chief }]'],
    });
    const one = decisionView(made, [], made.resolveAs('decision', 'ADR-1', 'shop')!);
    expect(one.supersededBy.map(({ id }) => id)).toEqual(['ADR-2']);
    expect(one.deciders.map(({ name, record }) => [name, record?.kind])).toEqual([['Chief', 'role'], ['The board', undefined]]);
    const two = decisionView(made, [], made.resolveAs('decision', 'ADR-2', 'shop')!);
    expect(two.requires.map(({ name, record }) => [name, record?.id])).toEqual([['ADR-1', 'ADR-1'], ['ADR-99', undefined]]);
    expect(decisionGroups(made, 'shop').map(({ status, decisions }) => [status, decisions.map(({ id }) => id)])).toEqual([['proposed', ['ADR-4']], ['accepted', ['ADR-3', 'ADR-2']], ['superseded', ['ADR-1']]]);
  });
});

describe('a section without a system', () => {
  it('has its decisions by day, those of one day in the order of their ids', () => {
    const groups = decisionGroups(wiki, 'vigie');
    expect(groups.map(({ status }) => status)).toEqual(['accepted']);
    const days = Map.groupBy(groups[0]?.decisions ?? [], ({ value }) => value.date);
    expect([...days.keys()]).toEqual([...days.keys()].sort().reverse());
    for (const decisions of days.values()) expect(decisions.map(({ id }) => id)).toEqual(decisions.map(({ id }) => id).sort());
    expect([...days.values()].some((decisions) => decisions.length > 5)).toBe(true);
  });
});
