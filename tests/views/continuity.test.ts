import { describe, expect, it } from 'vitest';
import { componentView } from '../../src/views/component.ts';
import { continuityView, scenarioView } from '../../src/views/continuity.ts';
import { systemOverview } from '../../src/views/system-overview.ts';
import { realWiki as wiki } from './content.ts';

const component = (key: string) => componentView(wiki, [], wiki.all('component').find((record) => record.key === key)!);

describe('a system', () => {
  it('says what it promises, and what it does not', () => {
    const spe = wiki.systems.find(({ id }) => id === 'sp-e')!;
    expect(systemOverview(wiki, [], spe.record)).toMatchObject({ rto: 5, rpo: 60, reachable: 1, roles: 3 });
    const amazon = wiki.systems.find(({ id }) => id === 'amazon-reviews')!;
    expect(systemOverview(wiki, [], amazon.record).rto).toBeUndefined();
  });
});

describe('a component', () => {
  it('is held against what it needs', () => {
    const api = component('bienbon/railway-api');
    expect(api.rto).toMatchObject({ minutes: 120, from: { kind: 'component' } });
    expect(api.needs.find(({ name }) => name === 'supabase-postgres')).toMatchObject({ rto: { minutes: 60 }, state: 'in-time' });
    expect(api.falls.map(({ component: { id } }) => id)).toContain('apps-mobiles');
  });

  it('shows what may be lost between two backups', () => {
    expect(component('bienbon/supabase-postgres').backups.map(({ backup, loss }) => [backup.id, loss])).toEqual([['BK-PG-QUOTIDIEN', 1440], ['BK-PG-R2', 10_080]]);
  });

  it('puts the gravest risks first', () => {
    const ranks = component('bienbon/supabase-postgres').risks.map(({ current }) => current?.level.rank ?? 0);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });
});

describe('continuity', () => {
  it('lists scenarios with the runbooks that keep their promise', () => {
    const { scenarios, activities, modes } = continuityView(wiki, [], 'bienbon');
    expect(scenarios).toHaveLength(10);
    expect(scenarios[0]).toMatchObject({ scenario: { id: 'S1' }, shape: 4, rto: 60, rpo: 0 });
    expect(scenarios.find(({ scenario }) => scenario.id === 'S7')?.runbooks).toEqual([]);
    expect(activities.length).toBeGreaterThan(0);
    expect(modes.length).toBeGreaterThan(0);
  });

  it('is empty where a system has no plan', () => {
    expect(continuityView(wiki, [], 'immersion-facilitee')).toMatchObject({ scenarios: [], activities: [], modes: [], documents: [] });
  });

  it('holds backups of what a scenario touches against its RPO', () => {
    const s1 = scenarioView(wiki, [], wiki.all('scenario', 'bienbon').find(({ id }) => id === 'S1')!);
    expect(s1.data.find(({ component: { id } }) => id === 'supabase-postgres')).toMatchObject({ backup: { id: 'BK-PG-QUOTIDIEN' }, loss: 1440, broken: true });
    expect(s1.risks.map(({ risk }) => risk.id)).toEqual(['R1', 'R3']);
    expect(s1.drills.map(({ id }) => id)).toEqual(['G-01']);
  });
});
