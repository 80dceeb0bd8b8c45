import { hides, type MainCommit, type RatingHistory } from '../model/rating-history.ts';
import { ratingPoints, type RatingPoint } from '../model/rating-points.ts';
import type { Rated, ScalePoint } from '../model/rated.ts';
import type { RiskRecord, ScenarioRecord } from '../model/records.ts';
import type { Risk } from '../schemas/risk.ts';

/** A point of a scale, or what the file wrote where it is not on today's. */
export type WrittenPoint = ScalePoint | string;

/** What one step changed. */
export type Move =
  | { readonly field: 'likelihood' | 'impact'; readonly from: WrittenPoint; readonly to: WrittenPoint }
  | { readonly field: 'inherent' | 'target'; readonly from?: Rated | undefined; readonly to?: Rated | undefined }
  | { readonly field: 'state'; readonly from?: Risk['state'] | undefined; readonly to?: Risk['state'] | undefined }
  | { readonly field: 'rated' | 'unrated' | 'method' };

export interface RatingStep {
  readonly point: RatingPoint;
  /** Rating before, where there was one. */
  readonly before?: Rated | undefined;
  readonly moves: readonly Move[];
}

export interface RatingStory {
  /** Newest first. */
  readonly steps: readonly RatingStep[];
  readonly available: boolean;
  /** Where reading starts, for a record that may be older. */
  readonly since?: RatingHistory['since'];
  /** Commits of versions that could not be read, newest first. */
  readonly unread: readonly MainCommit[];
  /** Commits since the first step that changed the method, newest first. */
  readonly methodChanges: readonly MainCommit[];
}

const ratingOf = ({ values: { current } }: RatingPoint): Exclude<RatingPoint['values']['current'], 'not-rated'> | undefined => (current === 'not-rated' ? undefined : current);

function axisMoves(before: RatingPoint, after: RatingPoint): Move[] {
  const [from, to] = [ratingOf(before), ratingOf(after)];
  if (!from || !to) return from ? [{ field: 'unrated' }] : to ? [{ field: 'rated' }] : [];
  return (['likelihood', 'impact'] as const).flatMap((field): Move[] => {
    const [was, is] = [before.rated?.[field] ?? String(from[field]), after.rated?.[field] ?? String(to[field])];
    const moved = typeof was === 'object' && typeof is === 'object' ? was.rank !== is.rank : String(from[field]) !== String(to[field]);
    return moved ? [{ field, from: was, to: is }] : [];
  });
}

const differ = (a: Rated | undefined, b: Rated | undefined): boolean => a?.likelihood.rank !== b?.likelihood.rank || a?.impact.rank !== b?.impact.rank;

/** What a step changed from the one before it. */
export function movesBetween(before: RatingPoint, after: RatingPoint): Move[] {
  return [
    ...(before.values.methodKey !== after.values.methodKey && before.values.methodKey !== undefined ? [{ field: 'method' as const }] : []),
    ...axisMoves(before, after),
    ...(['inherent', 'target'] as const).flatMap((field): Move[] => (differ(before[field], after[field]) ? [{ field, from: before[field], to: after[field] }] : [])),
    ...(before.values.state === after.values.state ? [] : [{ field: 'state' as const, from: before.values.state, to: after.values.state }]),
  ];
}

/** How a rating came to be what it is, from Git. */
export function ratingStory(record: RiskRecord | ScenarioRecord, history: RatingHistory): RatingStory {
  const points = ratingPoints(record, history);
  const steps = points.map((point, index): RatingStep => {
    const before = points[index - 1];
    const moved = before && before.change !== 'removed' && point.change !== 'removed' ? movesBetween(before, point) : [];
    return { point, before: before?.change === 'removed' ? undefined : before?.rated, moves: moved };
  });
  const first = points[0]?.commit;
  const method = record.method?.key;
  return {
    steps: steps.toReversed(),
    available: history.available,
    since: points[0]?.change === 'known' ? history.since : undefined,
    unread: history.skipped.filter((version) => hides(version, record.key, record.document.file)).map(({ commit }) => commit).toReversed(),
    methodChanges: first && method !== undefined ? (history.methods.get(method) ?? []).filter(({ date }) => Date.parse(date) > Date.parse(first.date)).toReversed() : [],
  };
}
