import { answeringOf, clockOfRole, hoursOfRole, promisedHours } from '../model/answering.ts';
import { calleeOf, calleesOf, reachableRoles, type Callee } from '../model/contacts.ts';
import { addDuration } from '../model/duration.ts';
import { openIntervals, type Interval } from '../model/availability.ts';
import { holidayGap, type HolidayGap } from '../model/holidays.ts';
import type { RecordOf } from '../model/records.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';
import { instantOf, wallClock } from '../model/zoned-time.ts';

type Severity = RecordOf<'severity'>;
type Role = RecordOf<'role'>;

/** Somebody on the card. */
export interface CardCallee extends Callee {
  /** Called in the place of this role while it is away. */
  readonly standsFor?: Role | undefined;
  /** Zone of the role's hours, where it is not the system's. */
  readonly timeZone?: string | undefined;
}

/** Who answers one severity, in order. */
export interface SeverityCall {
  readonly severity: Severity;
  readonly shape: 1 | 2 | 3 | 4;
  readonly callees: readonly CardCallee[];
  /** `policy` gives the order; `contacts` lists whom the system knows how to reach, where no policy says whom to call. */
  readonly from: 'policy' | 'contacts';
  /** Nobody who must answer in time is there at some hour of the promise. */
  readonly uncovered: boolean;
}

/** The card of one system. */
export interface CallCard {
  readonly system: string;
  readonly title: string;
  readonly timeZone: string;
  readonly severities: readonly SeverityCall[];
  /** Whom to call where the system has no severities. */
  readonly anyone: readonly CardCallee[];
  /** What is not known of the holidays that hours on the card depend on. */
  readonly holidays: readonly HolidayGap[];
  /** First day whose hours were not worked out: YYYY-MM-DD. */
  readonly until: string;
  /** Nobody can be reached at all. */
  readonly nobody: boolean;
}

const usable = (callees: readonly Callee[]): boolean => callees.some(({ contacts }) => contacts.some((contact) => contact.usable));

const HORIZON = '400 d';
const horizonOf = (wiki: Wiki): string => addDuration(wiki.asOf, HORIZON) ?? wiki.asOf;

/** Each with who stands in for it, right after it; nobody twice. */
function withDelegates(wiki: Wiki, callees: readonly Callee[], timeZone: string, severity?: Severity): CardCallee[] {
  const listed = new Set(callees.map(({ role }) => role.key));
  const zoneOf = (role: Role): Pick<CardCallee, 'timeZone'> => {
    const zone = role.value.availability === undefined || role.value.availability === '24/7' ? timeZone : clockOfRole(wiki, role).timeZone;
    return zone === timeZone ? {} : { timeZone: zone };
  };
  return callees.flatMap((callee): CardCallee[] => {
    const own = { ...callee, ...zoneOf(callee.role) };
    const delegate = wiki.resolveAs('role', callee.role.value.delegate, callee.role.system);
    if (!delegate || listed.has(delegate.key)) return [own];
    listed.add(delegate.key);
    return [own, { ...calleeOf(wiki, delegate, severity), ...zoneOf(delegate), standsFor: callee.role }];
  });
}

function holidayGapsOf(wiki: Wiki, roles: Iterable<Role>): HolidayGap[] {
  const gaps = new Map<string, HolidayGap>();
  for (const role of roles) {
    const { availability } = role.value;
    const gap = availability === undefined ? undefined : holidayGap(availability, clockOfRole(wiki, role).holidays);
    if (gap) gaps.set(JSON.stringify(gap), gap);
  }
  return [...gaps.values()];
}

