import { ratingPoints } from '../../../model/rating-points.ts';
import type { RiskRecord, ScenarioRecord } from '../../../model/records.ts';
import type { RatingStory } from '../../../views/rating-steps.ts';
import { ratingStory } from '../../../views/rating-steps.ts';
import { trendChart } from '../../../views/trend-chart.ts';
import { formatDate } from '../../../words/format.ts';
import { ratingWords } from '../../../words/level-words.ts';
import { stepWords } from '../../../words/rating-step.ts';
import { trendWords } from '../../../words/trend-words.ts';
import type { Print } from '../../print.ts';
import type { Blocks } from '../block.ts';
import { heading, para, rowsTable } from '../pieces.ts';
import { bold, code, lines, ratedChip, small } from '../record-spans.ts';

/** The curve of a rating as the site draws it; nothing where nothing moved and nothing is aimed at. */
function trend({ t, say, lang, wiki, ratings }: Print, record: RiskRecord | ScenarioRecord, story: RatingStory, due: string | undefined): Blocks {
  const chart = trendChart(record.method, ratingPoints(record, ratings), wiki.asOf, record.kind === 'risk' ? record.target : undefined, due);
  if (!chart) return [];
  const { told, dateOf } = trendWords(story, chart, lang, wiki.site.time_zone);
  const value = (score: number | undefined): { value?: string } => (score === undefined ? {} : { value: String(score) });
  const { target } = chart;
  return [
    {
      k: 'trend',
      alt: `${t(chart.marks.some(({ rated }) => rated.score !== undefined) ? 'trend.score' : 'trend.level')}. ${told}`,
      height: chart.height,
      top: chart.top,
      bottom: chart.bottom,
      bands: chart.bands.map(({ y, height, step, level }) => ({ y, height, step, label: say(level.label) })),
      lines: chart.lines,
      now: { x: chart.now, label: t('trend.now') },
      marks: chart.marks.map((mark) => ({ x: mark.x, y: mark.y, step: mark.step, ...value(mark.rated.score), label: dateOf(mark) })),
      ...(target ? { target: { x: target.x, y: target.y, ...value(target.rated.score), label: target.on === undefined ? t('move.target').toLocaleLowerCase(lang) : formatDate(target.on, lang, 'day-month', wiki.site.time_zone), lines: target.lines } } : {}),
    },
    ...(chart.proportional ? [] : [para(small(t('trend.uneven')))]),
  ];
}

/** How a rating came to be what it is: its curve, and every commit that changed it. `due` is the day set for its treatment. */
export function historyBlocks(print: Print, record: RiskRecord | ScenarioRecord, due?: string): Blocks {
  const { t, lang, say, wiki, ratings, audience } = print;
  // What people wrote in commits stays inside.
  if (audience === 'public') return [];
  const story = ratingStory(record, ratings);
  if (!story.available || story.steps.length === 0) return [];
  const scored = story.steps.some(({ point }) => point.rated?.score !== undefined);
  const day = (date: string): string => formatDate(date, lang, 'short', wiki.site.time_zone);
  return [
    heading(4, [t('risk.history')]),
    ...trend(print, record, story, due),
    ...rowsTable(
      [t('history.date'), t('history.rating'), t('history.change'), t('history.commit')],
      ['auto', 2, 4, 2],
      story.steps.map((step) => {
        const { commit, rated, then, values } = step.point;
        return [
          [commit ? day(commit.date) : t('history.pending')],
          lines(rated ? [ratedChip(print, rated), small(` ${ratingWords(rated, lang)}`)] : [values.current === 'not-rated' ? t('state.not-rated') : `${values.current.likelihood} × ${values.current.impact}`], then && [small(t('history.then', { level: then.score === undefined ? say(then.level.label) : `${then.score} ${say(then.level.label)}` }))]),
          lines([bold(stepWords(step, scored, lang))], commit && [small(commit.subject)]),
          commit && [commit.author, ' ', code(commit.hash.slice(0, 7))],
        ];
      }),
      { small: true },
    ),
    ...(story.since ? [para(small(t(`history.${story.since.why}`, { date: day(story.since.commit.date) })))] : []),
  ];
}
