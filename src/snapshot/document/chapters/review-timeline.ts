import { incidentLine } from '../../../views/incident-line.ts';
import type { ReviewView } from '../../../views/reviews.ts';
import { formatDate, formatDuration } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Block, Blocks, Spans } from '../block.ts';
import { heading, rowsTable, text } from '../pieces.ts';
import { DASH, lines, small } from '../record-spans.ts';

/** What happened as a line of time; each entry by its number in the table. */
function line({ t, lang }: Print, view: ReviewView): Block | undefined {
  const drawn = incidentLine(view);
  if (!drawn) return undefined;
  const { moments, promises, entries, ticks } = drawn;
  const at = (moment: Date): string => formatDate(moment, lang, 'date-time', view.timeZone);
  const elapsed = (minutes: number): string => (minutes === 0 ? '0' : `+\u00A0${formatDuration(minutes, lang)}`);
  const told = moments.map(({ name, after }) => `${t(`reviews.moment.${name}`)} ${elapsed(after)}`);
  return {
    k: 'timeline',
    alt: [`${t('snap.review.line', { from: at(drawn.from), to: at(drawn.to) })}${told.length === 0 ? '' : ` ${told.join(', ')}.`}`, ...(promises.length === 0 ? [] : [t('snap.review.passed', { names: promises.map(({ name }) => t(`reviews.time.${name}`)).join(', ') })]), ...(entries.length === 0 ? [] : [t('snap.review.entries', { count: entries.length })])].join(' '),
    spans: moments.slice(1).map(({ x }, index) => ({ from: moments[index]?.x ?? 0, to: x, odd: index % 2 === 0 })),
    moments: moments.map(({ name, x, lane, before, after }) => ({ x, lane, before, label: t(`reviews.moment.${name}`), time: elapsed(after) })),
    promises: promises.map(({ name, x }) => ({ x, label: t('snap.review.promise', { name: t(`reviews.time.${name}`).toLocaleLowerCase(lang) }) })),
    entries: entries.map(({ index, x, lane }) => ({ x, lane, label: String(index + 1) })),
    ticks: ticks.map(({ x, minutes }) => ({ x, label: elapsed(minutes) })),
  };
}

/** What happened, along the time it took and in words. */
export function timelineBlocks(print: Print, view: ReviewView): Blocks {
  const { t, say, lang } = print;
  const drawn = view.review.value.template ? undefined : line(print, view);
  if (view.timeline.length === 0 && !drawn) return [];
  const at = (moment: Date, exact: boolean): string => formatDate(moment, lang, exact ? 'date-time' : 'short', view.timeZone);
  return [
    heading(4, [t('reviews.timeline')]),
    ...(drawn ? [drawn] : []),
    ...rowsTable(
      [t('snap.review.number'), t('history.date'), t('snap.review.what'), t('snap.review.by')],
      [{ w: 'auto', a: 'right' }, 'auto', 6, 2],
      view.timeline.map(({ at: moment, exact, after, what, by }, index): (Spans | undefined)[] => [[String(index + 1)], lines([at(moment, exact)], after === undefined ? undefined : [small(`${after < 0 ? '−' : '+'}\u00A0${formatDuration(Math.abs(after), lang)}`)]), [say(what)], text(say, by) ?? DASH]),
    ),
  ];
}