/** Whom to call for a system, by severity. */
export function callCard(wiki: Wiki, system: string): CallCard {
  const { timeZone } = wiki.clockOf(system);
  const anyone = withDelegates(wiki, reachableRoles(wiki, system).map((role) => calleeOf(wiki, role)), timeZone);
  const severities = wiki.all('severity', system).map((severity): SeverityCall => {
    const called = calleesOf(wiki, severity);
    const answering = answeringOf(wiki, severity);
    const callees = called.length > 0 ? called : reachableRoles(wiki, system).map((role) => calleeOf(wiki, role, severity));
    return { severity, shape: severityShape(wiki, severity), callees: withDelegates(wiki, callees, timeZone, severity), from: called.length > 0 ? 'policy' : 'contacts', uncovered: answering !== undefined && (answering.never || answering.gapMinutes > 0) };
  });
  const shown = severities.length > 0 ? severities.flatMap(({ callees }) => callees) : anyone;
  return {
    system,
    title: wiki.folders.find(({ id }) => id === system)?.title ?? system,
    timeZone,
    severities,
    anyone: severities.length > 0 ? [] : anyone,
    holidays: holidayGapsOf(wiki, new Set(shown.map(({ role }) => role))),
    until: horizonOf(wiki),
    nobody: !usable(anyone) && !severities.some(({ callees }) => usable(callees)),
  };
}

/** Minutes since the epoch: start and end, again and again. */
type Minutes = readonly number[];

/** When each role is there, for the next 400 days: what `call-now.ts` reads. */
export interface CallHours {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  /** Two moments that stand for the two slots: the middle of a working day, and the night of a Sunday. */
  readonly samples: { readonly day?: number; readonly night: number };
  /** Hours that roles keep; several may keep the same. */
  readonly hours: readonly Minutes[];
  /** By role (`system/id`): which hours, or -1 for always. Roles that do not say are absent. */
  readonly roles: Readonly<Record<string, number>>;
}

const inMinutes = (date: Date): number => Math.round(date.getTime() / 60_000);

/** Joins intervals that touch: midnight splits none. */
function flat(intervals: readonly Interval[]): number[] {
  const found: number[] = [];
  for (const { start, end } of intervals) {
    if (found.at(-1) === inMinutes(start)) found[found.length - 1] = inMinutes(end);
    else found.push(inMinutes(start), inMinutes(end));
  }
  return found;
}

/** A Sunday at 03:00 and the middle of the first working hours after a day, in a zone. */
function samplesOf(wiki: Wiki, system: string, from: Date, to: Date): CallHours['samples'] {
  const clock = wiki.clockOf(system);
  const severity = wiki.all('severity', system)[0];
  const promised = severity === undefined ? '24/7' : promisedHours(wiki, severity);
  const working = openIntervals(promised === '24/7' ? 'business hours' : promised, from, to, clock)[0];
  const wall = wallClock(from, clock.timeZone);
  const sunday = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate() + ((7 - wall.getUTCDay()) % 7 || 7), 3));
  return { ...(working ? { day: inMinutes(new Date((working.start.getTime() + working.end.getTime()) / 2)) } : {}), night: inMinutes(instantOf(sunday, clock.timeZone)) };
}

/** Availability of a system's roles over the 400 days after the wiki's day. */
export function callHours(wiki: Wiki, system: string): CallHours {
  const { timeZone } = wiki.clockOf(system);
  const day = (date: string): Date => instantOf(new Date(`${date}T00:00:00Z`), timeZone);
  const start = day(wiki.asOf);
  const end = day(horizonOf(wiki));
  const roles: Record<string, number> = {};
  const hours: number[][] = [];
  const known = new Map<string, number>();
  const card = callCard(wiki, system);
  const called = [...card.severities.flatMap(({ callees }) => callees), ...card.anyone].map(({ role }) => role);
  for (const role of new Set([...wiki.all('role', system), ...called])) {
    if (role.value.availability === '24/7') {
      roles[role.key] = -1;
      continue;
    }
    const open = hoursOfRole(wiki, role, { start, end });
    if (open === undefined) continue;
    const minutes = flat(open);
    const index = known.get(minutes.join()) ?? hours.push(minutes) - 1;
    known.set(minutes.join(), index);
    roles[role.key] = index;
  }
  return { zone: timeZone, from: inMinutes(start), to: inMinutes(end), samples: samplesOf(wiki, system, start, end), hours, roles };
}

