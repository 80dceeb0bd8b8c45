import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode, endOf, itemsOf, listOf, type Cbor } from './cbor.ts';

/** Of words and where they stand, before compression: a search fetches one such part for each word that is typed. */
const PART = 8 * 1024;
/** Words that begin with the same letters stay together: a search for a beginning reads one part. */
const BEGINNING = 3;
const MARK = Buffer.from('pagefind_dcd');
const LAST = '\u{10FFFF}';

type Files = ReadonlyMap<string, Uint8Array>;
/** First and last word, and the file's name. */
type Part = readonly [from: string, to: string, name: string];
/** Pagefind's own table of contents: version, pages, parts of the index, then what is kept as it is. */
type Contents = readonly [version: string, pages: Cbor, parts: readonly Part[], ...rest: readonly Cbor[]];

const unpack = (bytes: Uint8Array): Buffer => {
  const whole = gunzipSync(bytes);
  if (!whole.subarray(0, MARK.length).equals(MARK)) throw new Error('not a file of Pagefind');
  return whole.subarray(MARK.length);
};

const pack = (cbor: Buffer): Buffer => {
  const packed = gzipSync(Buffer.concat([MARK, cbor]), { level: 6 });
  // Which system compressed it: the same bytes on every one.
  packed[9] = 255;
  return packed;
};

const nameOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 10);

interface Word {
  readonly word: string;
  readonly cbor: Buffer;
}

function wordsIn(chunk: Buffer): Word[] {
  const [list = 0] = itemsOf(chunk, 0);
  return itemsOf(chunk, list).map((place) => ({ word: decode(chunk, itemsOf(chunk, place)[0]) as string, cbor: chunk.subarray(place, endOf(chunk, place)) }));
}

const beginning = (word: string): string => Array.from(word).slice(0, BEGINNING).join('');
/** The fewest letters of a word that no letters of another begin with. */
function apart(word: string, other: string): string {
  const letters = Array.from(word);
  const at = letters.findIndex((_, index) => !other.startsWith(letters.slice(0, index + 1).join('')));
  return letters.slice(0, at + 1).join('');
}

function parted(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  let size = 0;
  for (const [index, one] of words.entries()) {
    const before = words[index - 1]?.word;
    const part = parts.at(-1);
    if (part && before !== undefined && (size < PART || beginning(one.word).startsWith(beginning(before)))) part.push(one);
    else {
      parts.push([one]);
      size = 0;
    }
    size += one.cbor.length;
  }
  return parts;
}

/** Every part reaches to the next: a word that no page says is looked for where it would stand. */
const named = (parts: readonly Word[][]): { readonly part: Part; readonly file: Buffer }[] =>
  parts.map((words, index) => {
    const [first, last] = [words[0]?.word ?? '', words.at(-1)?.word ?? ''];
    const [before, after] = [parts[index - 1]?.at(-1)?.word, parts[index + 1]?.[0]?.word];
    const file = pack(listOf([listOf(words.map(({ cbor }) => cbor))]));
    return { part: [before === undefined ? '' : apart(first, before), after === undefined ? LAST : apart(last, after) + LAST, nameOf(file)], file };
  });

interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm?: string | null }>>;
}

/** Interfaces of Pagefind's own, its worker, and what reads a language that no page is in. */
const isUnused = (name: string, { languages }: Entry): boolean => /^pagefind-(component-ui|modular-ui|ui|highlight|worker)\./.test(name) || (name === 'wasm.unknown.pagefind' && Object.values(languages).every(({ wasm }) => wasm));

/** What to do to the files of an index. */
export interface Split {
  readonly add: Files;
  readonly drop: readonly string[];
}

/**
 * Cuts the index of words into smaller files than Pagefind does, which knows no setting for it: what a search fetched was mostly words that
 * nobody had typed. Throws where the index has another form than this one knows.
 */
export function splitIndex(files: Files): Split {
  try {
    return split(files);
  } catch (cause) {
    throw new Error('Pagefind writes its index in a form that is not known here', { cause });
  }
}

function split(files: Files): Split {
  const json = (name: string): Entry => JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8')) as Entry;
  const entry = json('pagefind-entry.json');
  const made = new Map<string, Uint8Array>();
  const languages = Object.entries(entry.languages).map(([code, language]) => {
    const contents = unpack(files.get(`pagefind.${language.hash}.pf_meta`) ?? new Uint8Array());
    const [version, pages, parts, ...rest] = decode(contents) as Contents;
    const words = parts.flatMap(([, , name]) => wordsIn(unpack(files.get(`index/${name}.pf_index`) ?? new Uint8Array())));
    const cut = named(parted(words)).map(({ part: [from, to, name], file }) => ({ part: [from, to, `${code}_${name}`] as const, file }));
    for (const { part, file } of cut) made.set(`index/${part[2]}.pf_index`, file);
    const meta = pack(encode([version, pages, cut.map(({ part }) => part), ...rest]));
    const hash = `${code}_${nameOf(meta)}`;
    made.set(`pagefind.${hash}.pf_meta`, meta);
    return [code, { ...language, hash }] as const;
  });
  made.set('pagefind-entry.json', Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) })));
  return { add: made, drop: [...files.keys()].filter((name) => name.startsWith('index/') || name.endsWith('.pf_meta') || isUnused(name, entry)) };
}
