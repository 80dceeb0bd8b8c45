import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export interface DeadLink {
  /** Page that holds the link, relative to the site's folder. */
  readonly page: string;
  readonly url: string;
  readonly why: 'no such page' | 'no such place in the page';
}

const LINK = /<(?:a|link|area)\b[^>]*?\shref="([^"]*)"|<(?:img|script|source)\b[^>]*?\ssrc="([^"]*)"/g;
const ID = /\sid="([^"]+)"/g;

const decodeEntities = (text: string): string => text.replace(/&#38;|&amp;/g, '&').replace(/&#39;/g, "'").replace(/&quot;|&#34;/g, '"');

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Links of a built site that lead to no file of it, or to no id of the page they name. Other origins are not asked. */
export function deadLinks(root: string, base = '/'): DeadLink[] {
  const pages = (readdirSync(root, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.html'));
  const ids = new Map<string, Set<string>>();
  const links: { page: string; url: string; target: string; anchor: string }[] = [];
  for (const page of pages) {
    const html = readFileSync(join(root, page), 'utf8');
    ids.set(page, new Set([...html.matchAll(ID)].map((match) => decodeEntities(match[1] ?? ''))));
    const seen = new Set<string>();
    for (const match of html.matchAll(LINK)) {
      const url = decodeEntities(match[1] ?? match[2] ?? '');
      if (seen.has(url) || url === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) continue;
      seen.add(url);
      const [path = '', anchor = ''] = url.split('#');
      const clean = decode(path.split('?')[0] ?? '');
      const from = clean === '' ? page : clean.startsWith('/') ? (clean.startsWith(base) ? clean.slice(base.length) : clean.slice(1)) : posix.join(posix.dirname(page), clean);
      const target = from.replace(/^\//, '');
      links.push({ page, url, target: target === '' || target.endsWith('/') ? `${target}index.html` : target, anchor: decode(anchor) });
    }
  }
  const exists = new Map<string, boolean>();
  const there = (target: string): boolean => {
    let found = exists.get(target);
    if (found === undefined) exists.set(target, (found = ids.has(target) || existsSync(join(root, target))));
    return found;
  };
  return links.flatMap(({ page, url, target, anchor }): DeadLink[] => {
    if (!there(target)) return [{ page, url, why: 'no such page' }];
    const places = ids.get(target);
    return anchor !== '' && places && !places.has(anchor) ? [{ page, url, why: 'no such place in the page' }] : [];
  });
}

/** Fails the build when a link of the site leads nowhere. */
export function deadLinkCheck(): AstroIntegration {
  let base = '/';
  return {
    name: 'dead-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const dead = deadLinks(fileURLToPath(dir), base);
        if (dead.length === 0) return;
        const shown = dead.slice(0, 20).map(({ page, url, why }) => `  ${page} → ${url} (${why})`);
        throw new Error(`${dead.length} link${dead.length === 1 ? ' leads' : 's lead'} nowhere:\n${shown.join('\n')}${dead.length > 20 ? `\n  … and ${dead.length - 20} more` : ''}`);
      },
    },
  };
}
