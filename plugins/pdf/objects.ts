/** What a PDF is made of, as plain data. A name, a number, a string or a constant is a text: the one that stands in the file. */
export type Value = string | Ref | Value[] | Dict;

export type Dict = Map<string, Value>;

/** Names an object of the file by its number. */
export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** An object of the file: a value, and what follows it where it is a stream. */
export interface Stored {
  readonly value: Value;
  readonly bytes?: Uint8Array | undefined;
}

export interface Objects {
  /** By number. */
  readonly stored: Map<number, Stored>;
  readonly trailer: Dict;
}

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;

/** What a value says, where it may only name the object that says it. */
export const valueOf = ({ stored }: Objects, value: Value | undefined): Value | undefined => (value instanceof Ref ? stored.get(value.number)?.value : value);

export function dictOf(objects: Objects, value: Value | undefined): Dict | undefined {
  const found = valueOf(objects, value);
  return isDict(found) ? found : undefined;
}

/** A list, where one thing may stand for a list of it. */
export function listOf(objects: Objects, value: Value | undefined): readonly Value[] {
  const found = valueOf(objects, value);
  return Array.isArray(found) ? found : found === undefined || value === undefined ? [] : [value];
}

export const dict = (entries: Readonly<Record<string, Value>>): Dict => new Map(Object.entries(entries).map(([name, value]) => [`/${name}`, value]));

/** Adds an object under the next number. */
export function add(objects: Objects, value: Value, bytes?: Uint8Array): Ref {
  const number = Number(objects.trailer.get('/Size'));
  objects.stored.set(number, { value, bytes });
  objects.trailer.set('/Size', String(number + 1));
  return new Ref(number);
}

/** A name, whatever signs it has. */
export const nameToken = (name: string): string => `/${[...Buffer.from(name, 'utf8')].map((code) => (code > 0x20 && code < 0x7f && !'#()<>[]{}/%'.includes(String.fromCharCode(code)) ? String.fromCharCode(code) : `#${code.toString(16).toUpperCase().padStart(2, '0')}`)).join('')}`;

export const hexToken = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

export const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A text of plain letters is written in them: some tools look for a text by its bytes. */
export const textToken = (text: string): string => (isPlain(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : hexToken(text));

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes that a string stands for. */
function bytesOf(token: string): Buffer {
  if (token.startsWith('<')) return Buffer.from(token.slice(1, -1), 'hex');
  return Buffer.from(token.slice(1, -1).replace(/\\(?:([0-7]{1,3})|\r?\n|(.))/gs, (_, octal: string | undefined, sign: string | undefined) => (octal === undefined ? (ESCAPES[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(octal, 8) & 0xff))), 'latin1');
}

/** What a string says; undefined where the value is none. */
export function stringOf(value: Value | undefined): string | undefined {
  if (typeof value !== 'string' || !/^[(<]/.test(value)) return undefined;
  const bytes = bytesOf(value);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('utf8');
}
