import { hasPart, partPath, type PagePart } from '../views/published-snapshot.ts';
import { translator } from '../words/index.ts';
import type { PageAction } from './components/page-action.ts';
import { href } from './href.ts';
import type { SiteData } from './site-data.ts';

/** Leads to a page's own PDF, where builds make one: site.yml asks for it, and a commit is there for it to stand for. */
export function partPdf({ wiki, history, snapshot }: SiteData, part: PagePart): PageAction[] {
  if (wiki.site.snapshots !== 'each' || history.head === undefined || snapshot === undefined || !hasPart(wiki, part)) return [];
  return [{ label: translator(wiki.site.language)('published.part'), href: href(`/${partPath(part)}`), icon: 'down' }];
}
