import { zlibSync } from 'fflate';
import { Ref, type Dict, type Objects, type Stored, type Value } from './objects.ts';

/** Objects that are packed together. More are smaller, and longer to unpack for who wants one of them. */
const TOGETHER = 200;

/** Packed here in JavaScript: what the machine's own library writes depends on its processor. */
export const pack = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 4 });

/** A value as it stands in a file. A name or a bracket needs no space before it. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Ref) return `${value.number} 0 R`;
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  let text = '<<';
  for (const [key, entry] of value) {
    const written = textOf(entry);
    text += /^[/(<[]/.test(written) ? `${key}${written}` : `${key} ${written}`;
  }
  return `${text}>>`;
}

/** Numbers of the objects that the trailer leads to, and of those that they lead to. */
function reached({ stored, trailer }: Objects): Set<number> {
  const found = new Set<number>();
  const open: Value[] = [trailer];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value instanceof Ref) {
      const next = found.has(value.number) ? undefined : stored.get(value.number);
      found.add(value.number);
      if (next) open.push(next.value);
    } else if (typeof value !== 'string') for (const entry of value.values()) open.push(entry);
  }
  return found;
}

/** A list of numbers in so many bytes each: what a table of objects is made of. */
function rowsOf(rows: readonly (readonly [kind: number, where: number, index: number])[]): Buffer {
  const bytes = Buffer.alloc(rows.length * 7);
  rows.forEach(([kind, where, index], row) => {
    bytes.writeUInt8(kind, row * 7);
    bytes.writeUInt32BE(where, row * 7 + 1);
    bytes.writeUInt16BE(index, row * 7 + 5);
  });
  return bytes;
}

/** Writes the objects that are reached as one file, all but the streams packed together. */
export function writeFile(objects: Objects): Uint8Array {
  const kept = reached(objects);
  const parts: Buffer[] = [];
  let length = 0;
  const put = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const rows: [number, number, number][] = Array.from({ length: Number(objects.trailer.get('/Size')) }, () => [0, 0, 0]);
  const putStream = (number: number, dict: Dict, bytes: Uint8Array): void => {
    rows[number] = [1, length, 0];
    put(Buffer.from(`${number} 0 obj\n${textOf(new Map([...dict, ['/Length', String(bytes.length)]]))}\nstream\n`, 'latin1'));
    put(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    put(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  };
  put(Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n', 'latin1'));
  const loose: [number, Value][] = [];
  const numbered: readonly [number, Stored][] = [...objects.stored].filter(([number]) => kept.has(number)).sort(([a], [b]) => a - b);
  for (const [number, { value, bytes }] of numbered) {
    if (bytes && value instanceof Map) putStream(number, value, bytes);
    else loose.push([number, value]);
  }
  for (let start = 0; start < loose.length; start += TOGETHER) {
    const container = rows.push([0, 0, 0]) - 1;
    let at = 0;
    let head = '';
    let body = '';
    for (const [index, [number, value]] of loose.slice(start, start + TOGETHER).entries()) {
      const text = `${textOf(value)}\n`;
      head += `${number} ${at} `;
      body += text;
      at += text.length;
      rows[number] = [2, container, index];
    }
    putStream(container, new Map([['/Type', '/ObjStm'], ['/N', String(Math.min(TOGETHER, loose.length - start))], ['/First', String(head.length)], ['/Filter', '/FlateDecode']]), pack(Buffer.from(head + body, 'latin1')));
  }
  const table = rows.push([0, 0, 0]) - 1;
  rows[table] = [1, length, 0];
  rows[0] = [0, 0, 0xffff];
  const start = length;
  putStream(table, new Map<string, Value>([['/Type', '/XRef'], ...objects.trailer, ['/Size', String(rows.length)], ['/W', ['1', '4', '2']], ['/Filter', '/FlateDecode']]), pack(rowsOf(rows)));
  put(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
