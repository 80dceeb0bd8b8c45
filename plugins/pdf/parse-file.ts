import { Ref, type Dict, type Objects, type Stored, type Value } from './objects.ts';

const SPACE = 0x20;
const isSpace = (code: number): boolean => code <= SPACE;
/** ( ) < > [ ] { } / % end a name or a number. */
const ENDS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const isEnd = (code: number): boolean => code <= SPACE || ENDS.has(code);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const PAREN = 0x28;
const CLOSED = 0x29;
const ANGLE = 0x3c;
const BRACKET = 0x5b;
const CLOSING = 0x5d;
const BACKSLASH = 0x5c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const LETTER_R = 0x52;

/** Reads values one after the other from the text of a file. */
class Cursor {
  at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  skip(): void {
    while (isSpace(this.#text.charCodeAt(this.at))) this.at++;
  }

  /** A name, a number or a word, to where it ends. */
  word(): string {
    const start = this.at++;
    while (!isEnd(this.#text.charCodeAt(this.at))) this.at++;
    return this.#text.slice(start, this.at);
  }

  expect(word: string): void {
    this.skip();
    if (!this.#text.startsWith(word, this.at)) throw new Error(`the typesetter wrote something else than ${word} at ${this.at}`);
    this.at += word.length;
  }

  /** Whether a word comes next; it is passed where it does. */
  next(word: string): boolean {
    this.skip();
    if (!this.#text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  #literal(): string {
    const start = this.at;
    for (let depth = 0; ; this.at++) {
      const code = this.#text.charCodeAt(this.at);
      if (Number.isNaN(code)) throw new Error('the typesetter wrote a string that does not end');
      if (code === BACKSLASH) this.at++;
      else if (code === PAREN) depth++;
      else if (code === CLOSED && --depth === 0) break;
    }
    return this.#text.slice(start, ++this.at);
  }

  #dict(): Dict {
    const dict: Dict = new Map();
    for (this.at += 2, this.skip(); this.#text.charCodeAt(this.at) !== GREATER; this.skip()) {
      if (this.#text.charCodeAt(this.at) !== SLASH) throw new Error(`the typesetter wrote a key that is no name at ${this.at}`);
      const key = this.word();
      dict.set(key, this.value());
    }
    this.at += 2;
    return dict;
  }

  #list(): Value[] {
    const list: Value[] = [];
    for (this.at++, this.skip(); this.#text.charCodeAt(this.at) !== CLOSING; this.skip()) list.push(this.value());
    this.at++;
    return list;
  }

  value(): Value {
    this.skip();
    const code = this.#text.charCodeAt(this.at);
    if (Number.isNaN(code)) throw new Error('the file of the typesetter ends early');
    if (code === PAREN) return this.#literal();
    if (code === BRACKET) return this.#list();
    if (code === ANGLE) {
      if (this.#text.charCodeAt(this.at + 1) === ANGLE) return this.#dict();
      const start = this.at;
      this.at = this.#text.indexOf('>', start) + 1;
      return this.#text.slice(start, this.at);
    }
    const word = this.word();
    if (!isDigit(code) || this.#text.charCodeAt(this.at) !== SPACE) return word;
    // `12 0 R` names an object; the typesetter knows no other generation.
    const text = this.#text;
    if (text.charCodeAt(this.at + 1) === 0x30 && text.charCodeAt(this.at + 2) === SPACE && text.charCodeAt(this.at + 3) === LETTER_R && isEnd(text.charCodeAt(this.at + 4))) {
      this.at += 4;
      return new Ref(Number(word));
    }
    return word;
  }
}

/** Where each object begins, as the table at the end of the file says. */
function tableOf(cursor: Cursor): Map<number, number> {
  const places = new Map<number, number>();
  cursor.expect('xref');
  for (let first = Number(cursor.value()); ; first = Number(cursor.value())) {
    const count = Number(cursor.value());
    for (let index = 0; index < count; index++) {
      const place = Number(cursor.value());
      cursor.value();
      if (cursor.value() === 'n') places.set(first + index, place);
    }
    if (cursor.next('trailer')) return places;
  }
}

/** Reads a file as the typesetter writes it: every object by itself, nothing packed but the streams. Not for files of others. */
export function parseFile(file: Uint8Array): Objects {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const text = buffer.toString('latin1');
  const start = text.lastIndexOf('startxref');
  const table = new Cursor(text, Number(/\d+/.exec(text.slice(start + 9, start + 40))?.[0]));
  const places = tableOf(table);
  const trailer = table.value();
  if (!(trailer instanceof Map)) throw new Error('the file of the typesetter has no trailer');
  const stored = new Map<number, Stored>();
  for (const [number, place] of places) {
    const cursor = new Cursor(text, place);
    cursor.expect(`${number} 0 obj`);
    const value = cursor.value();
    if (value instanceof Map && cursor.next('stream')) {
      cursor.at += text.charCodeAt(cursor.at) === 0x0d ? 2 : 1;
      stored.set(number, { value, bytes: buffer.subarray(cursor.at, cursor.at + Number(value.get('/Length'))) });
    } else stored.set(number, { value });
  }
  return { stored, trailer };
}
