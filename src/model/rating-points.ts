import type { MethodRecord, RiskRecord, ScenarioRecord } from './records.ts';
import { rate, type Rated } from './rated.ts';
import { hides, type MainCommit, type Rating, type RatingHistory, type RatingValues, type RatingVersion } from './rating-history.ts';
import { ratingMeaning } from './rating-meaning.ts';

/** One step of a rating, by today's method: steps compare only on one scale. */
export interface RatingPoint {
  /** Absent for what the files say and no commit holds yet. */
  readonly commit?: MainCommit | undefined;
  readonly change: RatingVersion['change'];
  readonly file: string;
  readonly withFile: boolean;
  readonly values: RatingValues;
  /** Absent where nobody had rated it, where another method did, and where the points are no longer on the scales. */
  readonly rated?: Rated | undefined;
  readonly inherent?: Rated | undefined;
  readonly target?: Rated | undefined;
  /** What the method of that day made of it, where today's makes something else. */
  readonly then?: Rated | undefined;
}

const same = (a: Rated | undefined, b: Rated | undefined): boolean => a?.score === b?.score && a?.level.id === b?.level.id;

/** Rates what a version says with today's method, where it is the method that it named. */
function pointOf(version: RatingVersion, method: MethodRecord | undefined): RatingPoint {
  const { commit, change, file, withFile, values, then } = version;
  const rated = (rating: Rating | 'not-rated' | undefined): Rated | undefined => (method && method.key === values.methodKey && typeof rating === 'object' ? rate(method.value, rating) : undefined);
  const current = rated(values.current);
  return { commit, change, file, withFile, values, rated: current, inherent: rated(values.inherent), target: rated(values.target), then: same(current, then) ? undefined : then };
}

/** The steps of a record that is gone, as the methods of their days rated them. */
export const pointsOfGone = (versions: readonly RatingVersion[]): RatingPoint[] => versions.map(({ then, ...version }) => ({ ...version, rated: then }));

/** Every step of a record's rating, oldest first. What no commit holds yet is the last one. */
export function ratingPoints(record: RiskRecord | ScenarioRecord, history: RatingHistory): RatingPoint[] {
  const { key, method, title, value, document } = record;
  const points = (history.of.get(key) ?? []).map((version) => pointOf(version, method));
  if (!history.available) return points;
  const values: RatingValues = record.kind === 'risk' ? { kind: 'risk', title, current: record.value.current, inherent: record.value.inherent, target: record.value.target, state: record.value.state, methodKey: method?.key } : { kind: 'scenario', title, current: value.current, methodKey: method?.key };
  const last = points.at(-1);
  // Nothing is known of a record that stands only in versions that could not be read.
  if (!last && history.skipped.some((version) => hides(version, key, document.file))) return points;
  const gone = last === undefined || last.change === 'removed';
  if (!gone && ratingMeaning({ ...last.values, methodKey: method ? last.values.methodKey : undefined }, method?.value) === ratingMeaning(values, method?.value)) return points;
  const { current, inherent, target } = record.kind === 'risk' ? record : { current: record.current, inherent: undefined, target: undefined };
  return [...points, { change: gone ? 'added' : 'changed', file: document.file, withFile: false, values, rated: current, inherent, target }];
}
