import type { Method } from '../schemas/method.ts';

type ScaleValue = Method['likelihood'][number];

/** A point of a scale and its rank, from 1 for the mildest. */
export interface ScalePoint extends ScaleValue {
  readonly rank: number;
}

/** A level of a method and its rank, from 1 for the mildest to `of` for the gravest. */
export interface Level {
  readonly id: string;
  readonly label: string;
  readonly rank: number;
  readonly of: number;
  readonly from?: number | undefined;
  readonly response?: string | undefined;
  readonly reviewEvery?: string | 0 | undefined;
}

/** A rating on a method: points, level, and the score where the method multiplies. */
export interface Rated {
  readonly likelihood: ScalePoint;
  readonly impact: ScalePoint;
  readonly score: number | undefined;
  readonly level: Level;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Finds a point by value (4), id (`high`) or label (`Élevée`, case and accents aside). */
export function scalePoint(scale: readonly ScaleValue[], wanted: string | number): ScalePoint | undefined {
  const rank = scale.findIndex((point) => point.value === wanted || point.id === wanted || fold(point.label) === fold(String(wanted)) || String(point.value) === String(wanted));
  const point = scale[rank];
  return point === undefined ? undefined : { ...point, rank: rank + 1 };
}

/** The levels of a method, ranked from the mildest. */
export function levelsOf(method: Method): Level[] {
  return method.levels.map((level, index) => ({ id: level.id, label: level.label, rank: index + 1, of: method.levels.length, from: level.from, response: level.response, reviewEvery: level.review_every }));
}

/** A level named by id or label. */
export function levelNamed(method: Method, name: string): Level | undefined {
  return levelsOf(method).find((level) => level.id === name || fold(level.label) === fold(name));
}

/** The level of one cell of the grid, by scale points. */
export function levelAt(method: Method, likelihood: ScalePoint, impact: ScalePoint): { score: number | undefined; level: Level } | undefined {
  const levels = levelsOf(method);
  if (method.score === 'grid') {
    const row = method.grid?.find((entry) => scalePoint(method.impact, entry.impact)?.rank === impact.rank);
    const id = row?.levels[likelihood.rank - 1];
    const level = levels.find((entry) => entry.id === id);
    return level && { score: undefined, level };
  }
  const score = likelihood.value * impact.value;
  const level = levels.filter((entry) => (entry.from ?? 0) <= score).at(-1) ?? levels[0];
  return level && { score, level };
}

/** Rates a likelihood and an impact with a method; undefined where a point is not on its scale. */
export function rate(method: Method, rating: { likelihood: string | number; impact: string | number }): Rated | undefined {
  const likelihood = scalePoint(method.likelihood, rating.likelihood);
  const impact = scalePoint(method.impact, rating.impact);
  if (!likelihood || !impact) return undefined;
  const found = levelAt(method, likelihood, impact);
  return found && { likelihood, impact, ...found };
}

/** Whether a rating asks for an action: `action_from` is a score, or a level for a grid. */
export function needsAction(method: Method, rated: Rated): boolean {
  const from = method.action_from;
  if (from === undefined) return false;
  if (typeof from === 'number') return rated.score !== undefined && rated.score >= from;
  const level = levelNamed(method, from);
  return level !== undefined && rated.level.rank >= level.rank;
}

/** Whether a rating is out of tolerance: graver than the appetite. */
export function outOfTolerance(method: Method, rated: Rated): boolean {
  const appetite = method.appetite === undefined ? undefined : levelNamed(method, method.appetite);
  return appetite !== undefined && rated.level.rank > appetite.rank;
}

/** Ids whose meaning is common to methods: a scale that starts at `high` is not drawn as if it started at `low`. */
const KNOWN: Readonly<Record<string, 1 | 2 | 3>> = { low: 1, moderate: 2, medium: 2, high: 3 };

/** A level's place on the four shapes that readers see (1 hollow circle … 4 octagon), whatever the number of levels. The gravest is always 4. */
export function shapeOf(level: { id?: string; rank: number; of: number }): 1 | 2 | 3 | 4 {
  if (level.of === 1) return 1;
  const known = level.id === undefined ? undefined : KNOWN[level.id];
  if (level.rank < level.of && known !== undefined) return known;
  return (1 + Math.round(((level.rank - 1) * 3) / (level.of - 1))) as 1 | 2 | 3 | 4;
}

/**
 * How a level is matched with the four that all methods share: the gravest of a method is always the fourth; others by the id that they
 * bear, else by their rank among the levels of their own method.
 */
export const matchOf = (level: { id: string; rank: number; of: number }): 'gravest' | 'id' | 'rank' => (level.rank === level.of ? 'gravest' : KNOWN[level.id] === undefined ? 'rank' : 'id');

const shares = new WeakMap<Method, readonly (readonly number[])[]>();

/** For every cell, by rank of likelihood and impact: the share of the cells that are no graver. */
function sharesOf(method: Method): readonly (readonly number[])[] {
  let table = shares.get(method);
  if (!table) {
    const points = (scale: readonly ScaleValue[]): ScalePoint[] => scale.map((point, index) => ({ ...point, rank: index + 1 }));
    const cells = points(method.likelihood).flatMap((likelihood) => points(method.impact).map((impact) => ({ likelihood, impact, found: levelAt(method, likelihood, impact) })));
    const noGraver = (one: (typeof cells)[number], than: (typeof cells)[number]): boolean => {
      if (!one.found || !than.found) return false;
      if (one.found.score !== undefined && than.found.score !== undefined) return one.found.score <= than.found.score;
      // Words have an order on each axis and none across: a cell is milder by its level, or where neither axis is worse.
      return one.found.level.rank < than.found.level.rank || (one.found.level.rank === than.found.level.rank && one.likelihood.rank <= than.likelihood.rank && one.impact.rank <= than.impact.rank);
    };
    table = method.likelihood.map((_, likelihood) =>
      method.impact.map((__, impact) => {
        const own = cells.find((cell) => cell.likelihood.rank === likelihood + 1 && cell.impact.rank === impact + 1);
        return own ? cells.filter((cell) => noGraver(cell, own)).length / cells.length : 0;
      }),
    );
    shares.set(method, table);
  }
  return table;
}

/** A rating's place in its own grid, from 0 to 1: the share of the cells that are no graver. Methods of any size, in numbers or in words, compare by it. */
export const placeInGrid = (method: Method, { likelihood, impact }: Rated): number => sharesOf(method)[likelihood.rank - 1]?.[impact.rank - 1] ?? 0;

/** Above 0 where `a` is graver than `b` on the same method: by score, else by level, else by the points where they agree; 0 where one axis rises and the other falls. */
export function compareRated(a: Rated, b: Rated): number {
  if (a.score !== undefined && b.score !== undefined) return a.score - b.score;
  const likelihood = a.likelihood.rank - b.likelihood.rank;
  const impact = a.impact.rank - b.impact.rank;
  return a.level.rank - b.level.rank || (likelihood * impact < 0 ? 0 : likelihood + impact);
}

/** A rating in a sentence: `4 × 4 = 16 (Critique)` where the method multiplies, else `Faible × Critique (Critique)`. */
export function ratingText({ likelihood, impact, score, level }: Rated): string {
  const points = score === undefined ? `${likelihood.label} × ${impact.label}` : `${likelihood.value} × ${impact.value} = ${score}`;
  return `${points} (${level.label})`;
}
