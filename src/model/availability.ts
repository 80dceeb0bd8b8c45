import OpeningHours from 'opening_hours';
import { placeOf, quietly, withHolidays, type Holidays } from './holidays.ts';
import { instantOf, wallClock } from './zoned-time.ts';

export interface Interval {
  readonly start: Date;
  readonly end: Date;
}

export interface Clock {
  /** IANA zone in which the hours are meant. */
  readonly timeZone: string;
  /** Public holidays, which close `PH off` hours. */
  readonly holidays?: Holidays | undefined;
}

/** `business hours` is what people write; the office week of the country is what they mean. */
export const BUSINESS_HOURS = 'Mo-Fr 09:00-18:00; PH off';

const parsed = new Map<string, OpeningHours>();

function parse(expression: string, holidays: Holidays | undefined): OpeningHours {
  const key = `${String(holidays ?? '')} ${expression}`;
  let hours = parsed.get(key);
  if (!hours) {
    const read = withHolidays(expression === 'business hours' ? BUSINESS_HOURS : expression, holidays);
    hours = quietly(() => new OpeningHours(read.expression, read.country === undefined ? null : placeOf(read.country)));
    parsed.set(key, hours);
  }
  return hours;
}

/** Why an availability cannot be read, or undefined when it can. */
export function availabilityProblem(expression: string): string | undefined {
  try {
    parse(expression, undefined);
    return undefined;
  } catch (error) {
    // The library repeats the text, points at it and explains in brackets: the explanation's first sentence is what helps.
    const message = String(error instanceof Error ? error.message : error);
    return /<--- \((.*?)(?: This means|\)|$)/s.exec(message)?.[1] ?? message.split('\n')[0];
  }
}

/** Roles and systems keep the same hours and ask about the same weeks: each answer is worked out once. */
const intervals = new Map<string, readonly Interval[]>();

/**
 * When an availability is open between two instants, in OpenStreetMap opening hours
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours), read in the clock's zone.
 * The library works on the process's own zone: wall clocks are handed over in UTC fields, so the process must run in UTC.
 */
export function openIntervals(expression: string, from: Date, to: Date, clock: Clock): readonly Interval[] {
  const key = `${clock.timeZone} ${String(clock.holidays ?? '')} ${from.getTime()} ${to.getTime()} ${expression}`;
  let found = intervals.get(key);
  if (!found) {
    found = parse(expression, clock.holidays)
      .getOpenIntervals(wallClock(from, clock.timeZone), wallClock(to, clock.timeZone))
      .map(([start, end]) => ({ start: instantOf(start, clock.timeZone), end: instantOf(end, clock.timeZone) }));
    intervals.set(key, found);
  }
  return found;
}

/** Whether an availability is open at an instant. */
export function isOpen(expression: string, at: Date, clock: Clock): boolean {
  return parse(expression, clock.holidays).getState(wallClock(at, clock.timeZone));
}
