import { svgPathProperties } from 'svg-path-properties';

export interface End {
  readonly x: number;
  readonly y: number;
  /** Which way the line runs there, one long. */
  readonly dx: number;
  readonly dy: number;
}

type Point = readonly [x: number, y: number];

const NUMBERS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** The way from one point to the first of others that is elsewhere. */
function way(from: Point, others: readonly Point[], back: boolean): Point | undefined {
  for (const [x, y] of others) {
    const [dx, dy] = back ? [from[0] - x, from[1] - y] : [x - from[0], y - from[1]];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length > 1e-9) return [dx / length, dy / length];
  }
  return undefined;
}

/** Points of an arc just beside its two ends: its curve is the only one whose points do not give its direction. */
function beside(from: Point, numbers: readonly number[]): [Point, Point] {
  const arc = new svgPathProperties(`M ${from.join(' ')} A ${numbers.join(' ')}`);
  const length = arc.getTotalLength();
  const [first, last] = [arc.getPointAtLength(length / 1000), arc.getPointAtLength(length * 0.999)];
  return [[first.x, first.y], [last.x, last.y]];
}

/** Where an open line begins and ends, and which way; undefined where it is closed, empty or not to be read. */
export function pathEnds(data: string): { readonly start: End; readonly end: End } | undefined {
  let at: Point = [0, 0];
  let start: End | undefined;
  let first: Point | undefined;
  let end: End | undefined;
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-z])([^a-z]*(?:e[-+]?\d+[^a-z]*)*)/gi)) {
    const command = letter.toLowerCase();
    const size = NUMBERS[command];
    const numbers = [...rest.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(Number);
    if (size === undefined || command === 'z' || numbers.length === 0 || numbers.length % size !== 0) return undefined;
    for (let index = 0; index < numbers.length; index += size) {
      const part = numbers.slice(index, index + size);
      const [ox, oy] = letter === command ? at : [0, 0];
      const [x, y] = [ox, oy];
      const moves = command === 'm' && index === 0;
      const to: Point = command === 'h' ? [x + (part[0] ?? 0), at[1]] : command === 'v' ? [at[0], y + (part[0] ?? 0)] : [x + (part.at(-2) ?? 0), y + (part.at(-1) ?? 0)];
      if (moves) {
        if (first) return undefined;
        first = at = to;
        continue;
      }
      const controls: Point[] = command === 'a' ? beside(at, [...part.slice(0, 5), ...to]) : 'csq'.includes(command) ? Array.from({ length: size / 2 - 1 }, (_, pair): Point => [x + (part[pair * 2] ?? 0), y + (part[pair * 2 + 1] ?? 0)]) : [];
      const out = way(at, [...controls, to], false);
      const into = way(to, [...controls.reverse(), at], true);
      if (out && !start && first) start = { x: first[0], y: first[1], dx: out[0], dy: out[1] };
      if (into) end = { x: to[0], y: to[1], dx: into[0], dy: into[1] };
      at = to;
    }
  }
  return start && end ? { start, end } : undefined;
}
