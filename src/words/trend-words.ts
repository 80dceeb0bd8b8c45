import type { Rated } from '../model/rated.ts';
import type { RatingStory } from '../views/rating-steps.ts';
import type { TrendChart, TrendMark } from '../views/trend-chart.ts';
import { formatDate } from './format.ts';
import { translator, type Lang } from './index.ts';
import { typography } from './typography.ts';

/** More than this is a list to read, not to hear. */
const MOST_TOLD = 6;

/** What a chart of ratings shows, for those who do not see it; and the dates under its marks. */
export function trendWords({ steps }: RatingStory, chart: TrendChart | undefined, lang: Lang, timeZone: string): { readonly told: string; readonly dateOf: (mark: TrendMark) => string | undefined } {
  const t = translator(lang);
  const date = (on: string, style: 'short' | 'long' | 'day-month' = 'short'): string => formatDate(on, lang, style, timeZone);
  const rating = ({ score, level }: Rated): string => (score === undefined ? typography(level.label, lang) : t('trend.rating', { score, level: typography(level.label, lang) }));
  const marks = chart?.marks ?? [];
  const last = marks.at(-1);
  // What the files say and no commit holds has no day but today.
  const pendingLast = steps[0]?.point.commit === undefined;
  const mark = ({ rated, on }: TrendMark): string => t('trend.at', { rating: rating(rated), date: date(on, 'long') });
  const lastOf = ({ rated, on }: TrendMark): string => (pendingLast ? t('trend.pending', { rating: rating(rated) }) : t('trend.since', { rating: rating(rated), date: date(on, 'long') }));
  const told = last === undefined ? '' : marks.length > MOST_TOLD ? t('trend.many', { count: marks.length, date: date(marks[0]?.on ?? '', 'long'), rating: rating(last.rated) }) : `${marks.map((one) => (one === last ? lastOf(one) : mark(one))).join(', ')}.`;
  const aim = chart?.target && (chart.target.on === undefined ? t('trend.aim', { rating: rating(chart.target.rated) }) : t('trend.aim-on', { rating: rating(chart.target.rated), date: date(chart.target.on, 'long') }));
  const style = new Set(marks.map(({ on }) => on.slice(0, 4))).size > 1 ? 'short' : 'day-month';
  return {
    told: [told, aim].filter(Boolean).join(' '),
    dateOf: (one) => (one.dated === 'never' || (pendingLast && one === last) ? undefined : date(one.on, style)),
  };
}
