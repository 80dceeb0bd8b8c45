import { posix } from 'node:path';

/** A tag with its attributes; quotes may hold `>`. What stands between tags is text, and stays as it is. */
const TAG = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const ADDRESS = /(\s(?:href|src|action|poster|data-[a-z-]+)=")(\/(?!\/)[^"]*)(")/g;
const REFRESH = /(\scontent="\d+;\s*url=)(\/(?!\/)[^"]*)(")/gi;

/** Address of a file or page of the site (`/x/#y`, base included) as seen from `page`; a folder is its index.html, because no server says so. */
export function relativeAddress(address: string, page: string, base: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const inside = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  const target = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  return `${posix.relative(posix.dirname(page), target)}${rest}`;
}

/** A page whose addresses hold in any folder. */
export const relativePage = (html: string, page: string, base: string): string =>
  html.replace(TAG, (tag) => {
    const from = (_: string, before: string, address: string, after: string): string => before + relativeAddress(address, page, base) + after;
    return tag.replace(ADDRESS, from).replace(REFRESH, from);
  });

/** A sheet whose `url(/…)` hold in any folder. */
export const relativeSheet = (css: string, sheet: string, base: string): string => css.replace(/url\((["']?)(\/(?!\/)[^)"']*)\1\)/g, (_, quote: string, address: string) => `url(${quote}${relativeAddress(address, sheet, base)}${quote})`);
