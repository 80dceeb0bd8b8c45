/** A run told as moments, then as the Markdown of a post-incident review. Loaded once a run begins. */
import { formatDuration } from '../../words/format.ts';
import type { Lang } from '../../words/lang.ts';
import { ofRto, type Say } from '../../words/runbook-words.ts';
import { clock } from './clock.ts';
import { clockIsLate } from './device-clock.ts';
import { callText, minuteOf } from './runbook-calls.ts';
import { wordsOf, type RunbookPage } from './runbook-page.ts';
import { budgetOf } from './runbook-path.ts';
import { reviewId, reviewText, type Moment } from './runbook-review.ts';
import type { Progress, Run } from './runbook-state.ts';

export { drawPath } from './runbook-path.ts';

const MINUTE = 60_000;

/** Ticks that were taken back are left out; everything else happened. */
function momentsOf({ entries }: Run, progress: Progress, page: RunbookPage, say: Say): Moment[] {
  const phaseOf = (key: string): string => page.phases.find((phase) => phase.key === key)?.name ?? wordsOf(key);
  const stepOf = (key: string): string => {
    const step = page.steps.find((one) => one.key === key);
    const text = wordsOf(key);
    return step?.phase ? `${step.phase.name} · ${text}` : step ? text : say('rb.review.gone', { what: text });
  };
  return entries.flatMap((entry): Moment[] => {
    const moment = (what: string): Moment[] => [{ at: entry.at, what }];
    switch (entry.kind) {
      case 'start':
        return moment(say('rb.review.started'));
      case 'stop':
        return moment(say('rb.review.stopped'));
      case 'resume':
        return moment(say('rb.review.resumed'));
      case 'branch':
        return moment(say(entry.taken ? 'rb.review.taken' : 'rb.review.skipped', { what: phaseOf(entry.what) }));
      case 'option':
        return moment(say('rb.review.option', { what: wordsOf(entry.what) }));
      case 'clock':
        return moment(say('rb.clock-back', { time: clock(entry.by / 1000) }));
      case 'step':
        return progress.steps.get(entry.what) === entry.at && !entry.undone ? moment(stepOf(entry.what)) : [];
      case 'call':
        return progress.calls.get(entry.what) === entry.at && !entry.undone ? moment(say('rb.review.called', { who: wordsOf(entry.what) })) : [];
      default:
        return [];
    }
  });
}

/** Calls that came due before they were made, or were not made. */
function callsThatCame({ start, end, calls }: Progress, page: RunbookPage, now: number, say: Say): Moment[] {
  if (start === 0) return [];
  return page.calls.flatMap((call): Moment[] => {
    const at = start + minuteOf(call) * MINUTE;
    const made = calls.get(call.key) ?? Infinity;
    return at <= Math.min(made, end || now) && !call.place.closest('[data-off]') ? [{ at, what: say('rb.review.due', { what: callText(call) }) }] : [];
  });
}

/** The review of a run as it stands now: its id, and its Markdown. */
export function reviewOf(root: HTMLElement, page: RunbookPage, run: Run, progress: Progress, now: number, say: Say, lang: Lang): { id: string; text: string } {
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' });
  const { start, end, steps } = progress;
  const [, built = ''] = document.querySelector<HTMLMetaElement>('meta[name="site-version"]')?.content.split(' ') ?? [];
  const { full, rto } = budgetOf(root, page, progress);
  const time = formatDuration(((end || now) - start) / MINUTE, lang);
  const walked = page.steps.filter(({ box }) => !box.closest('[data-off]'));
  const facts = [
    say('rb.review.fact-time', { time: start === 0 ? say('rb.review.none') : end === 0 ? say('rb.review.running', { time }) : time }),
    ...(full ? [say('rb.review.fact-path', { time: ofRto(full, rto, say, lang) })] : []),
    say('rb.ticked', { done: walked.filter(({ key }) => steps.has(key)).length, total: walked.length }),
    ...(built === '' ? [] : [say('rb.review.fact-version', { version: date.format(new Date(built)) })]),
    ...(built !== '' && clockIsLate(new Date(built), new Date(start || now)) ? [say('rb.review.clock-late')] : []),
  ];
  const id = reviewId(start || now, root.dataset.id ?? '');
  const title = say('rb.review.title', { title: root.dataset.title ?? '', date: date.format(start || now) });
  const moments = [...momentsOf(run, progress, page, say), ...callsThatCame(progress, page, now, say)];
  return { id, text: reviewText(root.querySelector<HTMLElement>('[data-review]')?.dataset.review ?? '', { id, title, moments, facts }) };
}
