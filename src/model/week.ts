import type { Interval } from './availability.ts';
import { and, type Lang } from './text.ts';
import { instantOf, wallClock } from './zoned-time.ts';

const DAY = 86_400_000;
const NAMES = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
} as const;

/** The week, from Monday 00:00 on the wall of a zone, that holds a date (YYYY-MM-DD), moved by whole weeks. */
export function weekOf(date: string, timeZone: string, move = 0): Interval {
  const day = Date.parse(`${date}T00:00:00Z`);
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY + move * 7 * DAY;
  return { start: instantOf(new Date(monday), timeZone), end: instantOf(new Date(monday + 7 * DAY), timeZone) };
}

const time = (wall: Date): string => wall.toISOString().slice(11, 16);
const dayIndex = (wall: Date): number => (wall.getUTCDay() + 6) % 7;

/** `0 1 2 4` → `Monday to Wednesday and Friday`, « du lundi au mercredi et le vendredi ». */
function daysText(days: readonly number[], lang: Lang): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const name = (day: number): string => NAMES[lang][day] ?? '';
  const words = {
    en: ({ first, last }: { first: number; last: number }) => (first === last ? name(first) : `${name(first)} to ${name(last)}`),
    fr: ({ first, last }: { first: number; last: number }) => (first === last ? `le ${name(first)}` : `du ${name(first)} au ${name(last)}`),
  };
  return and[lang](runs.map(words[lang]));
}

/** `18:00` → « 18 h », `09:30` → « 9 h 30 ». */
const frenchTime = (clock: string): string => `${Number(clock.slice(0, 2))} h${clock.endsWith(':00') ? '' : ` ${clock.slice(3)}`}`;

/** From when to when, of one day or into another: `18:00–Monday 09:00`, « de 18 h au lundi 9 h ». */
const hoursText = {
  en: (from: string, to: string, endDay: string): string => `${from}–${endDay === '' ? '' : `${endDay} `}${to}`,
  fr: (from: string, to: string, endDay: string): string => `de ${frenchTime(from)} ${endDay === '' ? 'à' : `au ${endDay}`} ${frenchTime(to)}`,
};

/** Intervals of one week as people say them: `Monday to Thursday 18:00–09:00, Friday 18:00–Monday 09:00`. */
export function weekText(intervals: readonly Interval[], timeZone: string, lang: Lang): string {
  const days = new Map<string, number[]>();
  for (const { start, end } of intervals) {
    const from = wallClock(start, timeZone);
    const to = wallClock(end, timeZone);
    const midnight = time(to) === '00:00';
    const endDay = to.getTime() - from.getTime() <= DAY ? '' : (NAMES[lang][dayIndex(midnight ? new Date(to.getTime() - 1) : to)] ?? '');
    const hours = hoursText[lang](time(from), midnight ? '24:00' : time(to), endDay);
    days.set(hours, [...(days.get(hours) ?? []), dayIndex(from)]);
  }
  return [...days].map(([hours, list]) => `${daysText(list, lang)} ${hours}`).join(', ');
}
