import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../../plugins/search/cbor.ts';
import { groupOf, type Contents, type Entry } from '../../../plugins/search/group.ts';
import { joinGroups } from '../../../plugins/search/join-groups.ts';
import { unpack, type Files } from '../../../plugins/search/pagefind-file.ts';
import { runtimeOf } from '../../../plugins/search/pagefind.ts';

const contentsOf = (files: Files): Contents => decode(unpack([...files].find(([name]) => name.endsWith('.pf_meta'))?.[1])) as unknown as Contents;
const wordsOf = (files: Files, name: string): [word: string, ...unknown[]][] => (decode(unpack(files.get(`index/${name}.pf_index`))) as unknown as [[string, ...unknown[]][]])[0];
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
    cut = joinGroups([groupOf(whole)], runtimeOf(whole));
  }, 60_000);
  afterAll(async () => {
    await close();
  });

  it('holds the same words as Pagefind’s, at the same places, in more and smaller parts', () => {
    const all = (files: Files) => contentsOf(files)[2].flatMap(([, , name]) => wordsOf(files, name));
    expect(all(cut)).toEqual(all(whole));
    expect(contentsOf(cut)[2].length).toBeGreaterThan(3 * contentsOf(whole)[2].length);
    expect([...cut.keys()].filter((name) => name.startsWith('index/'))).toHaveLength(contentsOf(cut)[2].length);
  });

  it('has parts that reach to one another, so that a word of no page has its place too, and none cuts a family of words', () => {
    const parts = contentsOf(cut)[2];
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
    const rest = (files: Files) => contentsOf(files).map((part, index) => (index === 2 ? [] : part));
    expect(rest(cut)).toEqual(rest(whole));
    const entry = JSON.parse(Buffer.from(cut.get('pagefind-entry.json') ?? []).toString('utf8')) as Entry;
    expect(entry.languages['fr']?.page_count).toBe(60);
    expect(cut.has(`pagefind.${entry.languages['fr']?.hash}.pf_meta`)).toBe(true);
    expect([...cut.keys()].filter((name) => name.endsWith('.pf_meta'))).toHaveLength(1);
  });

  it('comes without what nothing loads', () => {
    expect([...cut.keys()].filter((name) => !/^(index|filter)\/|pf_meta$/.test(name)).sort()).toEqual(['pagefind-entry.json', 'pagefind.js', 'wasm.fr.pagefind']);
  });
});
