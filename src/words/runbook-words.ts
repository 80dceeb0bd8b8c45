/** What pages and devices say of a runbook in the same words: a page when it is built, a device as the path is chosen. */
import type { TimedPhase } from '../model/time-budget.ts';
import type { PathPhase } from '../model/runbook-path.ts';
import type { Verdict } from '../views/budget-bar.ts';
import { clockText } from './durations.ts';
import { formatDuration, formatDurationRange } from './format.ts';
import type { MessageKey, Params, Translate } from './index.ts';
import type { Lang } from './lang.ts';

/** Texts that a device fills itself. None is a plural: devices do not carry those rules. */
const WORDS = [
  'runbook.before-rto',
  'runbook.after-rto',
  'runbook.start',
  'runbook.stop',
  'runbook.resume',
  'runbook.finished',
  'rb.budget.held',
  'rb.budget.held-just',
  'rb.budget.exceeded',
  'rb.budget.exceeded-worst',
  'rb.budget.unproved',
  'rb.budget.phase',
  'rb.path.of',
  'rb.path.longest',
  'rb.path.mine',
  'rb.path.mine-open',
  'rb.path.left',
  'rb.phase.falls',
  'rb.phase.falls-after',
  'rb.phase.falls-start',
  'rb.phase.past',
  'rb.phase.past-at',
  'rb.ticked',
  'rb.since',
  'rb.rto-passed',
  'rb.call.due',
  'rb.call.done',
  'rb.call.see',
  'rb.log.failed',
  'rb.clock-back',
  'rb.review.title',
  'rb.review.started',
  'rb.review.stopped',
  'rb.review.resumed',
  'rb.review.taken',
  'rb.review.skipped',
  'rb.review.option',
  'rb.review.called',
  'rb.review.due',
  'rb.review.gone',
  'rb.review.none',
  'rb.review.running',
  'rb.review.fact-time',
  'rb.review.fact-path',
  'rb.review.fact-version',
  'rb.review.clock-late',
] as const satisfies readonly MessageKey[];

export type DeviceWord = (typeof WORDS)[number];
export type DeviceWords = Readonly<Record<DeviceWord, string>>;
export type Say = (key: DeviceWord, params?: Params) => string;

/** With their slots left open. */
export const deviceWords = (t: Translate): DeviceWords => Object.fromEntries(WORDS.map((key) => [key, t(key)])) as DeviceWords;

/** What follows the time of a path: « RTO tenu, marge de 20 min. » */
export function verdictText({ over, margin, state }: Verdict, say: Say, lang: Lang): string {
  if (over !== undefined) return over.from > 0 ? say('rb.budget.exceeded', { over: formatDurationRange(over.from, over.to, lang) }) : say('rb.budget.exceeded-worst', { over: formatDuration(over.to, lang) });
  if (margin === undefined) return state === 'unknown' ? say('rb.budget.unproved') : '';
  return margin > 0 ? say('rb.budget.held', { margin: formatDuration(margin, lang) }) : say('rb.budget.held-just');
}

/** « 55 min sur 2 h » */
export const ofRto = (time: { readonly min: number; readonly max: number }, rto: number | undefined, say: Say, lang: Lang): string => {
  const text = formatDurationRange(time.min, time.max, lang);
  return rto === undefined ? text : say('rb.path.of', { time: text, rto: formatDuration(rto, lang) });
};

/** When a phase begins and ends on the clock; absent where that is not known. */
export const windowText = ({ start, end }: TimedPhase<PathPhase>, lang: Lang): string | undefined => start && end && `${clockText(start.min, start.max, lang)} → ${clockText(end.min, end.max, lang)}`;

/** That the RTO falls in a phase, or before it. */
export function overText({ rtoAfter }: TimedPhase<PathPhase>, rto: number, say: Say, lang: Lang): [lead: string, rest: string] {
  const at = clockText(rto, rto, lang);
  if (rtoAfter === undefined) return [say('rb.phase.past'), say('rb.phase.past-at', { at })];
  return [say('rb.phase.falls', { at }), rtoAfter > 0 ? say('rb.phase.falls-after', { time: formatDuration(rtoAfter, lang) }) : say('rb.phase.falls-start')];
}
