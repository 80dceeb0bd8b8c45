import { addDuration, daysBetween } from './duration.ts';
import { levelNamed } from './rated.ts';
import type { RiskRecord, WikiDocument } from './records.ts';

/** When something must be reviewed again. */
export interface ReviewDue {
  /** How often, as written. */
  readonly every: string | 0;
  /** Day of the last review; absent where nobody wrote one. */
  readonly last?: string | undefined;
  /** Day of the next review; absent without a last one. */
  readonly due?: string | undefined;
}

const OUT_OF_USE = ['retired', 'deprecated', 'superseded', 'rejected'];

const after = (last: string | undefined, every: string | 0): ReviewDue => ({ every, last, due: last === undefined ? undefined : addDuration(last, every) });

/** The next review of a document, by its `reviewed` and `review_every`; undefined where it asks for none or is out of use. */
export function documentReview({ value }: WikiDocument): ReviewDue | undefined {
  if (value.review_every === undefined || OUT_OF_USE.includes(value.status)) return undefined;
  return after(value.reviewed, value.review_every);
}

/**
 * How often a risk is reviewed: the highest of its register's `review_rules` that it reaches (a score, or a level),
 * else the `review_every` of its level in the method.
 */
function rhythmOf({ register, method, current }: RiskRecord): string | 0 | undefined {
  if (!method || !current) return undefined;
  const reached = (register?.value.review_rules ?? []).flatMap(({ from, every }) => {
    if (typeof from === 'number') return current.score !== undefined && current.score >= from ? [{ height: from, every }] : [];
    const level = levelNamed(method.value, from);
    return level && current.level.rank >= level.rank ? [{ height: level.from ?? level.rank, every }] : [];
  });
  return reached.sort((a, b) => b.height - a.height)[0]?.every ?? current.level.reviewEvery;
}

/** The next review of a risk. One without a `reviewed` of its own was last reviewed with its register. */
export function riskReview(risk: RiskRecord): ReviewDue | undefined {
  if (risk.value.state === 'closed' || (risk.register && OUT_OF_USE.includes(risk.register.value.status))) return undefined;
  const every = rhythmOf(risk);
  return every === undefined ? undefined : after(risk.value.reviewed ?? risk.register?.value.reviewed, every);
}

/** Where a review stands on a day: late, to come, or impossible to place because no last review is written. */
export type ReviewStatus = { readonly state: 'late' | 'due'; readonly on: string; readonly days: number; readonly every: string | 0 } | { readonly state: 'never'; readonly every: string | 0 };

export function reviewStatus(review: ReviewDue | undefined, asOf: string): ReviewStatus | undefined {
  if (review === undefined) return undefined;
  if (review.due === undefined) return { state: 'never', every: review.every };
  const days = daysBetween(asOf, review.due);
  return { state: days < 0 ? 'late' : 'due', on: review.due, days: Math.abs(days), every: review.every };
}
