import { answeringOf, promisedHours, respondersOf } from '../../../model/answering.ts';
import { availabilityProblem, openIntervals, type Interval } from '../../../model/availability.ts';
import { formatMinutes, minutes } from '../../../model/duration.ts';
import { lengthOf, subtract } from '../../../model/intervals.ts';
import type { RecordOf } from '../../../model/records.ts';
import { spanText } from '../../../model/span-text.ts';
import { inEach, type Lang } from '../../../model/text.ts';
import { weekOf, weekText } from '../../../model/week.ts';
import type { Wiki } from '../../../model/wiki.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';

type Severity = RecordOf<'severity'>;

const FIELDS = [
  { field: 'respond_in', en: 'is answered', fr: 'reçoit une réponse' },
  { field: 'resolve_in', en: 'is resolved', fr: 'est résolue' },
  { field: 'escalate_after', en: 'is escalated', fr: 'est escaladée' },
] as const;

function* promiseMoved(old: Severity, now: Severity): Generator<Consequence> {
  for (const { field, en, fr } of FIELDS) {
    const [was, is] = [old.value[field], now.value[field]];
    const [from, to] = [minutes(was), minutes(is)];
    if (was === is || from === to) continue;
    const written = (value: string | 0 | undefined, lang: Lang): string => (value === undefined ? (lang === 'fr' ? 'sans délai promis' : 'no promised delay') : spanText(value, lang));
    const worse = to === undefined || (from !== undefined && to > from);
    const word = from === undefined ? { en: '', fr: '' } : worse ? { en: 'later', fr: 'plus tard' } : { en: 'sooner', fr: 'plus tôt' };
    const what = inEach((lang) => `${lang === 'fr' ? fr : en}${word[lang] === '' ? '' : ` ${word[lang]}`}${lang === 'fr' ? ' :' : ':'} ${written(was, lang)} → ${written(is, lang)}`);
    yield consequence(now, 'severity/later', worse ? 'worse' : 'better', what, { from: was, to: is, at: field });
  }
}

/** Hours of the week in which something is open; undefined where nobody can read it. */
function open(wiki: Wiki, severity: Severity): readonly Interval[] | undefined {
  const hours = promisedHours(wiki, severity);
  if (availabilityProblem(hours) !== undefined) return undefined;
  const clock = wiki.clockOf(severity.system);
  const { start, end } = weekOf(wiki.asOf, clock.timeZone);
  return openIntervals(hours, start, end, clock);
}

function* hoursMoved({ before, after }: Comparison, old: Severity, now: Severity): Generator<Consequence> {
  const [was, is] = [open(before, old), open(after, now)];
  if (!was || !is || lengthOf(was) === lengthOf(is)) return;
  const [from, to] = [promisedHours(before, old), promisedHours(after, now)];
  yield consequence(now, 'severity/hours', lengthOf(is) < lengthOf(was) ? 'worse' : 'better', { en: `is promised ${to} (was ${from})`, fr: `est promise ${to} (était : ${from})` }, { from, to, at: 'hours' });
}

/** Who comes first, and when nobody does. */
function* answeringMoved({ before, after }: Comparison, old: Severity, now: Severity): Generator<Consequence> {
  const [was, is] = [answeringOf(before, old), answeringOf(after, now)];
  if (!was) return;
  if (!is) {
    const policy = after.resolveAs('policy', now.value.policy, now.system);
    const { unknown } = respondersOf(after, now);
    if (now.value.respond_in === undefined) return;
    if (!policy) yield consequence(now, 'severity/unanswered', 'worse', { en: 'is answered by no policy any more', fr: 'n’est plus prise en charge par aucune politique' }, { from: old.value.policy, at: 'policy' });
    else if (unknown.length > 0) yield consequence(now, 'severity/unanswered', 'worse', { en: `calls a role that is not one: ${unknown.join(', ')}`, fr: `appelle un rôle qui n’existe pas : ${unknown.join(', ')}` }, { at: 'policy' });
    return;
  }
  const { timeZone } = after.clockOf(now.system);
  const nobody = ({ inTime, never }: typeof is): boolean => inTime.length === 0 || never;
  if (nobody(is) && !nobody(was)) yield consequence(now, 'severity/unanswered', 'worse', { en: 'is answered in time by nobody any more, at any hour', fr: 'n’a plus personne pour répondre à temps, à aucune heure' });
  else if (nobody(was) && !nobody(is)) yield consequence(now, 'severity/unanswered', 'better', { en: 'is answered in time again', fr: 'a de nouveau quelqu’un pour répondre à temps' });
  else if (is.gapMinutes > was.gapMinutes) {
    const lost = subtract(is.gaps, was.gaps);
    const total = inEach((lang) => formatMinutes(is.gapMinutes, lang));
    yield consequence(now, 'severity/unanswered', 'worse', { en: `is answered by nobody any more on ${weekText(lost, timeZone, 'en')} (${total.en} a week in all)`, fr: `n’a plus personne pour répondre ${weekText(lost, timeZone, 'fr')} (${total.fr} par semaine en tout)` }, { from: was.gapMinutes, to: is.gapMinutes });
  } else if (is.gapMinutes < was.gapMinutes) {
    const won = subtract(was.gaps, is.gaps);
    yield consequence(now, 'severity/unanswered', 'better', { en: `is answered again on ${weekText(won, timeZone, 'en')}`, fr: `a de nouveau quelqu’un pour répondre ${weekText(won, timeZone, 'fr')}` }, { from: was.gapMinutes, to: is.gapMinutes });
  }
}

function* firstCallMoved({ before, after }: Comparison, old: Severity, now: Severity): Generator<Consequence> {
  const [was, is] = [respondersOf(before, old).responders[0]?.after, respondersOf(after, now).responders[0]?.after];
  if (was === undefined || is === undefined || was === is) return;
  const said = inEach((lang) => `${formatMinutes(was, lang)} → ${formatMinutes(is, lang)}`);
  yield consequence(now, 'severity/later', is > was ? 'worse' : 'better', { en: `calls the first person ${is > was ? 'later' : 'sooner'}: ${said.en}`, fr: `appelle la première personne plus ${is > was ? 'tard' : 'tôt'} : ${said.fr}` }, { from: was, to: is, at: 'policy' });
}

export function* severityChanged(comparison: Comparison, old: Severity, now: Severity): Generator<Consequence> {
  yield* promiseMoved(old, now);
  yield* hoursMoved(comparison, old, now);
  yield* answeringMoved(comparison, old, now);
  yield* firstCallMoved(comparison, old, now);
}

export function* severityAppeared(_: Comparison, severity: Severity): Generator<Consequence> {
  const within = severity.value.respond_in;
  const said = inEach((lang) => (within === undefined ? '' : lang === 'fr' ? `, réponse en ${spanText(within, lang)}` : `, answered within ${spanText(within, lang)}`));
  yield consequence(severity, 'severity/appeared', 'neutral', { en: `is a new severity${said.en}`, fr: `est une nouvelle gravité${said.fr}` });
}

export function* severityGone(_: Comparison, severity: Severity): Generator<Consequence> {
  yield consequence(severity, 'severity/gone', 'worse', { en: 'is no severity any more', fr: 'n’est plus une gravité' });
}
