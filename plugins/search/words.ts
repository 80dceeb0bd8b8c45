import { LIST, NEGATIVE, readHead, readText, UNSIGNED, writer, type Reader, type Writer } from './cbor.ts';
import type { Group } from './group.ts';
import { wordOrder } from './word-order.ts';

/*
 * An item of the index of words, as Pagefind writes it: [word, places, [[form, places], …]]. Forms are those that accents tell apart.
 * Places are [page, [position or weight, …], [position or field, …]] for each page, and each number of a page is the distance to the one before it.
 * A negative number says the weight, or the field, of the positions that follow it.
 */
export interface Word {
  readonly word: string;
  readonly cbor: Buffer;
}

/** Places in pages of one group: what follows the first one's number is copied as it is. */
interface Places {
  readonly pages: number;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** A group that is read word by word. */
interface Cursor extends Reader {
  /** Number of the group's first page in the whole index. */
  readonly base: number;
  /** New numbers of fields by the group's own; undefined where they are the same. */
  readonly fields: readonly number[] | undefined;
  /** The word that it stands at; undefined at the end. */
  word: string | undefined;
  /** Of that word, then of each form. */
  forms: (readonly [form: string, places: Places])[];
}

/** Below it, the number of a field is one byte, which can be written over. */
const ONE_BYTE = 24;

function passNumbers(reader: Cursor, fields: readonly number[] | undefined): void {
  const { bytes } = reader;
  for (let left = readHead(reader, LIST); left > 0; left -= 1) {
    const first = bytes[reader.at] ?? 0xff;
    const kind = first >> 5;
    if (kind !== UNSIGNED && kind !== NEGATIVE) throw new Error('other positions');
    if (kind === NEGATIVE && fields) {
      const field = (first & 31) < ONE_BYTE ? fields[first & 31] : undefined;
      if (field === undefined || field >= ONE_BYTE) throw new Error('more fields than are known here');
      bytes[reader.at] = (NEGATIVE << 5) | field;
    }
    if ((first & 31) < ONE_BYTE) reader.at += 1;
    else readHead(reader, kind);
  }
}

function readPlaces(reader: Cursor): Places {
  const pages = readHead(reader, LIST);
  let first = 0;
  let last = 0;
  let from = reader.at;
  for (let page = 0; page < pages; page += 1) {
    if (readHead(reader, LIST) !== 3) throw new Error('other places');
    last += readHead(reader, UNSIGNED);
    if (page === 0) {
      first = last;
      from = reader.at;
    }
    passNumbers(reader, undefined);
    passNumbers(reader, reader.fields);
  }
  return { pages, first, last, from, to: reader.at };
}

function next(cursor: Cursor): void {
  const before = cursor.word;
  cursor.word = undefined;
  if (cursor.at >= cursor.bytes.length) {
    if (cursor.at > cursor.bytes.length) throw new Error('words that end early');
    return;
  }
  if (readHead(cursor, LIST) !== 3) throw new Error('other words');
  cursor.word = readText(cursor);
  if (before !== undefined && wordOrder(before, cursor.word) >= 0) throw new Error('words in another order');
  cursor.forms = [['', readPlaces(cursor)]];
  for (let left = readHead(cursor, LIST); left > 0; left -= 1) {
    if (readHead(cursor, LIST) !== 2) throw new Error('other forms');
    cursor.forms.push([readText(cursor), readPlaces(cursor)]);
  }
}

type Found = readonly (readonly [cursor: Cursor, places: Places])[];

function writePlaces(into: Writer, found: Found): void {
  into.head(LIST, found.reduce((sum, [, { pages }]) => sum + pages, 0));
  let last = 0;
  for (const [{ bytes, base }, places] of found) {
    if (places.pages === 0) continue;
    into.head(LIST, 3);
    into.head(UNSIGNED, base + places.first - last);
    into.copy(bytes, places.from, places.to);
    last = base + places.last;
  }
}

/** The words of all groups in order, each with its places in all of them, whose pages are numbered one after the other. `fields` is where each group's fields stand among all. */
export function* joinedWords(groups: readonly Group[], fields: readonly string[]): Generator<Word, void> {
  const into = writer();
  let base = 0;
  const cursors = groups.map((group): Cursor => {
    const same = group.fields.every((name, index) => fields[index] === name);
    // Numbers of fields are written over: the group itself stays as it is.
    const cursor: Cursor = { bytes: same ? group.words : Buffer.from(group.words), at: 0, base, fields: same ? undefined : group.fields.map((name) => fields.indexOf(name)), word: undefined, forms: [] };
    base += group.pages.length;
    next(cursor);
    return cursor;
  });
  for (;;) {
    let word: string | undefined;
    let at: Cursor[] = [];
    for (const cursor of cursors) {
      if (cursor.word === undefined) continue;
      if (cursor.word === word) at.push(cursor);
      else if (word === undefined || wordOrder(cursor.word, word) < 0) {
        word = cursor.word;
        at = [cursor];
      }
    }
    if (word === undefined) return;
    const forms = new Map<string, (readonly [Cursor, Places])[]>();
    for (const cursor of at) {
      for (const [form, places] of cursor.forms) {
        const found = forms.get(form);
        if (found) found.push([cursor, places]);
        else forms.set(form, [[cursor, places]]);
      }
    }
    const [[, own] = ['', []], ...others] = forms;
    into.head(LIST, 3);
    into.text(word);
    writePlaces(into, own);
    into.head(LIST, others.length);
    for (const [form, found] of others) {
      into.head(LIST, 2);
      into.text(form);
      writePlaces(into, found);
    }
    yield { word, cbor: into.take() };
    for (const cursor of at) next(cursor);
  }
}
