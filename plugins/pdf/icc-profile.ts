/** Numbers of IEC 61966-2-1, seen from the white of the profile connection space (D50, Bradford), as ICC.1:2004-10 wants them. */
const COLORANTS: Readonly<Record<string, readonly number[]>> = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
};
const ADAPTATION = [1.0479298, 0.0229468, -0.0501922, 0.0296278, 0.9904345, -0.0170738, -0.009243, 0.0150552, 0.7518743];
/** Y = (aX + b)^g from d on, cX below: g, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

const HEADER = 128;

/** A signed number of 16 bits before the point and 16 behind. */
function fixed(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeInt32BE(Math.round(number * 65536), index * 4));
  return bytes;
}

const typed = (type: string, ...rest: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...rest]);

/** One text in one language. */
function text(words: string): Buffer {
  const letters = Buffer.from(words, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(letters.length, 12);
  head.writeUInt32BE(28, 16);
  return typed('mluc', head, letters);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A day is wanted; the profile is the same every day.
  [2004, 10, 1].forEach((number, index) => bytes.writeUInt16BE(number, 24 + index * 2));
  bytes.write('acsp', 36, 'latin1');
  fixed([0.9642, 1, 0.8249]).copy(bytes, 68);
  return bytes;
}

/** A minimal profile of sRGB, made here so that it may be handed on freely. */
export function srgbProfile(): Uint8Array {
  const curve = typed('para', Buffer.from([0, 3, 0, 0]), fixed(CURVE));
  const tags: [string, Buffer][] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ...Object.entries(COLORANTS).map(([name, numbers]): [string, Buffer] => [name, typed('XYZ ', fixed(numbers))]),
    ['chad', typed('sf32', fixed(ADAPTATION))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let at = HEADER + table.length;
  tags.forEach(([name, data], index) => {
    // The three curves are one.
    if (!places.has(data)) {
      const room = Buffer.alloc(Math.ceil(data.length / 4) * 4);
      data.copy(room);
      places.set(data, at);
      parts.push(room);
      at += room.length;
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(places.get(data) ?? 0, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  });
  return new Uint8Array(Buffer.concat([header(at), table, ...parts]));
}
