import { encode } from './cbor.ts';
import { languageOf, type Contents, type Entry, type Filter, type Group } from './group.ts';
import { packer, type Files } from './pagefind-file.ts';
import { partsOf } from './parts.ts';
import { wordOrder } from './word-order.ts';
import { joinedWords } from './words.ts';

/** What the index of a site has in common with any other: Pagefind's code, and what its list of languages says of this one. */
export interface Runtime {
  readonly entry: Entry;
  readonly files: Files;
}

function joinedFilters(groups: readonly Group[]): Filter[] {
  const all = new Map<string, Map<string, number[]>>();
  let base = 0;
  for (const { filters, pages } of groups) {
    for (const [name, values] of filters) {
      const known = all.get(name) ?? new Map<string, number[]>();
      all.set(name, known);
      for (const [value, numbers] of values) {
        const joined = known.get(value) ?? [];
        known.set(value, joined);
        for (const number of numbers) joined.push(base + number);
      }
    }
    base += pages.length;
  }
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => wordOrder(a, b));
  return sorted(all).map(([name, values]) => [name, sorted(values)]);
}

/**
 * Makes one index of those of groups of pages, one after the other, as Pagefind would of all pages at once: every file but what is shown of
 * pages. For `before` and `used` see packer.
 */
export function joinGroups(groups: readonly Group[], { entry, files }: Runtime, before: Files = new Map(), used = new Map<string, Uint8Array>()): Files {
  const joined = new Map<string, Uint8Array>(files);
  const [code, language] = languageOf(entry) ?? [];
  if (code !== undefined && language !== undefined) {
    const fields = [...new Set(groups.flatMap((group) => group.fields))].sort(wordOrder);
    const pages = groups.flatMap((group) => group.pages);
    const pack = packer(code, before, used);
    const parts = partsOf(joinedWords(groups, fields), pack);
    for (const { part, file } of parts) joined.set(`index/${part[2]}.pf_index`, file);
    const filters = joinedFilters(groups).map((filter) => {
      const { name, file } = pack(encode(filter));
      joined.set(`filter/${name}.pf_filter`, file);
      return [filter[0], name] as const;
    });
    const contents: Contents = [entry.version, pages, parts.map(({ part }) => part), filters, [], fields];
    const { name: hash, file: meta } = pack(encode(contents));
    joined.set(`pagefind.${hash}.pf_meta`, meta);
    joined.set('pagefind-entry.json', Buffer.from(JSON.stringify({ ...entry, languages: { [code]: { ...language, hash, page_count: pages.length } } })));
  } else joined.set('pagefind-entry.json', Buffer.from(JSON.stringify(entry)));
  return joined;
}
