import type { SiteFile } from './manifest.ts';

/** 0 what every page needs, 1 pages, 2 the rest: attachments, exports, documents to print. */
function rank(path: string): 0 | 1 | 2 {
  if (/^(_astro|pagefind)\/|^[^/]+\.(js|svg|html)$/.test(path)) return 0;
  return path.endsWith('.html') || path.endsWith('.json') ? 1 : 2;
}

/** Files to leave out so that the others fit in `budget` bytes: attachments first, then pages, the largest first; never what every page needs. */
export function overBudget(files: readonly SiteFile[], budget: number): readonly SiteFile[] {
  let total = files.reduce((sum, { size }) => sum + size, 0);
  const left: SiteFile[] = [];
  const order = [...files].sort((a, b) => rank(b.path) - rank(a.path) || b.size - a.size || (a.path < b.path ? -1 : 1));
  for (const file of order) {
    if (total <= budget || rank(file.path) === 0) break;
    left.push(file);
    total -= file.size;
  }
  return left;
}
