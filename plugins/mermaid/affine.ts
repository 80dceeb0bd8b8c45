import { join, type Box } from './box.ts';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];

function step(name: string, values: readonly number[]): Matrix {
  const [first = 0, second] = values;
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate': {
      const [, x = 0, y = 0] = values;
      const cos = Math.cos((first * Math.PI) / 180);
      const sin = Math.sin((first * Math.PI) / 180);
      return times(times([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -x, -y]);
    }
    case 'matrix':
      return values.length === 6 ? (values as unknown as Matrix) : IDENTITY;
    default:
      return IDENTITY;
  }
}

/** The box that holds a box once an SVG `transform` was applied to it. */
export function transformed(box: Box, transform: string | null): Box {
  if (transform === null || transform === '') return box;
  let matrix = IDENTITY;
  for (const [, name = '', values = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) matrix = times(matrix, step(name, values.split(/[\s,]+/).filter(Boolean).map(Number.parseFloat)));
  const [a, b, c, d, e, f] = matrix;
  let moved: Box | undefined;
  for (const [x, y] of [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]] as const) {
    const at = { left: a * x + c * y + e, top: b * x + d * y + f };
    moved = join(moved, { ...at, right: at.left, bottom: at.top });
  }
  return moved ?? box;
}
