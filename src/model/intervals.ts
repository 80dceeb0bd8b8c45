import type { Interval } from './availability.ts';

const byStart = (a: Interval, b: Interval): number => a.start.getTime() - b.start.getTime();

/** Joins intervals that touch or overlap, in order. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const next of [...intervals].sort(byStart)) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) joined[joined.length - 1] = { start: last.start, end: next.end > last.end ? next.end : last.end };
    else joined.push(next);
  }
  return joined;
}

/** What is left of some intervals once others are taken away. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const away = union(taken);
  return union(from).flatMap(({ start, end }) => {
    const left: Interval[] = [];
    let at = start;
    for (const cut of away) {
      if (cut.end <= at || cut.start >= end) continue;
      if (cut.start > at) left.push({ start: at, end: cut.start });
      at = cut.end;
    }
    if (at < end) left.push({ start: at, end });
    return left;
  });
}

/** Total length, in minutes. */
export const lengthOf = (intervals: readonly Interval[]): number => intervals.reduce((total, { start, end }) => total + (end.getTime() - start.getTime()) / 60_000, 0);
