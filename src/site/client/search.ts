/**
 * Search over Pagefind.
 *
 * Contract with pages. A page is searched when its content carries `data-pagefind-body`; `SearchMeta.astro`, placed inside
 * that element, says the rest:
 *
 * - metadata, searchable and shown: `id`, `names` (aliases, also split at capitals), `title`, `system`, `sub`, `level` (1 to 4),
 *   `word`, `value`, `note`, `gap`, `facts` (JSON list of [label, value]), `call` (JSON [label, address]), `anchor`;
 * - filters: `kind`, `system`, `level`, `severity`, `owner`, `state`;
 * - filter `key`: id and aliases as searchKey folds them. A query whose key is one of these is an exact hit and comes before
 *   any other result: `R-T01`, `rt01` and `r t01` find the risk itself, not the pages that talk about it.
 */
import type { FilterCounts, Filters, Pagefind, PagefindPage } from './pagefind.ts';
import { searchKey } from './search-keys.ts';

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

export interface Hit {
  url: string;
  title: string;
  id: string | undefined;
  kind: string;
  system: string | undefined;
  sub: string | undefined;
  level: string | undefined;
  word: string | undefined;
  value: string | undefined;
  note: string | undefined;
  gap: boolean;
  facts: [label: string, value: string][];
  call: [label: string, href: string] | undefined;
  excerpt: string;
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
  /** Words that were looked for, where no page holds all those that were typed. */
  instead?: string;
}

const SHOWN_OF_EACH = 6;
const SHOWN_OF_ONE = 40;
/** A title or a name weighs more than a preview that happens to hold the word. */
const metaWeights = { title: 6, id: 8, names: 8, facts: 0.2, call: 0.1, level: 0, anchor: 0 };

export interface Search {
  /** Values that each filter offers. */
  readonly values: FilterCounts;
  find(query: Query): Promise<Found>;
}

/** Loads the index from `bundle`; rejects when it cannot be read. `order` is the order of the kinds' groups. */
export async function loadSearch(bundle: string, order: readonly string[]): Promise<Search> {
  const pagefind = globalThis.siteSearch ?? ((await import(/* @vite-ignore */ bundle)) as Pagefind);
  await pagefind.options({ ranking: { metaWeights } });
  await pagefind.init();
  const values = await pagefind.filters();

  return {
    values,
    async find(query) {
      // With nothing asked, the runbooks are offered: they are what one follows in an outage.
      const idle = query.text === '' && Object.values(query).every((value) => value === '');
      const shared = filtersOf(query);
      const key = searchKey(query.text);
      const typed = query.text === '' ? null : query.text;
      const whole = await pagefind.search(typed, { filters: shared });
      // « base inaccessible » at 3 am: when no page says both, those that say one of them are better than nothing.
      const fewer = whole.results.length > 0 || values.key?.[key] !== undefined ? undefined : await withFewerWords(pagefind, query.text, shared);
      const text = fewer?.text ?? typed;
      const all = fewer?.response ?? whole;
      const kinds = all.filters.kind ?? {};
      const asked = idle ? ['runbook'] : query.kind === '' ? order : [query.kind];
      const limit = asked.length === 1 ? SHOWN_OF_ONE : SHOWN_OF_EACH;

      const exact =
        values.key?.[key] === undefined ? [] : await hits(pagefind, null, { ...shared, ...kindOf(query), key });
      const groups = await Promise.all(
        asked
          .filter((kind) => (kinds[kind] ?? 0) > 0)
          .map(async (kind): Promise<Group> => {
            const found = await hits(pagefind, text, { ...shared, kind }, limit, exact);
            const repeated = exact.filter((hit) => hit.kind === kind).length;
            return { kind, hits: found, more: Math.max(0, (kinds[kind] ?? 0) - found.length - repeated) };
          }),
      );
      const shown = groups.filter((group) => group.hits.length > 0);
      const listed = shown.reduce((sum, group) => sum + group.hits.length + group.more, 0);
      return {
        total: exact.length + listed,
        groups: exact.length > 0 ? [{ kind: undefined, hits: exact, more: 0 }, ...shown] : shown,
        kinds,
        ...(fewer ? { instead: fewer.text } : {}),
      };
    },
  };
}

type Response = Awaited<ReturnType<Pagefind['search']>>;

/** The most words of a text that some page holds together, tried by leaving one out, then word by word; the rarest first. */
async function withFewerWords(pagefind: Pagefind, typed: string, filters: Filters): Promise<{ text: string; response: Response } | undefined> {
  const words = [...new Set(typed.split(/\s+/).filter((word) => word.length > 2))].slice(0, 6);
  if (words.length < 2 && words.join(' ') === typed.trim()) return undefined;
  const without = words.length > 2 ? words.map((left) => words.filter((word) => word !== left).join(' ')) : [];
  for (const texts of [without, words]) {
    const tried = await Promise.all(texts.map(async (text) => ({ text, response: await pagefind.search(text, { filters }) })));
    const found = tried.filter(({ response }) => response.results.length > 0).sort((a, b) => a.response.results.length - b.response.results.length);
    if (found[0]) return found[0];
  }
  return undefined;
}

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

async function hits(
  pagefind: Pagefind,
  text: string | null,
  filters: Filters,
  limit = SHOWN_OF_EACH,
  without: readonly Hit[] = [],
): Promise<Hit[]> {
  const { results } = await pagefind.search(text, { filters });
  const pages = await Promise.all(results.slice(0, limit + without.length).map((result) => result.data()));
  return pages
    .map(hitOf)
    .filter((hit) => without.every((other) => other.url !== hit.url))
    .slice(0, limit);
}

function hitOf({ url, meta, plain_excerpt }: PagefindPage): Hit {
  return {
    url: meta.anchor ? `${url}#${meta.anchor.replace(/^#/, '')}` : url,
    title: meta.title ?? url,
    id: meta.id,
    kind: meta.kind ?? 'page',
    system: meta.system,
    sub: meta.sub,
    level: meta.level,
    word: meta.word,
    value: meta.value,
    note: meta.note,
    gap: meta.gap !== undefined,
    facts: meta.facts ? (JSON.parse(meta.facts) as Hit['facts']) : [],
    call: meta.call ? (JSON.parse(meta.call) as [string, string]) : undefined,
    excerpt: plain_excerpt,
  };
}
