import { signs, type Contour, type Sign } from './signs.ts';

/** Its family, as a document names it. */
export const SIGNS_FAMILY = 'Plain Signs';

const EM = 1000;
const ASCENT = 1000;
const DESCENT = -320;

const u16 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, index) => bytes.writeUInt16BE(number & 0xffff, index * 2));
  return bytes;
};
const u32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number >>> 0, index * 4));
  return bytes;
};

const extent = (contours: readonly Contour[]): [number, number, number, number] => {
  const [xs, ys] = [contours.flat().map(([x]) => x), contours.flat().map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/** Straight lines only: every point is on the outline, each step in 16 bits. */
function outline({ contours }: Sign): Buffer {
  if (contours.length === 0) return Buffer.alloc(0);
  const points = contours.flat();
  let end = -1;
  const ends = contours.map((contour) => (end += contour.length));
  const steps = (axis: 0 | 1): number[] => points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0));
  const bytes = Buffer.concat([u16(contours.length, ...extent(contours), ...ends, 0), Buffer.alloc(points.length, 1), u16(...steps(0)), u16(...steps(1))]);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** Characters to glyphs, one run of characters that follow each other at a time (format 4). */
function characterMap(list: readonly Sign[]): Buffer {
  const runs: { start: number; end: number; delta: number }[] = [];
  list.forEach(({ code }, index) => {
    const last = runs.at(-1);
    if (last?.end === code - 1) last.end = code;
    else runs.push({ start: code, end: code, delta: index + 1 - code });
  });
  runs.push({ start: 0xffff, end: 0xffff, delta: 1 });
  const power = 2 ** Math.floor(Math.log2(runs.length));
  const body = u16(...runs.map(({ end }) => end), 0, ...runs.map(({ start }) => start), ...runs.map(({ delta }) => delta), ...runs.map(() => 0));
  const head = u16(4, 14 + body.length, 0, runs.length * 2, power * 2, Math.log2(power), (runs.length - power) * 2);
  return Buffer.concat([u16(0, 1, 3, 1), u32(12), head, body]);
}

function names(): Buffer {
  const texts: [number, string][] = [[1, SIGNS_FAMILY], [2, 'Regular'], [3, `${SIGNS_FAMILY} 1`], [4, SIGNS_FAMILY], [5, 'Version 1.0'], [6, SIGNS_FAMILY.replaceAll(' ', '')]];
  let at = 0;
  const encoded = texts.map(([id, text]) => ({ id, bytes: Buffer.from(text, 'utf16le').swap16() }));
  const records = encoded.map(({ id, bytes }) => {
    const record = u16(3, 1, 0x409, id, bytes.length, at);
    at += bytes.length;
    return record;
  });
  return Buffer.concat([u16(0, texts.length, 6 + texts.length * 12), ...records, ...encoded.map(({ bytes }) => bytes)]);
}

const sum = (bytes: Buffer): number => {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
  return total;
};

/** A TrueType font of the signs, made here: no font that may be shipped with the others has them all. */
export function signsFont(): Buffer {
  const list = signs();
  const glyphs: readonly Sign[] = [{ code: 0, advance: EM / 2, contours: [] }, ...list];
  const outlines = glyphs.map(outline);
  const box = extent(list.flatMap(({ contours }) => contours));
  let at = 0;
  const places = [0, ...outlines.map(({ length }) => (at += length))];
  const most = Math.max(...glyphs.map(({ contours }) => contours.flat().length));
  const tables: Readonly<Record<string, Buffer>> = {
    'OS/2': Buffer.concat([u16(4, EM / 2, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0), Buffer.alloc(10), u32(0, 0, 0, 0), Buffer.from('NONE'), u16(0x40, list[0]?.code ?? 0, list.at(-1)?.code ?? 0, ASCENT, DESCENT, 0, ASCENT, -DESCENT), u32(1, 0), u16(500, 700, 0, 32, 1)]),
    cmap: characterMap(list),
    glyf: Buffer.concat(outlines),
    head: Buffer.concat([u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5), u16(3, EM), Buffer.alloc(16), u16(...box, 0, 8, 2, 1, 0)]),
    hhea: Buffer.concat([u32(0x00010000), u16(ASCENT, DESCENT, 0, EM, 0, 0, box[2], 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length)]),
    hmtx: u16(...glyphs.flatMap(({ advance, contours }) => [advance, contours.length === 0 ? 0 : extent(contours)[0]])),
    loca: u32(...places),
    maxp: Buffer.concat([u32(0x00010000), u16(glyphs.length, most, Math.max(...glyphs.map(({ contours }) => contours.length)), 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: names(),
    post: Buffer.concat([u32(0x00030000, 0), u16(-75, 50), u32(0, 0, 0, 0, 0)]),
  };
  const entries = Object.entries(tables);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  let place = 12 + entries.length * 16;
  const records: Buffer[] = [];
  const parts: Buffer[] = [];
  let adjustment = 0;
  for (const [tag, table] of entries) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    if (tag === 'head') adjustment = place + 8;
    records.push(Buffer.from(tag.padEnd(4), 'latin1'), u32(sum(padded), place, table.length));
    parts.push(padded);
    place += padded.length;
  }
  const font = Buffer.concat([u32(0x00010000), u16(entries.length, power * 16, Math.log2(power), (entries.length - power) * 16), ...records, ...parts]);
  font.writeUInt32BE((0xb1b0afba - sum(font)) >>> 0, adjustment);
  return font;
}
