import { answeringOf, hoursOfRole, promisedHours } from '../model/answering.ts';
import { calleeOf, calleesOf, reachableRoles, type Callee } from '../model/contacts.ts';
import { addDuration } from '../model/duration.ts';
import { openIntervals, type Interval } from '../model/availability.ts';
import type { RecordOf } from '../model/records.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';
import { instantOf, wallClock } from '../model/zoned-time.ts';

type Severity = RecordOf<'severity'>;

/** Who answers one severity, in order. */
export interface SeverityCall {
  readonly severity: Severity;
  readonly shape: 1 | 2 | 3 | 4;
  readonly callees: readonly Callee[];
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
  readonly anyone: readonly Callee[];
  /** Nobody can be reached at all. */
  readonly nobody: boolean;
}

const usable = (callees: readonly Callee[]): boolean => callees.some(({ contacts }) => contacts.some((contact) => contact.usable));

/** Whom to call for a system, by severity. */
export function callCard(wiki: Wiki, system: string): CallCard {
  const anyone = reachableRoles(wiki, system).map((role) => calleeOf(wiki, role));
  const severities = wiki.all('severity', system).map((severity): SeverityCall => {
    const called = calleesOf(wiki, severity);
    const answering = answeringOf(wiki, severity);
    const callees = called.length > 0 ? called : reachableRoles(wiki, system).map((role) => calleeOf(wiki, role, severity));
    return { severity, shape: severityShape(wiki, severity), callees, from: called.length > 0 ? 'policy' : 'contacts', uncovered: answering !== undefined && (answering.never || answering.gapMinutes > 0) };
  });
  const { timeZone } = wiki.clockOf(system);
  return {
    system,
    title: wiki.folders.find(({ id }) => id === system)?.title ?? system,
    timeZone,
    severities,
    anyone: severities.length > 0 ? [] : anyone,
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
  /** By role id: which hours, or -1 for always. Roles that do not say are absent. */
  readonly roles: Readonly<Record<string, number>>;
}

const HORIZON = '400 d';
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
  const end = day(addDuration(wiki.asOf, HORIZON) ?? wiki.asOf);
  const roles: Record<string, number> = {};
  const hours: number[][] = [];
  const known = new Map<string, number>();
  for (const role of wiki.all('role', system)) {
    if (role.value.availability === '24/7') {
      roles[role.id] = -1;
      continue;
    }
    const open = hoursOfRole(wiki, role, { start, end });
    if (open === undefined) continue;
    const minutes = flat(open);
    const index = known.get(minutes.join()) ?? hours.push(minutes) - 1;
    known.set(minutes.join(), index);
    roles[role.id] = index;
  }
  return { zone: timeZone, from: inMinutes(start), to: inMinutes(end), samples: samplesOf(wiki, system, start, end), hours, roles };
}

