import { decode, LIST, readHead, type Cbor } from './cbor.ts';
import { unpack, type Files } from './pagefind-file.ts';

/** Where a page is shown from, how many words it has, and the bundle that holds what is shown: none. */
export type Page = readonly [fragment: string, words: number, bundle: ''];
/** Pages by value. */
export type Filter = readonly [name: string, values: readonly (readonly [value: string, pages: readonly number[]])[]];

/** The index of a few pages, as parts of a larger one. Pages are numbered from 0. */
export interface Group {
  readonly pages: readonly Page[];
  /** Names of what is shown of pages, in the order in which `words` numbers them. */
  readonly fields: readonly string[];
  readonly filters: readonly Filter[];
  /** Words in order, each an item of CBOR (see words.ts). */
  readonly words: Buffer;
  /** What is shown of each page, compressed, by name. */
  readonly fragments: Files;
}

/** Pagefind's list of what an index holds, and the languages in it. */
export interface Entry {
  readonly version: string;
  readonly languages: Readonly<Record<string, Language>>;
}
export interface Language {
  readonly hash: string;
  readonly wasm?: string | null;
  readonly page_count: number;
}

/** Pagefind's own table of contents: version, pages, parts of the index of words, filters and their files, orders of pages, what is shown of pages. */
export type Contents = readonly [version: string, pages: readonly Page[], parts: readonly Part[], filters: readonly (readonly [name: string, file: string])[], sorts: readonly [], fields: readonly string[]];
/** First and last word, and the file's name. */
export type Part = readonly [from: string, to: string, name: string];

const isTexts = (value: Cbor | undefined, count?: number): boolean => Array.isArray(value) && (count === undefined || value.length === count) && value.every((text) => typeof text === 'string');

/** Its files are not documented: whoever reads them says so where they are not as expected. */
export function inKnownForm<T>(made: () => T): T {
  try {
    return made();
  } catch (cause) {
    throw new Error('Pagefind writes its index in a form that is not known here', { cause });
  }
}

/** Throws unless each part of a table of contents has the form that is known here. */
function known(value: Cbor): Contents {
  if (!Array.isArray(value) || value.length !== 6) throw new Error('other contents');
  const [version, pages, parts, filters, sorts, fields] = value as Cbor[];
  if (typeof version !== 'string' || !isTexts(fields)) throw new Error('other contents');
  if (!Array.isArray(pages) || !pages.every((page) => Array.isArray(page) && page.length === 3 && typeof page[0] === 'string' && typeof page[1] === 'number' && page[2] === '')) throw new Error('other pages');
  if (!Array.isArray(parts) || !parts.every((part: Cbor) => isTexts(part, 3))) throw new Error('other parts');
  if (!Array.isArray(filters) || !filters.every((filter: Cbor) => isTexts(filter, 2))) throw new Error('other filters');
  // An order of all pages cannot be made of the orders of some: what they were ordered by is not kept.
  if (!Array.isArray(sorts) || sorts.length > 0) throw new Error('pages that are sorted');
  return value as unknown as Contents;
}

/** The one language that an index is in; undefined where no page had a word. */
export function languageOf(entry: Entry): readonly [code: string, language: Language] | undefined {
  const [language, ...others] = Object.entries(entry.languages);
  if (others.length > 0) throw new Error('an index for each language');
  return language;
}

export const entryOf = (files: Files): Entry => JSON.parse(Buffer.from(files.get('pagefind-entry.json') ?? []).toString('utf8')) as Entry;

/** Words of one file of the index, without what says how many they are. */
function wordsIn(bytes: Buffer): Buffer {
  const reader = { bytes, at: 0 };
  if (readHead(reader, LIST) !== 1) throw new Error('other words');
  readHead(reader, LIST);
  return bytes.subarray(reader.at);
}

/** What Pagefind wrote of some pages. Throws where it has another form than is known here. */
export function groupOf(files: Files): Group {
  const [, language] = languageOf(entryOf(files)) ?? [];
  if (!language) return { pages: [], fields: [], filters: [], words: Buffer.alloc(0), fragments: new Map() };
  const [, pages, parts, filters, , fields] = known(decode(unpack(files.get(`pagefind.${language.hash}.pf_meta`))));
  return {
    pages,
    fields,
    filters: filters.map(([, file]) => decode(unpack(files.get(`filter/${file}.pf_filter`))) as unknown as Filter),
    words: Buffer.concat(parts.map(([, , name]) => wordsIn(unpack(files.get(`index/${name}.pf_index`))))),
    fragments: new Map(
      pages.map(([name]) => {
        const fragment = files.get(`fragment/${name}.pf_fragment`);
        if (!fragment) throw new Error('a page without what is shown of it');
        return [name, fragment];
      }),
    ),
  };
}
