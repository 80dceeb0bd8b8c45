import { reviewView, reviewsView } from '../../../views/reviews.ts';
import type { RecordOf } from '../../../model/records.ts';
import { durationText } from '../../../words/durations.ts';
import { formatDuration } from '../../../words/format.ts';
import { timeWords } from '../../../words/review-words.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { bullets, heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { bold, DASH, gap, refs, severityChip, small, stateSpans } from '../record-spans.ts';
import { timelineBlocks } from './review-timeline.ts';

function reviewBlocks(print: Print, review: RecordOf<'review'>): Blocks {
  const { t, say, lang, wiki } = print;
  const view = reviewView(wiki, [], review);
  const { value, document } = review;
  const list = (label: string, texts: readonly string[]): Blocks => (texts.length === 0 ? [] : [heading(4, [label]), ...bullets(texts.map((words) => [say(words)]))]);
  const some = (records: Parameters<typeof refs>[1]): Spans | undefined => (records.length === 0 ? undefined : refs(print, records));
  return [
    heading(3, [{ k: 'id', v: review.id }, ` ${say(review.title)}`], placeOf(review)),
    ...(value.template ? [{ k: 'callout' as const, kind: 'note' as const, title: t('reviews.template'), b: [para(t('reviews.template-banner'))] }] : []),
    ...envelope(print, document, [t('reviews.incident'), text(say, value.incident)], [t('reviews.severity'), view.severity && [severityChip(print, view.severity)]], [t('reviews.impact'), text(say, value.impact) ?? (value.template ? undefined : [gap(t('reviews.impact-none'))])], [t('reviews.components'), some(view.components)], [t('reviews.runbooks'), some(view.runbooks)], [t('reviews.risks'), some(view.risks)], [t('reviews.actions'), some(view.actions)]),
    ...(value.template
      ? []
      : [
          heading(4, [t('reviews.times-title')]),
          ...rowsTable([t('reviews.time'), t('reviews.span'), t('reviews.taken'), t('reviews.promised'), t('reviews.verdict')], [2, 3, 2, 3, 2], view.times.map((time) => [[bold(t(`reviews.time.${time.name}`))], [`${t(`reviews.moment.${time.from}`)} → ${t(`reviews.moment.${time.to}`)}`], time.minutes === undefined ? DASH : [formatDuration(time.minutes, lang)], time.promise ? [t('reviews.promised-by', { promise: durationText(time.promise.text, lang), record: say(time.promise.from.title) })] : [small(t('reviews.no-promise'))], stateSpans(timeWords(time, lang))])),
        ]),
    ...timelineBlocks(print, view),
    ...list(t('reviews.causes'), value.causes),
    ...list(t('reviews.lessons'), value.lessons),
    ...bodyBlocks(print, document, document.body, 4),
  ];
}

/** What incidents taught, the latest first; models to copy last. */
export function reviewsChapter(print: Print, system: string): Chapter | undefined {
  const { t, wiki } = print;
  const { lines: held, templates, required } = reviewsView(wiki, system);
  if (held.length + templates.length === 0) return undefined;
  return {
    title: t('reviews.title'),
    id: `c:${system}/reviews`,
    b: [...(required.length === 0 ? [] : [para(t('reviews.required', { severities: required.map(({ id }) => id).join(', ') }))]), ...(held.length === 0 ? [para(gap(t('reviews.empty')), ` ${t('reviews.empty-why')}`)] : []), ...[...held.map(({ review }) => review), ...templates].flatMap((review) => reviewBlocks(print, review))],
  };
}
