import { describe, expect, it } from 'vitest';
import { noRatingHistory, type RatingHistory } from '../../src/model/rating-history.ts';
import { ratingsKey } from '../../src/site/cache-key.ts';
import type { SiteData } from '../../src/site/site-data.ts';
import { historyOf, METHOD, REGISTER, type Past } from '../views/rated-history.ts';

const past: Past[] = [
  ['2026-01-01', { 'shop/method.md': METHOD(), 'shop/risks.md': REGISTER(['R1', 3, 3]) }],
  ['2026-01-10', { 'shop/risks.md': REGISTER(['R1', 3, 4]) }],
];
const keyOf = (ratings: RatingHistory, system = 'shop'): string => ratingsKey({ ratings } as SiteData, system);

describe('the key of what a page shows of the past', () => {
  it('is the same for the same past', () => {
    expect(keyOf(historyOf(past))).toBe(keyOf(historyOf(past)));
  });

  it('changes with a version, a version that cannot be read, a method, and the start of reading', () => {
    const since = { commit: { hash: 'a', date: '2026-01-01T10:00:00Z', author: 'Ops', subject: 'Cut' }, why: 'shallow' } as const;
    const keys = [
      noRatingHistory,
      historyOf(past),
      historyOf(past.slice(0, 1)),
      historyOf([...past, ['2026-01-20', { 'shop/risks.md': 'kind: [' }]]),
      historyOf([...past, ['2026-01-20', { 'shop/method.md': METHOD(12) }]]),
      historyOf(past, { since }),
    ].map((history) => keyOf(history));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not change with a version of another system', () => {
    expect(keyOf(historyOf([...past, ['2026-01-20', { 'other/risks.md': REGISTER(['R9', 1, 1]) }]]))).toBe(keyOf(historyOf(past)));
  });
});
