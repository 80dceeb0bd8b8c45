import { describe, expect, it } from 'vitest';
import { compareRated, levelNamed, levelsOf, needsAction, outOfTolerance, rate, ratingText, shapeOf, type Rated } from '../../src/model/rated.ts';
import { methodSchema, type Method } from '../../src/schemas/method.ts';

const points = (...labels: string[]): object[] => labels.map((label, index) => ({ value: index + 1, label, id: `p${index + 1}` }));

const product: Method = methodSchema.parse({
  kind: 'method', id: 'm5', title: 'Product',
  likelihood: points('Très faible', 'Faible', 'Moyenne', 'Élevée', 'Très élevée'), impact: points('Négligeable', 'Faible', 'Moyen', 'Élevé', 'Critique'),
  levels: [{ id: 'low', label: 'Faible', from: 1 }, { id: 'moderate', label: 'Moyenne', from: 5 }, { id: 'high', label: 'Élevée', from: 10 }, { id: 'critical', label: 'Critique', from: 16 }],
  action_from: 12, appetite: 'moderate',
});

const grid: Method = methodSchema.parse({
  kind: 'method', id: 'g', title: 'Grid', score: 'grid',
  likelihood: points('Très faible', 'Faible', 'Moyenne', 'Élevée'), impact: points('Moyen', 'Élevé', 'Critique'),
  grid: [{ impact: 'Critique', levels: ['moderate', 'high', 'critical', 'critical'] }, { impact: 1, levels: ['low', 'low', 'moderate', 'moderate'] }, { impact: 'p2', levels: ['low', 'moderate', 'high', 'high'] }],
  levels: [{ id: 'low', label: 'Faible' }, { id: 'moderate', label: 'Moyenne' }, { id: 'high', label: 'Élevée' }, { id: 'critical', label: 'Critique' }],
  action_from: 'high', appetite: 'Moyenne',
});

function rated(method: Method, likelihood: string | number, impact: string | number): Rated {
  const found = rate(method, { likelihood, impact });
  if (!found) throw new Error(`${likelihood} × ${impact} is off the scale`);
  return found;
}

describe('a method that multiplies', () => {
  it.each([[1, 1, 1, 'low'], [2, 2, 4, 'low'], [1, 5, 5, 'moderate'], [3, 3, 9, 'moderate'], [2, 5, 10, 'high'], [3, 5, 15, 'high'], [4, 4, 16, 'critical'], [5, 5, 25, 'critical']])('%s × %s is %s, %s', (likelihood, impact, score, level) => {
    expect(rated(product, likelihood, impact)).toMatchObject({ score, level: { id: level } });
  });

  it('takes a point by value, by number as text, by id and by label, case and accents aside', () => {
    for (const likelihood of [4, '4', 'p4', 'Élevée', 'ELEVEE', ' élevée ']) expect(rated(product, likelihood, 1).likelihood).toMatchObject({ value: 4, rank: 4 });
  });

  it('rates nothing off its scale', () => {
    expect([rate(product, { likelihood: 6, impact: 1 }), rate(product, { likelihood: 'Enorme', impact: 1 }), rate(product, { likelihood: 0, impact: 1 })]).toEqual([undefined, undefined, undefined]);
  });

  it('asks for an action from its score, and is out of tolerance above its appetite', () => {
    expect([rated(product, 2, 5), rated(product, 3, 4)].map((entry) => needsAction(product, entry))).toEqual([false, true]);
    expect([rated(product, 3, 3), rated(product, 2, 5)].map((entry) => outOfTolerance(product, entry))).toEqual([false, true]);
  });

  it('is written with its numbers', () => {
    expect(ratingText(rated(product, 4, 4))).toBe('4 × 4 = 16 (Critique)');
  });
});

describe('a method with a grid', () => {
  it.each([['Très faible', 'Moyen', 'low'], ['Faible', 'Élevé', 'moderate'], ['Moyenne', 'Critique', 'critical'], ['Élevée', 'Moyen', 'moderate'], ['Faible', 'Critique', 'high']])('%s × %s is %s', (likelihood, impact, level) => {
    expect(rated(grid, likelihood, impact)).toMatchObject({ score: undefined, level: { id: level } });
  });

  it('asks for an action from its level', () => {
    expect([rated(grid, 2, 2), rated(grid, 3, 2)].map((entry) => needsAction(grid, entry))).toEqual([false, true]);
    expect([rated(grid, 2, 2), rated(grid, 3, 2)].map((entry) => outOfTolerance(grid, entry))).toEqual([false, true]);
  });

  it('is written with its labels', () => {
    expect(ratingText(rated(grid, 'Faible', 'Critique'))).toBe('Faible × Critique (Élevée)');
  });
});

describe('levels', () => {
  it('are ranked from the mildest and found by id or label', () => {
    expect(levelsOf(product).map(({ id, rank, of }) => `${id} ${rank}/${of}`)).toEqual(['low 1/4', 'moderate 2/4', 'high 3/4', 'critical 4/4']);
    expect([levelNamed(product, 'ELEVEE')?.id, levelNamed(product, 'high')?.id, levelNamed(product, 'none')]).toEqual(['high', 'high', undefined]);
  });

  it.each([[1, 1, [1]], [2, 2, [1, 4]], [3, 3, [1, 3, 4]], [4, 4, [1, 2, 3, 4]], [5, 5, [1, 2, 3, 3, 4]]])('take the four shapes whatever their number: %s', (of, count, shapes) => {
    expect(Array.from({ length: count }, (_, index) => shapeOf({ rank: index + 1, of }))).toEqual(shapes);
  });

  it('compare by score, then by level, then where both axes agree', () => {
    expect(compareRated(rated(product, 4, 4), rated(product, 3, 5))).toBeGreaterThan(0);
    expect(compareRated(rated(grid, 'Faible', 'Critique'), rated(grid, 'Faible', 'Élevé'))).toBeGreaterThan(0);
    expect(compareRated(rated(grid, 'Élevée', 'Moyen'), rated(grid, 'Moyenne', 'Moyen'))).toBeGreaterThan(0);
    expect(compareRated(rated(grid, 'Élevée', 'Moyen'), rated(grid, 'Très faible', 'Critique'))).toBe(0);
  });
});

describe('a method that contradicts itself', () => {
  const base = { kind: 'method', id: 'm', title: 'M', likelihood: points('a', 'b'), impact: points('a', 'b') };
  it('is refused: a grid without a grid, a product without scores', () => {
    expect(methodSchema.safeParse({ ...base, score: 'grid', levels: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] }).success).toBe(false);
    expect(methodSchema.safeParse({ ...base, levels: [{ id: 'a', label: 'A', from: 1 }, { id: 'b', label: 'B' }] }).success).toBe(false);
  });
});
