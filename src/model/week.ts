import type { Interval } from './availability.ts';
import { instantOf, wallClock } from './zoned-time.ts';

const DAY = 86_400_000;
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The week, from Monday 00:00 on the wall of a zone, that holds a date (YYYY-MM-DD), moved by whole weeks. */
export function weekOf(date: string, timeZone: string, move = 0): Interval {
  const day = Date.parse(`${date}T00:00:00Z`);
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY + move * 7 * DAY;
  return { start: instantOf(new Date(monday), timeZone), end: instantOf(new Date(monday + 7 * DAY), timeZone) };
}

const time = (wall: Date): string => wall.toISOString().slice(11, 16);
const dayIndex = (wall: Date): number => (wall.getUTCDay() + 6) % 7;

/** `0 1 2 4` → `Monday to Wednesday and Friday`. */
function daysText(days: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? NAMES[first] : `${NAMES[first] ?? ''} to ${NAMES[last] ?? ''}`)).join(' and ');
}

/** Intervals of one week as people say them, in English: `Monday to Thursday 18:00–09:00, Friday 18:00–Monday 09:00`. */
export function weekText(intervals: readonly Interval[], timeZone: string): string {
  const days = new Map<string, number[]>();
  for (const { start, end } of intervals) {
    const from = wallClock(start, timeZone);
    const to = wallClock(end, timeZone);
    const midnight = time(to) === '00:00';
    const endDay = to.getTime() - from.getTime() <= DAY ? '' : `${NAMES[dayIndex(midnight ? new Date(to.getTime() - 1) : to)] ?? ''} `;
    const hours = `${time(from)}–${endDay}${midnight ? '24:00' : time(to)}`;
    days.set(hours, [...(days.get(hours) ?? []), dayIndex(from)]);
  }
  return [...days].map(([hours, list]) => `${daysText(list)} ${hours}`).join(', ');
}
