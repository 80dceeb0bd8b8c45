import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stem, wordsOf } from './words.ts';

/** What browser/search.ts searches: `siteSearchData`, a global. */
export interface SearchData {
  /** Address from the site's folder, what is shown, what is filtered by, first words. */
  readonly pages: readonly (readonly [url: string, meta: Readonly<Record<string, string>>, filters: Readonly<Record<string, readonly string[]>>, excerpt: string])[];
  /** By stem: place in `pages` and weight, again and again. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** A page as Pagefind keeps it for its results: compressed JSON after a mark. */
interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
}

const MARK = 'pagefind_dcd';
const EXCERPT = 180;
/** A page that says a word twenty times is not about it twenty times more. */
const MOST = 5;
/** A title or a name weighs more than the words of the page. */
const META: Readonly<Record<string, number>> = { title: 12, id: 16, names: 16, system: 2, sub: 1, note: 1, facts: 1 };

/** Pages of the search index that stands in a built site, read again for a search that needs neither fetch nor WebAssembly. */
export function searchData(root: string): SearchData {
  const folder = join(root, 'pagefind/fragment');
  if (!existsSync(folder)) throw new Error(`${root} has no search index (pagefind/)`);
  const fragments = readdirSync(folder)
    .map((name) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString('utf8').slice(MARK.length)) as Fragment)
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const words = new Map<string, number[]>();
  fragments.forEach(({ content, meta }, page) => {
    const weights = new Map<string, number>();
    const add = (text: string, weight: number, most: number): void => {
      for (const word of wordsOf(text)) {
        const key = stem(word);
        if (key.length > 1) weights.set(key, Math.min(most, (weights.get(key) ?? 0) + weight));
      }
    };
    add(content, 1, MOST);
    for (const [name, weight] of Object.entries(META)) add(meta[name] ?? '', weight, MOST + 40);
    for (const [word, weight] of weights) {
      const list = words.get(word) ?? [];
      if (list.length === 0) words.set(word, list);
      list.push(page, weight);
    }
  });
  return {
    pages: fragments.map(({ url, meta, filters, content }) => [url, meta, filters, content.slice(0, EXCERPT)]),
    words: Object.fromEntries([...words].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
