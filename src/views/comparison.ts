import { matchOf, outOfTolerance, shapeOf, type Level } from '../model/rated.ts';
import type { MethodRecord } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Step } from './heatmap.ts';
import { ratedRows, type RatedRow } from './rated-rows.ts';

/** A level of a method, matched with one of the four that all share. */
export interface MatchedLevel {
  readonly level: Level;
  readonly by: ReturnType<typeof matchOf>;
  /** Scores of the level; absent where the method rates in words. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** How one method's levels are matched with those of the others. */
export interface MatchedMethod {
  readonly method: MethodRecord;
  readonly scored: boolean;
  readonly likelihoods: number;
  readonly impacts: number;
  readonly levels: Readonly<Record<Step, readonly MatchedLevel[]>>;
}

export interface ComparedSystem {
  readonly id: string;
  readonly title: string;
  /** Methods of its lines, the one of most lines first. */
  readonly methods: readonly MethodRecord[];
  readonly rated: number;
  readonly unrated: number;
  readonly counts: Readonly<Record<Step, number>>;
  /** Lines of the two gravest levels. */
  readonly grave: number;
  /** Lines above the appetite; absent where no method of the system says one. */
  readonly outside?: number | undefined;
}

export interface Comparison {
  /** In the site's order; a system without a register stays, and its counts are 0. */
  readonly systems: readonly ComparedSystem[];
  readonly methods: readonly MatchedMethod[];
}

/** The four levels that all methods share, from the gravest. */
export const commonSteps: readonly Step[] = [4, 3, 2, 1];

function matched(method: MethodRecord): MatchedMethod {
  const { value, levels } = method;
  const scored = value.score === 'product';
  const most = Math.max(...value.likelihood.map((point) => point.value)) * Math.max(...value.impact.map((point) => point.value));
  const of = (step: Step): MatchedLevel[] =>
    levels
      .filter((level) => shapeOf(level) === step)
      .toReversed()
      .map((level) => {
        const next = levels[level.rank]?.from;
        return { level, by: matchOf(level), from: scored ? level.from : undefined, to: scored ? (next === undefined ? most : next - 1) : undefined };
      });
  return { method, scored, likelihoods: value.likelihood.length, impacts: value.impact.length, levels: { 1: of(1), 2: of(2), 3: of(3), 4: of(4) } };
}

function methodsOf(rows: readonly RatedRow[]): MethodRecord[] {
  const count = (method: MethodRecord): number => rows.filter((row) => row.method?.key === method.key).length;
  return [...new Set(rows.flatMap(({ method, rated }) => (method && rated ? [method] : [])))].sort((a, b) => count(b) - count(a));
}

/**
 * Systems side by side. Scores of two methods do not compare, and words have none: what compares is the level, matched with four that all
 * methods share, and how many lines stand in each.
 */
export function comparison(wiki: Wiki): Comparison {
  const systems = wiki.systems.map(({ id, title }): ComparedSystem => {
    const rows = ratedRows(wiki, id);
    const at = (step: Step): number => rows.filter((row) => row.step === step).length;
    const methods = methodsOf(rows);
    const judged = rows.flatMap(({ method, rated }) => (method?.value.appetite !== undefined && rated ? [outOfTolerance(method.value, rated)] : []));
    return {
      id,
      title,
      methods,
      rated: rows.filter(({ rated }) => rated).length,
      unrated: rows.filter(({ rated }) => !rated).length,
      counts: { 1: at(1), 2: at(2), 3: at(3), 4: at(4) },
      grave: at(3) + at(4),
      outside: judged.length === 0 ? undefined : judged.filter(Boolean).length,
    };
  });
  return { systems, methods: [...new Set(systems.flatMap(({ methods }) => methods))].map(matched) };
}
