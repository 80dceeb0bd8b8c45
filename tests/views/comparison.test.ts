import { describe, expect, it } from 'vitest';
import { comparison, commonSteps } from '../../src/views/comparison.ts';
import { portfolioRisks } from '../../src/views/portfolio-risks.ts';
import { wikiOf } from '../model/wiki-of.ts';
import { realWiki } from './content.ts';

const view = comparison(realWiki);
const systemOf = (id: string) => view.systems.find((system) => system.id === id);

describe('systems side by side', () => {
  it('counts lines by common level, and keeps a system without a register', () => {
    expect(view.systems.map(({ id, rated, counts }) => [id, rated, commonSteps.map((step) => counts[step])])).toEqual([
      ['amazon-reviews', 24, [1, 9, 12, 2]],
      ['bienbon', 15, [6, 5, 4, 0]],
      ['ascension', 12, [3, 4, 5, 0]],
      ['sp-e', 4, [2, 2, 0, 0]],
      ['immersion-facilitee', 0, [0, 0, 0, 0]],
    ]);
    expect(systemOf('amazon-reviews')).toMatchObject({ grave: 10, unrated: 0 });
    expect(systemOf('ascension')?.outside).toBeUndefined();
  });

  it('says which levels of each method mean which common one, and by what', () => {
    const told = (id: string): unknown =>
      commonSteps.map((step) => view.methods.find(({ method }) => method.id === id)?.levels[step].map(({ level, from, to, by }) => [level.label, from, to, by]));
    expect(told('matrice-ascension')).toEqual([[['Critique', 15, 25, 'gravest']], [['Élevé', 10, 14, 'id']], [['Modéré', 5, 9, 'id']], [['Faible', 1, 4, 'id']]]);
    expect(told('grille-sp-e')).toEqual([[['Critique', undefined, undefined, 'gravest']], [['Majeur', undefined, undefined, 'id']], [], []]);
    expect(view.methods.map(({ method, scored, likelihoods, impacts }) => [method.id, scored, likelihoods, impacts])).toContainEqual(['grille-sp-e', false, 4, 2]);
  });

  it('counts what is above the appetite where a method says one, and levels without a known id by rank', () => {
    const method = 'kind: method\nid: m\ntitle: M\nappetite: amber\nlikelihood: [{ value: 1, label: A }, { value: 2, label: B }, { value: 3, label: C }]\nimpact: [{ value: 1, label: A }, { value: 2, label: B }, { value: 3, label: C }]\nlevels: [{ id: green, label: Green, from: 1 }, { id: amber, label: Amber, from: 3 }, { id: red, label: Red, from: 6 }]';
    const risks = 'kind: risk-register\nid: r\ntitle: R\nmethod: m\nrisks:\n  - { id: R1, title: R1, current: { likelihood: 3, impact: 3 } }\n  - { id: R2, title: R2, current: { likelihood: 1, impact: 3 } }\n  - { id: R3, title: R3, current: not-rated }\n  - { id: R4, title: R4, current: { likelihood: 3, impact: 3 }, state: closed }';
    const made = comparison(wikiOf({ 's/system.md': ['kind: system\nid: s\ntitle: S'], 's/m.md': [method], 's/r.md': [risks] }));
    expect(made.systems).toMatchObject([{ rated: 2, unrated: 1, outside: 1, counts: { 4: 1, 3: 1, 2: 0, 1: 0 } }]);
    expect(commonSteps.flatMap((step) => made.methods[0]?.levels[step].map(({ level, by }) => [step, level.id, by]))).toEqual([[4, 'red', 'gravest'], [3, 'amber', 'rank'], [1, 'green', 'rank']]);
  });

  it('orders lines of all systems by common level, then by their place in their own grid', () => {
    const rows = portfolioRisks(realWiki).rows.filter(({ rated }) => rated);
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next) expect(row.step ?? 0).toBeGreaterThanOrEqual(next.step ?? 0);
      // In one method, a higher score always comes first.
      for (const after of rows.slice(index + 1)) if (after.method?.key === row.method?.key && row.rated?.score !== undefined) expect(row.rated.score).toBeGreaterThanOrEqual(after.rated?.score ?? 0);
    }
    // A score of 4 × 5 on 25 cells and a word are told apart by place, not by number.
    expect(rows.findIndex(({ system, id }) => system === 'bienbon' && id === 'S1')).toBeLessThan(rows.findIndex(({ system, id }) => system === 'amazon-reviews' && id === 'R-T04'));
  });
});
