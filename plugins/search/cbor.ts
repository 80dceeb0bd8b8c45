/** The part of CBOR (RFC 8949) that Pagefind's files are written in: whole numbers, texts and lists. */
export type Cbor = number | string | readonly Cbor[];

export const [UNSIGNED, NEGATIVE, TEXT, LIST] = [0, 1, 3, 4];

/** Reads from a place on, and moves it: the files are large, and what is copied as it is need not be understood. */
export interface Reader {
  readonly bytes: Buffer;
  at: number;
}

/** Value in the head of the item that begins here, which must be of one kind. */
export function readHead(reader: Reader, kind: number): number {
  const { bytes, at } = reader;
  const first = bytes[at];
  if (first === undefined || first >> 5 !== kind) throw new Error(`CBOR of another kind than ${kind}`);
  const info = first & 31;
  if (info < 24) {
    reader.at = at + 1;
    return info;
  }
  if (info > 26) throw new Error('CBOR of unknown length');
  const size = 1 << (info - 24);
  reader.at = at + 1 + size;
  return bytes.readUIntBE(at + 1, size);
}

export function readText(reader: Reader): string {
  const size = readHead(reader, TEXT);
  const from = reader.at;
  reader.at += size;
  if (reader.at > reader.bytes.length) throw new Error('CBOR that ends early');
  return reader.bytes.toString('utf8', from, reader.at);
}

export function read(reader: Reader): Cbor {
  const kind = (reader.bytes[reader.at] ?? 0) >> 5;
  if (kind === TEXT) return readText(reader);
  if (kind !== LIST) return kind === NEGATIVE ? -1 - readHead(reader, NEGATIVE) : readHead(reader, UNSIGNED);
  return Array.from({ length: readHead(reader, LIST) }, () => read(reader));
}

export const decode = (bytes: Buffer): Cbor => read({ bytes, at: 0 });

/** Bytes that a head takes. */
const sizeOf = (value: number): number => (value < 24 ? 1 : value < 0x100 ? 2 : value < 0x10000 ? 3 : 5);

/** Writes one item after the other, into memory that is used again. */
export interface Writer {
  readonly head: (kind: number, value: number) => void;
  readonly text: (value: string) => void;
  /** What is CBOR already. */
  readonly copy: (from: Buffer, start: number, end: number) => void;
  /** What was written since the last time. */
  readonly take: () => Buffer;
}

export function writer(): Writer {
  let bytes = Buffer.alloc(1 << 16);
  let at = 0;
  const room = (size: number): void => {
    if (at + size > bytes.length) bytes = Buffer.concat([bytes], 2 * (at + size));
  };
  const head = (kind: number, value: number): void => {
    const size = sizeOf(value);
    room(size);
    bytes[at] = (kind << 5) | (size === 1 ? value : 24 + Math.log2(size - 1));
    if (size > 1) bytes.writeUIntBE(value, at + 1, size - 1);
    at += size;
  };
  return {
    head,
    text(value) {
      const size = Buffer.byteLength(value);
      head(TEXT, size);
      room(size);
      at += bytes.write(value, at);
    },
    copy(from, start, end) {
      room(end - start);
      at += from.copy(bytes, at, start, end);
    },
    take() {
      const taken = Buffer.from(bytes.subarray(0, at));
      at = 0;
      return taken;
    },
  };
}

function write(into: Writer, value: Cbor): void {
  if (typeof value === 'string') into.text(value);
  else if (typeof value === 'number') into.head(value < 0 ? NEGATIVE : UNSIGNED, value < 0 ? -1 - value : value);
  else {
    into.head(LIST, value.length);
    for (const item of value) write(into, item);
  }
}

export function encode(value: Cbor): Buffer {
  const into = writer();
  write(into, value);
  return into.take();
}

/** The head of a list of so many items, which follow it. */
export function listHead(items: number): Buffer {
  const into = writer();
  into.head(LIST, items);
  return into.take();
}
