import { describe, expect, it } from 'vitest';
import { compareRated, levelNamed, levelsOf, matchOf, needsAction, outOfTolerance, placeInGrid, rate, ratingText, shapeOf, type Rated } from '../../src/model/rated.ts';
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

describe('a place in a grid', () => {
  const place = (method: Method, likelihood: number, impact: number): number => placeInGrid(method, rated(method, likelihood, impact));

  it('is the share of the cells that are no graver', () => {
    expect(place(product, 1, 1)).toBe(1 / 25);
    expect(place(product, 5, 5)).toBe(1);
    // Scores of 4 or less: 1, 2, 2, 3, 3, 4, 4, 4.
    expect(place(product, 2, 2)).toBe(8 / 25);
    expect(place(product, 4, 1)).toBe(place(product, 1, 4));
  });

  it('follows levels, then both axes, where there is no score', () => {
    expect(place(grid, 4, 3)).toBe(1);
    // Critical twice in its row: the less likely one is no graver than the other, and not the reverse.
    expect(place(grid, 3, 3)).toBe(11 / 12);
    // Likely and mild, or unlikely and grave: of one level, neither is milder than the other.
    expect(place(grid, 1, 3)).toBeLessThan(place(grid, 2, 3));
    const all = [1, 2, 3, 4].flatMap((likelihood) => [1, 2, 3].map((impact) => rated(grid, likelihood, impact)));
    for (const a of all) for (const b of all) if (a.level.rank > b.level.rank) expect(placeInGrid(grid, a)).toBeGreaterThan(placeInGrid(grid, b));
  });

  it('compares grids of different sizes from the mildest to the gravest', () => {
    for (const method of [product, grid]) {
      const { length: likelihoods } = method.likelihood;
      const { length: impacts } = method.impact;
      expect(place(method, likelihoods, impacts)).toBe(1);
      expect(place(method, 1, 1)).toBeLessThan(0.2);
    }
  });
});

describe('a level among those that methods share', () => {
  it('is matched by its gravity, its id, or its rank', () => {
    const levels = levelsOf(product);
    expect(levels.map(matchOf)).toEqual(['id', 'id', 'id', 'gravest']);
    expect(matchOf({ id: 'amber', rank: 2, of: 3 })).toBe('rank');
  });
});
