/**
 * Search over Pagefind.
 *
 * Contract with pages. A page is searched when its content carries `data-pagefind-body`; `SearchMeta.astro`, placed inside
 * that element, says the rest:
 *
 * - metadata, searchable and shown: `id`, `names` (aliases, also split at capitals, and symptoms), `title`, `system`, `sub`,
 *   `level` (1 to 4), `word`, `value`, `note`, `gap`, `facts` (JSON list of [label, value]), `call` (JSON [label, address]),
 *   `anchor`, `places` (JSON list, search-hits.ts);
 * - filters: `kind`, `system`, `level`, `severity`, `owner`, `state`;
 * - filter `key`: id, aliases and names of places as searchKey folds them. A query whose key is one of these is an exact hit.
 *
 * What comes first: a record that bears the code typed (`R-T01`, `rt01`, `r t01`: the risk itself, not the pages that talk about it),
 * then what bears it as another name, runbooks before all. A service or a page named by a plain word gives way to runbooks about it.
 */
import type { FilterCounts, Filters, Pagefind } from './pagefind.ts';
import { withFewerWords } from './search-fewer.ts';
import { hitOf, type Hit } from './search-hits.ts';
import { searchKey } from './search-keys.ts';
import { nearNames } from './search-names.ts';
import { echoes, holdsAll, tellingWords } from './search-words.ts';

export type { Hit } from './search-hits.ts';

export interface Query {
  text: string;
  kind: string;
  system: string;
  /** Mildest level accepted, 1 to 4. */
  level: string;
  severity: string;
  owner: string;
  state: string;
}

export interface Group {
  /** Undefined for exact hits. */
  kind: string | undefined;
  hits: Hit[];
  /** Hits of this kind that are not shown. */
  more: number;
}

export interface Found {
  total: number;
  groups: Group[];
  /** Results by kind, whatever kind is asked for. */
  kinds: Record<string, number>;
  /** What was looked for, where no page holds all the words that were typed. */
  instead?: string;
}

/** Each hit is a file to fetch: few are shown of each kind, more of what one follows in an outage. */
const SHOWN_OF_EACH = 2;
const SHOWN_OF_FIRST = 6;
const SHOWN_OF_ONE = 40;
/** A title or a name weighs more than a preview that happens to hold the word. */
const metaWeights = { title: 6, id: 8, names: 5, facts: 0.2, call: 0.1, level: 0, anchor: 0, places: 0.2 };

/** Kinds whose names are words of the language: a service, a page. */
const PLAIN = new Set(['system', 'page']);

export interface Search {
  /** Values that each filter offers. */
  readonly values: FilterCounts;
  readonly find: (query: Query) => Promise<Found>;
  /** Records whose id or other name is nearly this one, the nearest first. */
  readonly near: (name: string, most?: number) => Promise<Hit[]>;
}

