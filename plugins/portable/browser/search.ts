/** Pagefind's interface, as far as the search panel uses it, over `siteSearchData`: a search that works in a page opened as a file. */
import type { SearchData } from '../search-data.ts';
import { stem, wordsOf } from '../words.ts';

declare const siteModules: { root: string; script: (address: string) => Promise<unknown> };
declare global {
  var siteSearchData: SearchData | undefined;
}

type Filters = Record<string, string | { any: string[] }>;
type Counts = Record<string, Record<string, number>>;

let data: SearchData = { pages: [], words: {} };
let stems: string[] = [];

/** Weight of every page that has a word, whole or begun. */
function pagesOf(word: string): Map<number, number> {
  const found = new Map<number, number>();
  const add = (key: string, share: number): void => {
    const list = (Object.hasOwn(data.words, key) && data.words[key]) || [];
    // A word that stands everywhere tells little.
    const rare = Math.log(1 + (2 * data.pages.length) / (list.length + 1));
    for (let at = 0; at < list.length; at += 2) {
      const page = list[at] ?? 0;
      found.set(page, Math.max(found.get(page) ?? 0, (list[at + 1] ?? 0) * share * rare));
    }
  };
  add(stem(word), 1);
  for (const key of stems) if (key.startsWith(word) && key !== stem(word)) add(key, word.length / key.length / 2);
  return found;
}

/** Pages that hold every word, with their weight; all of them where nothing is asked. */
function matching(text: string | null): Map<number, number> {
  const typed = wordsOf(text ?? '');
  const telling = typed.filter((word) => word.length > 1);
  const [first, ...rest] = telling.length > 0 ? telling : typed;
  if (first === undefined) return new Map(data.pages.map((_, page) => [page, 0]));
  return rest.reduce((found, word) => {
    const more = pagesOf(word);
    return new Map([...found].filter(([page]) => more.has(page)).map(([page, weight]) => [page, weight + (more.get(page) ?? 0)]));
  }, pagesOf(first));
}

const passes = (page: number, filters: Filters): boolean =>
  Object.entries(filters).every(([name, wanted]) => {
    const values = data.pages[page]?.[2][name] ?? [];
    return (typeof wanted === 'string' ? [wanted] : wanted.any).some((value) => values.includes(value));
  });

function count(pages: Iterable<number>): Counts {
  const counts: Counts = {};
  for (const page of pages) {
    for (const [name, values] of Object.entries(data.pages[page]?.[2] ?? {})) {
      for (const value of values) (counts[name] ??= {})[value] = (counts[name]?.[value] ?? 0) + 1;
    }
  }
  return counts;
}

globalThis.siteSearch = {
  options: () => Promise.resolve(),
  async init() {
    if (stems.length > 0) return;
    await siteModules.script(`${siteModules.root}portable/search-data.js`);
    data = globalThis.siteSearchData ?? data;
    stems = Object.keys(data.words);
  },
  filters: () => Promise.resolve(count(data.pages.keys())),
  search(text: string | null, { filters = {} }: { filters?: Filters } = {}) {
    const found = [...matching(text)].filter(([page]) => passes(page, filters)).sort(([a, x], [b, y]) => y - x || a - b);
    return Promise.resolve({
      filters: count(found.map(([page]) => page)),
      results: found.map(([page, score]) => ({
        id: String(page),
        score,
        data: () => {
          const [url = '', meta = {}, , excerpt = ''] = data.pages[page] ?? [];
          return Promise.resolve({ url: siteModules.root + url, meta, plain_excerpt: excerpt });
        },
      })),
    });
  },
};
