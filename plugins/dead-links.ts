import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface DeadLink {
  /** Page that holds the link, relative to the site's folder. */
  readonly page: string;
  readonly url: string;
  readonly why: 'no such page' | 'no such place in the page';
}

/** What one page offers to links and asks of them: texts of a line each. Kept as two texts, because parts of a page's text would keep all of it in memory. */
export interface PageLinks {
  readonly ids: string;
  /** Addresses on this site, each once. Other origins are not asked. */
  readonly urls: string;
}

const LINK = /<(?:a|link|area)\b[^>]*?\shref="([^"]*)"|<(?:img|script|source)\b[^>]*?\ssrc="([^"]*)"/g;
const ID = /\sid="([^"]+)"/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|quot|apos|lt|gt));/gi, (_, hex?: string, decimal?: string, name = '') => NAMED[(name as string).toLowerCase()] ?? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)));

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads the links of a page. */
export function pageLinks(html: string): PageLinks {
  const urls = new Set<string>();
  for (const match of html.matchAll(LINK)) {
    const url = decodeEntities(match[1] ?? match[2] ?? '');
    if (url !== '' && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) urls.add(url);
  }
  return { ids: [...html.matchAll(ID)].map((match) => decodeEntities(match[1] ?? '')).join('\n'), urls: [...urls].join('\n') };
}

/** The file and the place in it that an address leads to; `base` ends with a slash. */
function targetOf(page: string, url: string, base: string): { target: string; anchor: string } {
  const [path = '', anchor = ''] = url.split('#');
  const clean = decode(path.split('?')[0] ?? '');
  const from = clean === '' ? page : clean.startsWith('/') ? (clean.startsWith(base) ? clean.slice(base.length) : clean.slice(1)) : posix.join(posix.dirname(page), clean);
  const target = from.replace(/^\//, '');
  return { target: target === '' || target.endsWith('/') ? `${target}index.html` : target, anchor: decode(anchor) };
}

/** Links of a built site that lead to no file of it, or to no id of the page they name. `base`, the path that the site stands at, ends with a slash. */
export function deadAmong(root: string, pages: ReadonlyMap<string, PageLinks>, base = '/'): DeadLink[] {
  const places = new Map<string, ReadonlySet<string>>();
  const placesOf = (page: string, { ids }: PageLinks): ReadonlySet<string> => {
    const known = places.get(page) ?? new Set(ids.split('\n'));
    places.set(page, known);
    return known;
  };
  const whyDead = (page: string, url: string): DeadLink['why'] | undefined => {
    const { target, anchor } = targetOf(page, url, base);
    const there = pages.get(target);
    if (!there) return existsSync(join(root, target)) ? undefined : 'no such page';
    return anchor === '' || placesOf(target, there).has(anchor) ? undefined : 'no such place in the page';
  };
  /** What is known of addresses that mean the same on every page. */
  const fromTop = new Map<string, DeadLink['why'] | undefined>();
  return [...pages].flatMap(([page, { urls }]) =>
    urls.split('\n').flatMap((url): DeadLink[] => {
      if (url === '') return [];
      if (url.startsWith('/') && !fromTop.has(url)) fromTop.set(url, whyDead(page, url));
      const why = url.startsWith('/') ? fromTop.get(url) : whyDead(page, url);
      return why === undefined ? [] : [{ page, url, why }];
    }),
  );
}

/** The same, of a site that nobody has read yet. */
export function deadLinks(root: string, base = '/'): DeadLink[] {
  const pages = (readdirSync(root, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.html'));
  return deadAmong(root, new Map(pages.map((page) => [page, pageLinks(readFileSync(join(root, page), 'utf8'))])), base);
}

const SHOWN = 20;

/** Dead links in a sentence and a list. */
export function sayDead(dead: readonly DeadLink[]): string {
  const shown = dead.slice(0, SHOWN).map(({ page, url, why }) => `  ${page} → ${url} (${why})`);
  return `${dead.length} link${dead.length === 1 ? ' leads' : 's lead'} nowhere:\n${shown.join('\n')}${dead.length > SHOWN ? `\n  … and ${dead.length - SHOWN} more` : ''}`;
}
