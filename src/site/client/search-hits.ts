import type { PagefindPage } from './pagefind.ts';
import { searchKey } from './search-keys.ts';
import { foldedWords } from './search-words.ts';

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
  /** Comes after results alike: an exercise, a page to be written, a page that lists others. */
  later: number;
  facts: [label: string, value: string][];
  call: [label: string, href: string] | undefined;
  excerpt: string;
  /** Other names that it is found by. */
  names: string;
}

/** A record that has no page of its own, and where it stands in the page that lists it (SearchMeta.astro writes it). */
type Place = [anchor: string, title: string, keys: string[], sub?: string, call?: [label: string, href: string]];

/** The index is given straight apostrophes (plugins/search) where readers see curved ones. */
const curved = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

/** What is shown of a page; of a page that lists records, the one that bears the name typed, or that its words describe. */
export function hitOf({ url, meta: given, plain_excerpt }: PagefindPage, key: string, words: readonly string[]): Hit {
  const meta: PagefindPage['meta'] = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value && curved(value)]));
  const title = meta.title ?? url;
  const base: Hit = {
    url: meta.anchor ? `${url}#${meta.anchor.replace(/^#/, '')}` : url,
    title,
    id: meta.id,
    kind: meta.kind ?? 'page',
    system: meta.system,
    sub: meta.sub,
    level: meta.level,
    word: meta.word,
    value: meta.value,
    note: meta.note,
    gap: meta.gap !== undefined,
    later: meta.id === undefined ? 2 : meta.gap !== undefined || meta.later !== undefined ? 1 : 0,
    facts: meta.facts ? (JSON.parse(meta.facts) as Hit['facts']) : [],
    call: meta.call ? (JSON.parse(meta.call) as [string, string]) : undefined,
    excerpt: curved(plain_excerpt),
    names: meta.names ?? '',
  };
  const found = meta.places === undefined || (meta.id !== undefined && searchKey(meta.id) === key) ? undefined : placeIn(JSON.parse(meta.places) as Place[], key, words, `${title} ${meta.system ?? ''}`);
  if (!found) return base;
  const [anchor, name, , sub, call] = found;
  return { ...base, id: undefined, later: 0, url: `${url}#${anchor}`, title: name, sub: [base.title, sub].filter(Boolean).join(' · '), call: call ?? undefined, facts: [], excerpt: '' };
}

/** The place that bears a name; else the one whose title holds most of the words, where the page's own title accounts for the rest. */
function placeIn(places: readonly Place[], key: string, words: readonly string[], page: string): Place | undefined {
  const exact = places.find(([, , keys]) => keys.includes(key));
  if (exact || words.length === 0) return exact;
  const begins = (text: string): number[] => {
    const there = foldedWords(text);
    return words.flatMap((word, index) => (there.some((other) => other.startsWith(word)) ? [index] : []));
  };
  const around = new Set(begins(page));
  let best: { place: Place; held: number } | undefined;
  for (const place of places) {
    const held = begins(place[1]);
    const whole = words.every((_, index) => held.includes(index) || around.has(index));
    if (whole && held.length > (best?.held ?? 0)) best = { place, held: held.length };
  }
  return best?.place;
}
