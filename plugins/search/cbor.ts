/** The part of CBOR (RFC 8949) that Pagefind's files are written in: whole numbers, texts and lists. */
export type Cbor = number | string | readonly Cbor[];

const [UNSIGNED, BYTES, TEXT, LIST, MAP, TAG] = [0, 2, 3, 4, 5, 6];

interface Head {
  readonly major: number;
  readonly value: number;
  /** Where what follows the head begins. */
  readonly next: number;
}

function headAt(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const [major, info] = [first >> 5, first & 31];
  if (info < 24) return { major, value: info, next: at + 1 };
  const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[info];
  if (size === undefined) throw new Error('CBOR of unknown length');
  // Eight bytes are a fraction, whose value nobody reads here.
  return { major, value: size === 8 ? 0 : bytes.readUIntBE(at + 1, size), next: at + 1 + size };
}

/** Where the item that begins at a place ends. */
export function endOf(bytes: Buffer, at: number): number {
  const { major, value, next } = headAt(bytes, at);
  if (major === BYTES || major === TEXT) return next + value;
  let end = next;
  const items = major === LIST ? value : major === MAP ? 2 * value : major === TAG ? 1 : 0;
  for (let item = 0; item < items; item += 1) end = endOf(bytes, end);
  return end;
}

/** Places at which the items of a list begin. */
export function itemsOf(bytes: Buffer, at: number): number[] {
  const { major, value, next } = headAt(bytes, at);
  if (major !== LIST) throw new Error('CBOR that is no list');
  const places: number[] = [];
  for (let item = 0, place = next; item < value; item += 1, place = endOf(bytes, place)) places.push(place);
  return places;
}

export function decode(bytes: Buffer, at = 0): Cbor {
  const { major, value, next } = headAt(bytes, at);
  if (major === UNSIGNED) return value;
  if (major === TEXT) return bytes.toString('utf8', next, next + value);
  return itemsOf(bytes, at).map((place) => decode(bytes, place));
}

function head(major: number, value: number): Buffer {
  const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
  const made = Buffer.alloc(1 + size, (major << 5) | (size === 0 ? value : 24 + Math.log2(size)));
  if (size > 0) made.writeUIntBE(value, 1, size);
  return made;
}

/** A list of items that are CBOR already. */
export const listOf = (items: readonly Buffer[]): Buffer => Buffer.concat([head(LIST, items.length), ...items]);

export function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return head(UNSIGNED, value);
  if (typeof value !== 'string') return listOf(value.map(encode));
  const text = Buffer.from(value);
  return Buffer.concat([head(TEXT, text.length), text]);
}
