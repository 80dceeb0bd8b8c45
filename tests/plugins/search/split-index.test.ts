import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode, encode, endOf, itemsOf } from '../../../plugins/search/cbor.ts';
import { splitIndex } from '../../../plugins/search/split-index.ts';

type Files = Map<string, Uint8Array>;
type Parts = readonly (readonly [from: string, to: string, name: string])[];

const unpacked = (bytes: Uint8Array | undefined): Buffer => gunzipSync(bytes ?? new Uint8Array()).subarray('pagefind_dcd'.length);
const metaOf = (files: Files): Buffer => unpacked([...files].find(([name]) => name.endsWith('.pf_meta'))?.[1]);
const partsOf = (files: Files): Parts => (decode(metaOf(files)) as unknown as [string, unknown, Parts])[2];
const wordsOf = (files: Files, name: string): [word: string, bytes: string][] => {
  const bytes = unpacked(files.get(`index/${name}.pf_index`));
  return itemsOf(bytes, itemsOf(bytes, 0)[0] ?? 0).map((place) => [decode(bytes, itemsOf(bytes, place)[0]) as string, bytes.toString('latin1', place, endOf(bytes, place))]);
};
const below = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;

describe('the index of words', () => {
  let whole: Files;
  let cut: Files;
  beforeAll(async () => {
    const { index } = await createIndex({ forceLanguage: 'fr' });
    for (let page = 0; page < 60; page += 1) {
      // Words of every beginning, short ones and a family that is long.
      const words = Array.from({ length: 200 }, (_, at) => `${String.fromCharCode(97 + ((at * 7 + page) % 26))}${(at * 31 + page * 17).toString(26)} con${(at * page).toString(26)}`);
      await index?.addHTMLFile({ sourcePath: `p${page}/index.html`, content: `<html lang="fr"><body><main data-pagefind-body>a é 🚀 su sub ${words.join(' ')}</main></body></html>` });
    }
    const { files } = (await index?.getFiles()) ?? { files: [] };
    whole = new Map(files.map(({ path, content }) => [path.replace(/^.*pagefind\//, ''), content]));
    const { add, drop } = splitIndex(whole);
    cut = new Map([...[...whole].filter(([name]) => !drop.includes(name)), ...add]);
  }, 60_000);
  afterAll(async () => {
    await close();
  });

  it('holds the same words as Pagefind’s, byte for byte, in more and smaller parts', () => {
    const all = (files: Files) => partsOf(files).flatMap(([, , name]) => wordsOf(files, name));
    expect(all(cut)).toEqual(all(whole));
    expect(partsOf(cut).length).toBeGreaterThan(3 * partsOf(whole).length);
    expect([...cut.keys()].filter((name) => name.startsWith('index/'))).toHaveLength(partsOf(cut).length);
  });

  it('has parts that reach to one another, so that a word of no page has its place too, and none cuts a family of words', () => {
    const parts = partsOf(cut);
    for (const [index, [from, to, name]] of parts.entries()) {
      const words = wordsOf(cut, name).map(([word]) => word);
      expect(words.every((word) => !below(word, from) && !below(to, word))).toBe(true);
      const next = parts[index + 1];
      if (!next) continue;
      expect(below(to, next[0])).toBe(true);
      const [first = ''] = wordsOf(cut, next[2])[0] ?? [];
      expect(first.startsWith([...(words.at(-1) ?? '')].slice(0, 3).join(''))).toBe(false);
    }
  });

  it('leaves the rest of the table of contents as it was, and is found by it', () => {
    const rest = (files: Files) => (decode(metaOf(files)) as unknown[]).map((part, index) => (index === 2 ? [] : part));
    expect(rest(cut)).toEqual(rest(whole));
    const entry = JSON.parse(Buffer.from(cut.get('pagefind-entry.json') ?? []).toString('utf8')) as { languages: { fr: { hash: string; page_count: number } } };
    expect(entry.languages.fr.page_count).toBe(60);
    expect(cut.has(`pagefind.${entry.languages.fr.hash}.pf_meta`)).toBe(true);
    expect([...cut.keys()].filter((name) => name.endsWith('.pf_meta'))).toHaveLength(1);
  });

  it('is the same bytes each time, without what nothing loads', () => {
    expect(splitIndex(whole)).toEqual(splitIndex(whole));
    expect([...cut.keys()].filter((name) => !/^(index|fragment|filter)\/|pf_meta$/.test(name)).sort()).toEqual(['pagefind-entry.json', 'pagefind.js', 'wasm.fr.pagefind']);
  });

  it('is refused in a form that this code does not know', () => {
    const other = new Map(whole).set([...whole.keys()].find((name) => name.endsWith('.pf_meta')) ?? '', new Uint8Array(40));
    expect(() => splitIndex(other)).toThrow('Pagefind writes its index in a form that is not known here');
  });
});

it('CBOR is read and written again, whatever the length', () => {
  const value = [0, 23, 24, 255, 256, 65_536, '', 'é🚀', 'x'.repeat(300), [[], ['a']]];
  expect(decode(encode(value))).toEqual(value);
  expect(encode(value).toString('hex').slice(0, 14)).toBe('8a0017181818ff');
});
