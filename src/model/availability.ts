import OpeningHours from 'opening_hours';
import { instantOf, wallClock } from './zoned-time.ts';

export interface Interval {
  readonly start: Date;
  readonly end: Date;
}

export interface Clock {
  /** IANA zone in which the hours are meant. */
  readonly timeZone: string;
  /** ISO country code whose public holidays close `PH off` hours. */
  readonly holidays?: string | undefined;
}

/** `business hours` is what people write; the office week of the country is what they mean. */
export const BUSINESS_HOURS = 'Mo-Fr 09:00-18:00; PH off';

const parsed = new Map<string, OpeningHours>();

/** Where a country has no holidays the library prints a call for help to its own authors before it throws: that is not for our readers. */
function quietly<T>(work: () => T): T {
  /* eslint-disable no-console -- the library offers no other way to keep it quiet. */
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
    /* eslint-enable no-console */
  }
}

function parse(expression: string, holidays: string | undefined): OpeningHours {
  const key = `${holidays ?? ''} ${expression}`;
  let hours = parsed.get(key);
  if (!hours) {
    const value = expression === 'business hours' ? BUSINESS_HOURS : expression;
    const always = value.replace(/;?\s*PH off/i, '') || value;
    const place = holidays === undefined ? null : { lat: 0, lon: 0, address: { country_code: holidays.toLowerCase(), state: '' } };
    // Without a place the library takes the holidays of Germany. One that it has no holidays for makes it throw: the hours still hold, without them.
    try {
      hours = quietly(() => {
        const read = new OpeningHours(place === null ? always : value, place);
        read.getNextChange(new Date(Date.UTC(2026, 0, 1)));
        return read;
      });
    } catch {
      hours = new OpeningHours(always, null);
    }
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
  const key = `${clock.timeZone} ${clock.holidays ?? ''} ${from.getTime()} ${to.getTime()} ${expression}`;
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
