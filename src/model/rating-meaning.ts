import type { Method } from '../schemas/method.ts';
import { scalePoint } from './rated.ts';
import type { Rating, RatingValues } from './rating-history.ts';

/** What a rating says, whatever its wording: `4`, `high` and `Élevée` may be one point of a scale. Equal where nothing moved. */
export function ratingMeaning(values: RatingValues, method: Method | undefined): string {
  const point = (scale: Method['likelihood'] | undefined, wanted: string | number): string | number => (scale && scalePoint(scale, wanted)?.value) ?? String(wanted);
  const of = (entry: Rating | 'not-rated' | undefined): unknown => (typeof entry === 'object' ? [point(method?.likelihood, entry.likelihood), point(method?.impact, entry.impact)] : (entry ?? null));
  return JSON.stringify([of(values.current), of(values.inherent), of(values.target), values.state ?? null, values.methodKey ?? null]);
}