/** Loads the index from `bundle`; rejects when it cannot be read. `order` is the order of the kinds' groups. */
export async function loadSearch(bundle: string, order: readonly string[]): Promise<Search> {
  const pagefind = globalThis.siteSearch ?? ((await import(/* @vite-ignore */ bundle)) as Pagefind);
  await pagefind.options({ noWorker: true, ranking: { metaWeights } });
  await pagefind.init();
  const values = await pagefind.filters();
  const rank = ({ kind }: Hit): number => (order.includes(kind) ? order.indexOf(kind) : order.length);

  async function hits(text: string | null, filters: Filters, limit: number, { key = '', words = [] }: { key?: string; words?: readonly string[] } = {}): Promise<Hit[]> {
    const { results } = await pagefind.search(text, { filters });
    const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
    return pages.map((page) => hitOf(page, key, words));
  }

  /** Those that bear the name typed: as their code, then as another name, in the order of the kinds. */
  async function exactHits(key: string, filters: Filters): Promise<Hit[]> {
    if (values.key?.[key] === undefined) return [];
    const named = await hits(null, { ...filters, key }, SHOWN_OF_ONE, { key });
    const bears = (hit: Hit): boolean => hit.id !== undefined && searchKey(hit.id) === key;
    const code = (hit: Hit): number => (bears(hit) && !PLAIN.has(hit.kind) ? 0 : 1);
    return named.sort((a, b) => code(a) - code(b) || rank(a) - rank(b) || Number(bears(b)) - Number(bears(a)));
  }

  async function near(name: string, most = 5): Promise<Hit[]> {
    const keys = nearNames(searchKey(name), Object.keys(values.key ?? {}), most);
    const found = (await Promise.all(keys.map((key) => exactHits(key, {})))).flat();
    return found.filter((hit, index) => found.findIndex(({ url }) => url === hit.url) === index).slice(0, most);
  }

  async function find(query: Query): Promise<Found> {
    // With nothing asked, the runbooks are offered: they are what one follows in an outage.
    const idle = query.text === '' && unfiltered(query);
    const shared = filtersOf(query);
    const typed = query.text === '' ? null : query.text;
    const [exact, whole] = await Promise.all([exactHits(searchKey(query.text), { ...shared, ...kindOf(query) }), pagefind.search(typed, { filters: shared })]);
    if (await isGuess(query.text, whole)) {
      if (exact.length > 0) return { total: exact.length, groups: [{ kind: undefined, hits: exact, more: 0 }], kinds: countKinds(exact) };
      if (unfiltered(query)) return nearly(query);
    }
    // « base inaccessible » at 3 am: when no page says both, those that say one of them are better than nothing.
    const fewer = whole.results.length > 0 || exact.length > 0 ? undefined : await withFewerWords(pagefind, query.text, shared);
    const text = fewer?.text ?? typed;
    const instead = fewer?.text ?? (exact.length > 0 ? undefined : await saidOf(query.text, whole));
    const words = tellingWords(instead ?? text ?? '');
    const kinds = (fewer?.response ?? whole).filters.kind ?? {};
    const asked = idle ? ['runbook'] : query.kind === '' ? order : [query.kind];

    const groups = await Promise.all(
      asked
        .filter((kind) => (kinds[kind] ?? 0) > 0)
        .map(async (kind): Promise<Group> => {
          const limit = idle ? SHOWN_OF_FIRST : asked.length === 1 ? SHOWN_OF_ONE : kind === order[0] ? SHOWN_OF_FIRST : SHOWN_OF_EACH;
          const found = await hits(text, { ...shared, kind }, limit + exact.length, { words });
          const others = found.filter((hit) => exact.every(({ url }) => pageOf(url) !== pageOf(hit.url))).sort((a, b) => a.later - b.later);
          const shown = others.slice(0, limit);
          return { kind, hits: shown, more: Math.max(0, (kinds[kind] ?? 0) - found.length + others.length - shown.length) };
        }),
    );
    const runbook = groups.find(({ kind }) => kind === order[0])?.hits[0];
    const answered = runbook !== undefined && words.length > 0 && holdsAll(words, `${runbook.title} ${runbook.names}`);
    const first = exact.filter(({ kind }) => !answered || !PLAIN.has(kind));
    for (const hit of exact.filter((other) => !first.includes(other))) {
      const group = groups.find(({ kind }) => kind === hit.kind);
      if (group) group.hits.unshift(hit);
      else groups.push({ kind: hit.kind, hits: [hit], more: 0 });
    }
    const shown = groups.filter((group) => group.hits.length > 0);
    const listed = shown.reduce((sum, group) => sum + group.hits.length + group.more, first.length);
    return {
      total: listed,
      groups: first.length > 0 ? [{ kind: undefined, hits: first, more: 0 }, ...shown] : shown,
      kinds,
      ...(instead === undefined ? {} : { instead }),
    };
  }

  /** Nothing says a word: a name that was mistyped. */
  async function nearly({ text }: Query): Promise<Found> {
    const found = await near(text, 3);
    const kinds = countKinds(found);
    const groups = order.map((kind): Group => ({ kind, hits: found.filter((hit) => hit.kind === kind), more: 0 })).filter((group) => group.hits.length > 0);
    return { total: found.length, groups, kinds, ...(found[0] ? { instead: found[0].id ?? found[0].title } : {}) };
  }

  return { values, find, near };
}

/** Whether what was found is a guess of the index: a single word that its best page does not say. */
async function isGuess(text: string, { results: [best] }: Response): Promise<boolean> {
  const words = tellingWords(text);
  const [word] = words;
  if (word === undefined || words.length > 1 || (best === undefined && text.trim().includes(' '))) return false;
  if (best === undefined) return true;
  const { content, meta } = await best.data();
  return content !== undefined && !echoes(word, `${content} ${Object.values(meta).join(' ')}`);
}

/** The words of several that the best page says, where it does not say them all: the index passes over a word that it does not know. */
async function saidOf(text: string, { results: [best] }: Response): Promise<string | undefined> {
  const words = tellingWords(text);
  if (words.length < 2 || best === undefined) return undefined;
  const { content, meta } = await best.data();
  const page = `${content ?? ''} ${Object.values(meta).join(' ')}`;
  const said = words.filter((word) => echoes(word, page));
  return content === undefined || said.length === 0 || said.length === words.length ? undefined : said.join(' ');
}

type Response = Awaited<ReturnType<Pagefind['search']>>;

function countKinds(hits: readonly Hit[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of hits) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

const pageOf = (url: string): string => url.replace(/#.*/, '');

const unfiltered = (query: Query): boolean => Object.entries(query).every(([name, value]) => name === 'text' || value === '');

function filtersOf(query: Query): Filters {
  const filters: Filters = {};
  for (const name of ['system', 'severity', 'owner', 'state'] as const) {
    if (query[name] !== '') filters[name] = query[name];
  }
  if (query.level !== '') {
    filters.level = { any: ['1', '2', '3', '4'].filter((level) => level >= query.level) };
  }
  return filters;
}

const kindOf = (query: Query): Filters => (query.kind === '' ? {} : { kind: query.kind });
