import { promisedHours } from './answering.ts';
import { availabilityProblem, openIntervals, type Clock } from './availability.ts';
import { minutes, parseDuration } from './duration.ts';
import { lengthOf } from './intervals.ts';
import { objectiveOf, type Objective } from './recovery-objective.ts';
import type { RecordOf } from './records.ts';
import { weekOf } from './week.ts';
import type { Wiki } from './wiki.ts';
import { instantOf, wallClock } from './zoned-time.ts';

type Review = RecordOf<'review'>;
type Severity = RecordOf<'severity'>;

const MINUTE = 60_000;
const DAY = 1440;

/** A moment of a review as written: in the system's zone unless it names an offset. `exact` is false where only the day is known. */
export interface Moment {
  readonly at: Date;
  readonly exact: boolean;
}

export function momentOf(text: string, timeZone: string): Moment {
  const written = text.trim().replace(' ', 'T');
  if (/(Z|[+-]\d{2}:\d{2})$/.test(written)) return { at: new Date(written), exact: true };
  const exact = written.includes('T');
  return { at: instantOf(new Date(exact ? `${written}Z` : `${written}T00:00:00Z`), timeZone), exact };
}

/** What was promised for a time: by a severity, or by a recovery objective (ISO 22301: the RTO runs from the start of the disruption). */
export interface IncidentPromise {
  /** As written: `15 min`, `1 business day`. */
  readonly text: string | 0;
  readonly from: Severity | Objective['from'];
  /** Both in the hours in which the promise holds. */
  readonly promised: number;
  readonly taken?: number | undefined;
  /** Those hours, where they are not all hours. */
  readonly hours?: string | undefined;
  /** Absent where the time is not known. */
  readonly held?: boolean | undefined;
}

type MomentName = 'started' | 'detected' | 'acknowledged' | 'mitigated' | 'resolved';

/** One of the four times of an incident. */
export interface IncidentTime {
  readonly name: 'detect' | 'acknowledge' | 'mitigate' | 'resolve';
  readonly from: MomentName;
  readonly to: MomentName;
  /** On the clock; absent where `unknown` says why. */
  readonly minutes?: number | undefined;
  /** A moment is not written, has no time of day, or comes before the one it follows. */
  readonly unknown?: 'missing' | 'no-hour' | 'backwards' | undefined;
  readonly promise?: IncidentPromise | undefined;
}

/** How much of a time counts for a promise that holds in some hours only, and how long that promise is, both in open minutes. */
function inHours(promise: string | 0, hours: string, span: { readonly start: Date; readonly end: Date } | undefined, clock: Clock): Pick<IncidentPromise, 'promised' | 'taken' | 'hours'> {
  const read = parseDuration(promise);
  const whole = read?.max ?? 0;
  const all = hours === '24/7' || availabilityProblem(hours) !== undefined;
  const onClock = span && (span.end.getTime() - span.start.getTime()) / MINUTE;
  if (all) return { promised: whole, taken: onClock };
  const open = span && lengthOf(openIntervals(hours, span.start, span.end, clock));
  if (read?.business !== true || !String(promise).includes('day')) return { promised: whole, taken: open, hours };
  // A business day is as long as a day of those hours.
  const week = weekOf((span?.start ?? new Date(0)).toISOString().slice(0, 10), clock.timeZone);
  const days = openIntervals(hours, week.start, week.end, clock);
  const count = new Set(days.map(({ start }) => wallClock(start, clock.timeZone).toISOString().slice(0, 10))).size;
  return { promised: count === 0 ? whole : ((whole / DAY) * lengthOf(days)) / count, taken: open, hours };
}

/** The strictest RTO of the components that an incident touched, else its system's. */
function recoveryPromise(wiki: Wiki, review: Review): Objective | undefined {
  const components = review.value.components.map((id) => wiki.resolveAs('component', id, review.system)).filter((component) => component !== undefined);
  const promises = components.map((component) => objectiveOf(wiki, component, 'rto')).filter((objective) => objective !== undefined);
  const strictest = promises.sort((a, b) => a.minutes - b.minutes)[0];
  if (strictest) return strictest;
  const system = wiki.resolveAs('system', review.system, review.system);
  const rto = minutes(system?.value.rto);
  return system && rto !== undefined ? { minutes: rto, from: system } : undefined;
}

/**
 * The times of an incident, from its review. Detection runs from the start; answer and resolution from the detection, which is when a
 * severity's promise begins; restoration from the start, as an RTO does. Where the detection is not written, the start stands for it.
 */
export function incidentTimes(wiki: Wiki, review: Review): IncidentTime[] {
  const { value, system } = review;
  const clock = wiki.clockOf(system);
  const severity = wiki.resolveAs('severity', value.severity, system);
  const moment = (name: MomentName): Moment | undefined => {
    const text = value[name];
    return text === undefined ? undefined : momentOf(text, clock.timeZone);
  };
  const promiseBegins: MomentName = value.detected === undefined ? 'started' : 'detected';

  const time = (name: IncidentTime['name'], from: MomentName, to: MomentName, promise?: { text: string | 0; from: IncidentPromise['from']; hours: string }): IncidentTime => {
    const [start, end] = [moment(from), moment(to)];
    const span = start?.exact && end?.exact && end.at >= start.at ? { start: start.at, end: end.at } : undefined;
    const unknown = span ? undefined : !start || !end ? 'missing' : !start.exact || !end.exact ? 'no-hour' : 'backwards';
    const held = promise && inHours(promise.text, promise.hours, span, clock);
    return {
      name,
      from,
      to,
      minutes: span && (span.end.getTime() - span.start.getTime()) / MINUTE,
      unknown,
      promise: promise && held && { text: promise.text, from: promise.from, ...held, held: held.taken === undefined ? undefined : held.taken <= held.promised },
    };
  };
  const said = (text: string | 0 | undefined): Parameters<typeof time>[3] => (severity && text !== undefined ? { text, from: severity, hours: promisedHours(wiki, severity) } : undefined);
  const recovery = recoveryPromise(wiki, review);

  return [
    time('detect', 'started', 'detected'),
    time('acknowledge', promiseBegins, 'acknowledged', said(severity?.value.respond_in)),
    time('mitigate', 'started', 'mitigated', recovery?.from.value.rto !== undefined ? { text: recovery.from.value.rto, from: recovery.from, hours: '24/7' } : undefined),
    time('resolve', promiseBegins, 'resolved', said(severity?.value.resolve_in)),
  ];
}
