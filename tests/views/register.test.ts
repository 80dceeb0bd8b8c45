import { describe, expect, it } from 'vitest';
import { methodView } from '../../src/views/method.ts';
import { portfolioRisks } from '../../src/views/portfolio-risks.ts';
import { register } from '../../src/views/register.ts';
import { realWiki } from './content.ts';

describe('register of Amazon', () => {
  const view = register(realWiki, 'amazon-reviews');

  it('lists its 24 risks from the gravest', () => {
    expect(view.rows).toHaveLength(24);
    expect(view.rows.slice(0, 2).map(({ id }) => id)).toEqual(['R-T01', 'R-T04']);
    expect(view.rows[0]).toMatchObject({ owner: { name: 'Data Engineer' }, treatment: { state: 'due', on: '2026-03-31', days: 19 }, review: { state: 'late', on: '2026-01-12', days: 59 } });
  });

  it('numbers the categories of its method', () => {
    expect(view.categories.map(({ index, id, label, count }) => [index, id, label, count])).toEqual([
      [1, 'technical', 'Technique', 10],
      [2, 'operational', 'Opérationnel', 5],
      [3, 'security', 'Sécurité', 5],
      [4, 'business', 'Métier', 4],
    ]);
  });

  it('says what waits for a decision', () => {
    expect(view.decide.withoutAction.map(({ id }) => id).sort()).toEqual(['R-T07', 'R-T09']);
    expect(view.decide.overdue.map(({ id, treatment }) => [id, treatment?.state === 'late' ? treatment.days : 0])).toEqual([
      ['R-T04', 12],
      ['R-T02', 40],
      ['R-T06', 25],
    ]);
    expect(view.decide.reviewDays).toBe(59);
    expect(view.decide.withoutOwner).toEqual([]);
  });

  it('puts risks without action first in the plan, then by date', () => {
    expect(view.plan.map(({ row }) => row.id)).toEqual(['R-T07', 'R-T09', 'R-T02', 'R-T06', 'R-T04', 'R-T01', 'R-M01', 'R-O01']);
  });

  it('counts what its indicators count', () => {
    expect(view.indicators[0]).toMatchObject({ value: 1, held: true });
    expect(view.indicators[1]).toMatchObject({ value: undefined, held: undefined });
    expect(view.indicators[3]?.cost?.amounts).toEqual([
      { unit: '€', total: 2000 },
      { unit: '€/an', total: 500 },
    ]);
  });

  it('says from which score a level is reviewed more often', () => {
    const [method] = realWiki.all('method', 'amazon-reviews');
    const reviews = method && methodView(realWiki, method).reviews;
    expect(reviews?.get('critical')).toEqual([{ every: '1 mo' }]);
    expect(reviews?.get('high')).toEqual([{ every: '3 mo' }, { every: '1 mo', from: 12 }]);
  });
});

describe('registers of the others', () => {
  it('is empty for Immersion Facilitée', () => {
    expect(register(realWiki, 'immersion-facilitee')).toMatchObject({ rows: [], grids: [], plan: [], registers: [] });
  });

  it('asks for nothing where the method sets no threshold', () => {
    const view = register(realWiki, 'ascension');
    expect(view.threshold).toBe(false);
    expect(view.decide.withoutAction).toEqual([]);
    expect(view.rows.find(({ id }) => id === 'R3')?.treatment).toEqual({ state: 'no-threshold' });
    expect(view.plan.map(({ row }) => row.id)).toContain('R1');
  });

  it('gives scenarios a category of their own', () => {
    const view = register(realWiki, 'bienbon');
    expect(view.categories.map(({ kind, count }) => [kind, count])).toEqual([
      ['uncategorised', 5],
      ['scenario', 10],
    ]);
    expect(view.rows.find(({ id }) => id === 'R3')?.treatment).toEqual({ state: 'accepted' });
  });

  it('puts every system side by side', () => {
    const view = portfolioRisks(realWiki);
    expect(view.rows).toHaveLength(55);
    expect(view.systems.map(({ id, count }) => [id, count])).toEqual([
      ['amazon-reviews', 24],
      ['bienbon', 15],
      ['ascension', 12],
      ['sp-e', 4],
    ]);
    const steps = view.rows.map(({ step }) => step ?? 0);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });
});
