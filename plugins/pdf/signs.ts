/** Outlines of signs that the fonts of the page lack: arrows, lines of boxes, bars. In units of 1000 an em, y upwards, clockwise. */
export type Point = readonly [x: number, y: number];
export type Contour = readonly Point[];

export interface Sign {
  readonly code: number;
  readonly advance: number;
  readonly contours: readonly Contour[];
}

/** Of the fixed-width font beside which boxes stand. */
const CELL = 632;
/** A box reaches into the lines above and below, so that its sides meet. */
const TOP = 1000;
const BOTTOM = -320;
const MIDDLE: Point = [CELL / 2, 290];

const rectangle = (left: number, bottom: number, right: number, top: number): Contour => [[left, bottom], [left, top], [right, top], [right, bottom]];

const turned = (contour: Contour, [cx, cy]: Point, degrees: number): Contour => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return contour.map(([x, y]) => [Math.round(cx + (x - cx) * cos - (y - cy) * sin), Math.round(cy + (x - cx) * sin + (y - cy) * cos)]);
};

const SHAFT = 33;

/** An arrow to the right: its lines and its head. */
function arrow(width: number, double: boolean, both: boolean): Contour[] {
  const [cx, cy]: Point = [width / 2, MIDDLE[1]];
  const head: Contour = [[width - 260, cy + 215], [width - 30, cy], [width - 260, cy - 215]];
  const start = both ? 200 : 30;
  const lines = double ? [cy - 80, cy + 80] : [cy];
  return [...lines.map((y) => rectangle(start, y - SHAFT, width - 200, y + SHAFT)), head, ...(both ? [turned(head, [cx, cy], 180)] : [])];
}

const arrows = (first: string, both: string, double: boolean): Sign[] => {
  const sign = (character: string, contours: readonly Contour[]): Sign => ({ code: character.codePointAt(0) ?? 0, advance: CELL, contours });
  const ways = [...first].map((character, index) => sign(character, arrow(CELL, double, false).map((contour) => turned(contour, MIDDLE, index * 45))));
  const [level, upright] = [...both];
  return [
    ...ways,
    ...(level === undefined ? [] : [sign(level, arrow(CELL, double, true))]),
    ...(upright === undefined ? [] : [sign(upright, arrow(CELL, double, true).map((contour) => turned(contour, MIDDLE, 90)))]),
  ];
};

const LONG = 1000;
const long = (code: number, double: boolean, degrees: number, both = false): Sign => ({ code, advance: LONG, contours: arrow(LONG, double, both).map((contour) => turned(contour, [LONG / 2, MIDDLE[1]], degrees)) });

/** Half the width of a line of each kind; a double one is two. */
const LIGHT = 33;
const HEAVY = 66;
const GAP = 80;

/** How far a line reaches into the sign beside it, so that no seam shows. */
const LAP = 14;

/** Arms of a box: up, right, down, left, each nothing, light, heavy or double. A line that goes through is drawn once. */
function box([up = 0, right = 0, down = 0, left = 0]: readonly number[]): Contour[] {
  const [x, y] = MIDDLE;
  const halves = [0, LIGHT, HEAVY, GAP + LIGHT];
  const half = (kind: number): number => (kind === 2 ? HEAVY : LIGHT);
  const offsets = (kind: number): readonly number[] => (kind === 3 ? [-GAP, GAP] : kind === 0 ? [] : [0]);
  const across = halves[Math.max(up, down)] ?? 0;
  const along = halves[Math.max(left, right)] ?? 0;
  return [
    ...offsets(Math.max(left, right)).map((at) => rectangle(left === 0 ? x - across : -LAP, y + at - half(Math.max(left, right)), right === 0 ? x + across : CELL + LAP, y + at + half(Math.max(left, right)))),
    ...offsets(Math.max(up, down)).map((at) => rectangle(x + at - half(Math.max(up, down)), down === 0 ? y - along : BOTTOM - 3 * LAP, x + at + half(Math.max(up, down)), up === 0 ? y + along : TOP + LAP)),
  ];
}

/** In the order of ─│┌┐└┘├┤┬┴┼: which arms each has. */
const SHAPES = ['0101', '1010', '0110', '0011', '1100', '1001', '1110', '1011', '0111', '1101', '1111'];
const boxes = (characters: string, kind: number): Sign[] =>
  [...characters].map((character, index) => ({ code: character.codePointAt(0) ?? 0, advance: CELL, contours: box([...(SHAPES[index] ?? '')].map((arm) => Number(arm) * kind)) }));

/** Corners that are round elsewhere, lines that are dashed: drawn plain. */
const PLAIN: Readonly<Record<string, string>> = { '╭': '0110', '╮': '0011', '╰': '1100', '╯': '1001', '┄': '0101', '┈': '0101', '┆': '1010', '┊': '1010', '╴': '0001', '╵': '1000', '╶': '0100', '╷': '0010' };

/** One eighth of a line high to the whole, as in small charts; then the halves. */
const bars = (): Sign[] => {
  const step = (TOP - BOTTOM) / 8;
  const sign = (code: number, contour: Contour): Sign => ({ code, advance: CELL, contours: [contour] });
  return [
    ...Array.from({ length: 8 }, (_, index) => sign(0x2581 + index, rectangle(0, BOTTOM, CELL, Math.round(BOTTOM + step * (index + 1))))),
    sign(0x2580, rectangle(0, BOTTOM + step * 4, CELL, TOP)),
    sign(0x258c, rectangle(0, BOTTOM, CELL / 2, TOP)),
    sign(0x2590, rectangle(CELL / 2, BOTTOM, CELL, TOP)),
  ];
};

/** A hyphen that lines may not break at is drawn like the one they may. */
const hyphens = (): Sign[] => [0x2010, 0x2011].map((code) => ({ code, advance: 362, contours: [rectangle(35, 208, 327, 289)] }));

export const signs = (): readonly Sign[] =>
  [
    ...hyphens(),
    ...arrows('→↗↑↖←↙↓↘', '↔↕', false),
    ...arrows('⇒⇗⇑⇖⇐⇙⇓⇘', '⇔⇕', true),
    long(0x27f6, false, 0),
    long(0x27f5, false, 180),
    long(0x27f7, false, 0, true),
    long(0x27f9, true, 0),
    long(0x27f8, true, 180),
    ...boxes('─│┌┐└┘├┤┬┴┼', 1),
    ...boxes('━┃┏┓┗┛┣┫┳┻╋', 2),
    ...boxes('═║╔╗╚╝╠╣╦╩╬', 3),
    ...Object.entries(PLAIN).map(([character, arms]): Sign => ({ code: character.codePointAt(0) ?? 0, advance: CELL, contours: box([...arms].map(Number)) })),
    ...bars(),
  ].sort((a, b) => a.code - b.code);
