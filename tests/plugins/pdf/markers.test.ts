import { describe, expect, it } from 'vitest';
import { compilePdf } from '../../../plugins/pdf/compile.ts';
import { pathEnds } from '../../../plugins/pdf/path-ends.ts';
import { withoutMarkers } from '../../../plugins/pdf/svg-markers.ts';
import { sampleFiles, set } from './sample.ts';

const MARKER = '<marker id="head" markerWidth="8" markerHeight="8" refX="10" refY="5" viewBox="0 0 10 10" orient="auto" markerUnits="userSpaceOnUse" fill="#123"><path d="M0 0 L10 5 L0 10 z"/></marker>';
const svg = (...lines: string[]): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><defs>${MARKER}</defs>${lines.join('')}</svg>`;
/** Arrows in every direction. */
const FAN = svg(...Array.from({ length: 90 }, (_, index) => {
  const angle = (index * 4 + 1) * (Math.PI / 180);
  const [x, y] = [100 + 90 * Math.cos(angle), 100 + 90 * Math.sin(angle)].map((value) => value.toFixed(2));
  return `<path d="M100 100 C 110 ${y} ${x} 105 ${x} ${y}" fill="none" stroke="#000" marker-end="url(#head)" marker-start="url('#head')"></path>`;
}));

const native = !('errors' in (await compilePdf({ main: '/a.typ', files: new Map([['/a.typ', 'a']]), engine: 'native' })));

describe('heads of arrows', () => {
  it.skipIf(!native)('stand where they are to the last digit, whichever engine turns them', { timeout: 60_000 }, async () => {
    const files = sampleFiles().set('/picture.svg', FAN);
    const [one, other] = [await set(files, { engine: 'native' }), await set(files, { engine: 'wasm' })];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('are drawn at both ends, turned with the line', () => {
    const drawn = withoutMarkers(svg('<line x1="0" y1="0" x2="0" y2="20" stroke-width="2" marker-start="url(#head)" marker-end="url(#head)" opacity="0.5"/>'));
    expect(drawn).toContain('<line x1="0" y1="0" x2="0" y2="20" stroke-width="2" opacity="0.5"/><g opacity="0.5"><g transform="matrix(0 0.8 -0.8 0 4 -8)" fill="#123"');
    expect(drawn).toContain('<g transform="matrix(0 0.8 -0.8 0 4 12)"');
  });

  it('grow with the line where they are measured by it, and look back at its start where they say so', () => {
    const drawn = withoutMarkers(svg('<line x1="0" y1="0" x2="20" y2="0" stroke-width="2" marker-start="url(#head)"/>').replace('orient="auto" markerUnits="userSpaceOnUse"', 'orient="auto-start-reverse"'));
    expect(drawn).toContain('<g transform="matrix(-1.6 0 0 -1.6 16 8)"');
  });

  it('are left to the engine where the line is written in a way that is not known', () => {
    for (const line of ['<path d="M0 0 L1 1 Z" marker-end="url(#head)"/>', '<path d="" marker-end="url(#head)"/>', '<path d="M0 0 L5 5" marker-end="url(#other)"/>', '<path d="M0 0 L5 5" marker-mid="url(#head)" marker-end="url(#head)"/>', '<path d="M0 0 L5 5"/>']) expect(withoutMarkers(svg(line))).toBe(svg(line));
    expect(withoutMarkers('<svg><path marker-end="url(#x)" d="M0 0 L1 1"/></svg>')).toBe('<svg><path marker-end="url(#x)" d="M0 0 L1 1"/></svg>');
  });
});

describe('the ends of a line', () => {
  it.each([
    ['M1 2 L4 6', [1, 2, 0.6, 0.8], [4, 6, 0.6, 0.8]],
    ['m1,2 3,4', [1, 2, 0.6, 0.8], [4, 6, 0.6, 0.8]],
    ['M0 0H5v5h-5', [0, 0, 1, 0], [0, 5, -1, 0]],
    ['M0 0C0 5 5 10 10 10', [0, 0, 0, 1], [10, 10, 1, 0]],
    ['M0 0 c0 0 0 0 10 0', [0, 0, 1, 0], [10, 0, 1, 0]],
    ['M0 0 Q0-5 5-5 L5-5', [0, 0, 0, -1], [5, -5, 1, 0]],
    ['M0 0L1e1 0', [0, 0, 1, 0], [10, 0, 1, 0]],
  ])('of %s', (data, start, end) => {
    const ends = pathEnds(data);
    const numbers = (side: 'start' | 'end'): number[] => [ends?.[side].x, ends?.[side].y, ends?.[side].dx, ends?.[side].dy].map((value) => Math.round((value ?? Number.NaN) * 1e6) / 1e6 + 0);
    expect([numbers('start'), numbers('end')]).toEqual([start, end]);
  });

  it('of an arc run along it', () => {
    const ends = pathEnds('M0 0 A10 10 0 0 1 10 10');
    expect([ends?.start.dx, ends?.start.dy, ends?.end.dx, ends?.end.dy].map((value) => Math.round(value ?? Number.NaN))).toEqual([1, 0, 0, 1]);
  });

  it.each(['', 'M0 0', 'M0 0 L0 0', 'M0 0 L1 1 Z', 'M0 0 M1 1 L2 2', 'M0 0 L1', 'L', 'hello'])('are none of « %s »', (data) => {
    expect(pathEnds(data)).toBeUndefined();
  });
});
