import { availabilityProblem, openIntervals, type Clock, type Interval } from './availability.ts';
import { minutes, parseDuration } from './duration.ts';
import { lengthOf, subtract, union } from './intervals.ts';
import type { RecordOf, WikiDocument } from './records.ts';
import { isReachableFor } from './roles.ts';
import { weekOf } from './week.ts';
import type { Wiki } from './wiki.ts';

type Severity = RecordOf<'severity'>;
type Role = RecordOf<'role'>;

const DAY_MINUTES = 1440;

/** A role that a policy calls for a severity. */
export interface Responder {
  readonly role: Role;
  /** Minutes after the incident is declared. */
  readonly after: number;
}

/** Whom a severity's policy calls, in the order of its steps. Roles that no record is called are left out; `unknown` has them. */
export function respondersOf(wiki: Wiki, severity: Severity): { readonly responders: readonly Responder[]; readonly unknown: readonly string[] } {
  const policy = wiki.resolveAs('policy', severity.value.policy, severity.system);
  const steps = (policy?.value.steps ?? []).filter(({ severities }) => severities.length === 0 || severities.some((id) => wiki.resolve(id, policy?.system ?? '')?.key === severity.key));
  const called = steps.map((step) => ({ after: minutes(step.after) ?? 0, roles: step.roles })).sort((a, b) => a.after - b.after);
  const responders: Responder[] = [];
  const unknown: string[] = [];
  for (const { after, roles } of called) {
    for (const id of roles) {
      const role = wiki.resolveAs('role', id, policy?.system ?? '');
      if (role) responders.push({ role, after });
      else unknown.push(id);
    }
  }
  return { responders, unknown };
}

/** The zone and holidays that a role's hours are meant in: its document's, else its system's. */
export function clockOfRole(wiki: Wiki, role: Role): Clock {
  const own = role.document.kind === 'escalation' ? (role.document as WikiDocument<'escalation'>).value : undefined;
  const { timeZone, holidays } = wiki.clockOf(role.system);
  return { timeZone: own?.time_zone ?? timeZone, holidays: own?.holidays ?? holidays };
}

/** When a role is there; undefined where it does not say, or not in a way that can be read. */
export function hoursOfRole(wiki: Wiki, role: Role, { start, end }: Interval): readonly Interval[] | undefined {
  const { availability } = role.value;
  if (availability === undefined || availabilityProblem(availability) !== undefined) return undefined;
  return openIntervals(availability, start, end, clockOfRole(wiki, role));
}

/** The hours in which a severity's promise holds, in opening-hours syntax. */
export function promisedHours(wiki: Wiki, { system, value }: Severity): string {
  if (value.hours !== undefined) return value.hours;
  const working = value.off_hours !== undefined || parseDuration(value.respond_in)?.business === true;
  return working ? (wiki.resolveAs('system', system, system)?.value.hours ?? 'business hours') : '24/7';
}

/** Hours inside a promise when nobody who must answer is there. Pieces are apart where the promise itself pauses. */
interface Gap {
  readonly pieces: readonly Interval[];
  readonly minutes: number;
}

function gapsIn(promised: readonly Interval[], covered: readonly Interval[]): Gap[] {
  const gaps: Interval[][] = [];
  for (const piece of subtract(promised, covered)) {
    const gap = gaps.at(-1);
    const last = gap?.at(-1);
    if (gap && last && !covered.some(({ start, end }) => start < piece.start && end > last.end)) gap.push(piece);
    else gaps.push([piece]);
  }
  return gaps.map((pieces) => ({ pieces, minutes: lengthOf(pieces) }));
}

/** How a severity is answered over the week of a wiki. */
export interface Answering {
  /** Called in time: by a step that comes within `respond_in`, and with a contact for the severity. */
  readonly inTime: readonly Role[];
  /** Called in time, with contacts for other severities only. */
  readonly unreachable: readonly Role[];
  /** First step for the severity, in minutes; undefined where no step is for it. */
  readonly firstStep: number | undefined;
  /** Intervals of the promise with nobody there, of gaps longer than `respond_in` that begin in the week. */
  readonly gaps: readonly Interval[];
  /** Total of the gaps, in minutes. */
  readonly gapMinutes: number;
  /** Nobody at any hour of the week. */
  readonly never: boolean;
}

/**
 * Whether a severity can be answered within `respond_in`, or undefined where nothing can be said: no promise, no policy,
 * a role that is unknown or does not say when it is there.
 *
 * - The promise holds during the severity's `hours`; without them all week long, or in working hours where `respond_in` or
 *   `off_hours` speaks of them. Its clock stops outside those hours, as service agreements count.
 * - Who counts: roles of the policy's steps for this severity whose `after` is not longer than `respond_in`, who have a contact
 *   for it, and their delegates. A step that comes in time counts from the start.
 * - A gap is a stretch of promised hours with none of them there. Up to `respond_in` it is no gap: the first who comes back
 *   still answers in time. A business day lasts as long as the promise is open on its longest day.
 * - Gaps belong to the week in which they begin: Friday evening to Monday morning is one gap.
 */
export function answeringOf(wiki: Wiki, severity: Severity): Answering | undefined {
  const promise = parseDuration(severity.value.respond_in);
  const hours = promisedHours(wiki, severity);
  if (!promise || wiki.resolveAs('policy', severity.value.policy, severity.system) === undefined || availabilityProblem(hours) !== undefined) return undefined;
  const { responders, unknown } = respondersOf(wiki, severity);
  if (unknown.length > 0) return undefined;

  const called = [...new Set(responders.filter(({ after }) => after <= promise.max).map(({ role }) => role))];
  const inTime = called.filter((role) => isReachableFor(wiki, role, severity));
  const base = { inTime, unreachable: called.filter((role) => !inTime.includes(role)), firstStep: responders[0]?.after };
  if (inTime.length === 0) return { ...base, gaps: [], gapMinutes: 0, never: true };

  const clock = wiki.clockOf(severity.system);
  const week = weekOf(wiki.asOf, clock.timeZone);
  const around = { start: weekOf(wiki.asOf, clock.timeZone, -1).start, end: weekOf(wiki.asOf, clock.timeZone, 2).end };
  const people = inTime.flatMap((role) => [role, wiki.resolveAs('role', role.value.delegate, role.system)]).filter((role) => role !== undefined);
  const there = people.map((role) => hoursOfRole(wiki, role, around));
  if (there.some((open) => open === undefined)) return undefined;

  const promised = openIntervals(hours, around.start, around.end, clock);
  const covered = union(there.flatMap((open) => open ?? []));
  const day = Math.min(DAY_MINUTES, Math.max(...promised.map((open) => lengthOf([open]))));
  const limit = promise.business && promise.max % DAY_MINUTES === 0 ? (promise.max / DAY_MINUTES) * day : promise.max;
  const long = gapsIn(promised, covered).filter((gap) => gap.minutes > limit);
  const never = long.some(({ pieces }) => (pieces[0]?.start ?? week.end) <= week.start && (pieces.at(-1)?.end ?? week.start) >= week.end);
  const inWeek = long.filter(({ pieces }) => pieces[0] !== undefined && pieces[0].start >= week.start && pieces[0].start < week.end);
  return { ...base, gaps: inWeek.flatMap(({ pieces }) => pieces), gapMinutes: inWeek.reduce((total, gap) => total + gap.minutes, 0), never };
}
