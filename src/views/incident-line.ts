import { momentOf } from '../model/incident-times.ts';
import type { ReviewView, TimelineEntry } from './reviews.ts';

const MOMENTS = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;
type MomentName = (typeof MOMENTS)[number];

const MINUTE = 60_000;
/** Where the first instant stands, and the last, in percent. */
const [FROM, TO] = [1, 99];
/** Room of a moment's name and of an entry's number, in percent: nearer ones stand in another lane. */
const [NAME_ROOM, NUMBER_ROOM] = [24, 4];
/** Steps of the scale, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7 * 1440, 14 * 1440, 30 * 1440, 90 * 1440, 365 * 1440] as const;
const MOST_TICKS = 8;

export interface IncidentLine {
  readonly from: Date;
  readonly to: Date;
  /** Those whose hour is known, in the order of time. `x` in percent. */
  readonly moments: readonly { readonly name: MomentName; readonly at: Date; readonly x: number; readonly lane: number; /** Its name ends at it, as what follows has no room. */ readonly before: boolean; /** Minutes since the first. */ readonly after: number }[];
  /** Ends of promises that were passed. */
  readonly promises: readonly { readonly name: 'acknowledge' | 'mitigate' | 'resolve' | 'detect'; readonly x: number }[];
  /** Entries of the timeline whose hour is known, by their place in it, from 0. */
  readonly entries: readonly { readonly index: number; readonly x: number; readonly lane: number }[];
  readonly ticks: readonly { readonly x: number; readonly minutes: number }[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The first lane where a thing has room after the one before it there. */
function laned<T extends { readonly x: number }>(things: readonly T[], room: number): (T & { readonly lane: number })[] {
  const ends: number[] = [];
  return things.map((thing) => {
    const free = ends.findIndex((end) => thing.x - end >= room);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = thing.x;
    return { ...thing, lane };
  });
}

/** Names on the side where they have room, each line beside the names below it: the outermost stand highest. */
function named<T extends { readonly x: number }>(things: readonly T[]): (T & { readonly lane: number; readonly before: boolean })[] {
  const isBefore = ({ x }: T): boolean => x > TO - NAME_ROOM * 1.5;
  const placed: { from: number; to: number; lane: number }[] = [];
  const place = (thing: T): T & { lane: number; before: boolean } => {
    const before = isBefore(thing);
    const [from, to] = before ? [thing.x - NAME_ROOM, thing.x] : [thing.x, thing.x + NAME_ROOM];
    const lane = Math.max(-1, ...placed.filter((other) => other.from < to && from < other.to).map((other) => other.lane)) + 1;
    placed.push({ from, to, lane });
    return { ...thing, lane, before };
  };
  return [...things.filter((thing) => !isBefore(thing)).toReversed().map(place).reverse(), ...things.filter(isBefore).map(place)];
}

/** An incident along its time; undefined where fewer than two instants are known. */
export function incidentLine({ review: { value }, timeZone, timeline, times }: ReviewView): IncidentLine | undefined {
  const moments = MOMENTS.flatMap((name) => {
    const moment = value[name] === undefined ? undefined : momentOf(value[name], timeZone);
    return moment?.exact ? [{ name, at: moment.at }] : [];
  }).sort((a, b) => a.at.getTime() - b.at.getTime());
  const entries = timeline.flatMap(({ at, exact }: TimelineEntry, index) => (exact ? [{ index, at }] : []));
  const instants = [...moments, ...entries].map(({ at }) => at.getTime());
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  if (instants.length < 2 || first === last) return undefined;
  const x = (instant: number): number => round(FROM + ((instant - first) / (last - first)) * (TO - FROM));
  const minutes = (last - first) / MINUTE;
  const step = STEPS.find((size) => minutes / size <= MOST_TICKS) ?? Math.ceil(minutes / MOST_TICKS);
  return {
    from: new Date(first),
    to: new Date(last),
    moments: named(moments.map(({ name, at }) => ({ name, at, x: x(at.getTime()), after: (at.getTime() - first) / MINUTE }))),
    promises: times.flatMap(({ name, from, promise }) => {
      const begins = moments.find((moment) => moment.name === from)?.at.getTime();
      // A promise that holds in some hours only ends at no instant that this line could show.
      const ends = begins === undefined || promise === undefined || promise.hours !== undefined ? undefined : begins + promise.promised * MINUTE;
      return ends === undefined || ends >= last ? [] : [{ name, x: x(ends) }];
    }),
    entries: laned(entries.map(({ index, at }) => ({ index, x: x(at.getTime()) })), NUMBER_ROOM),
    ticks: Array.from({ length: Math.floor(minutes / step) + 1 }, (_, index) => ({ minutes: index * step, x: x(first + index * step * MINUTE) })),
  };
}
