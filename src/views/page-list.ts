import type { RecordOf } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

type Page = RecordOf<'page'>;

export interface PageGroup {
  /** As written; absent for pages that name no section. */
  readonly section?: string | undefined;
  readonly pages: readonly Page[];
}

const orderOf = ({ value }: Page): number => value.order ?? Number.POSITIVE_INFINITY;

/** Pages of a folder under their sections: each section stands where its first page does. */
export function pageGroups(wiki: Wiki, system: string): PageGroup[] {
  const pages = [...wiki.all('page', system)].sort((a, b) => orderOf(a) - orderOf(b) || a.title.localeCompare(b.title, wiki.site.language, { numeric: true }));
  return [...Map.groupBy(pages, ({ value }) => value.section)].map(([section, list]) => ({ section, pages: list }));
}

/** The pages before and after one, in the order of the list. */
export function neighbours(wiki: Wiki, page: Page): { readonly previous?: Page | undefined; readonly next?: Page | undefined } {
  const all = pageGroups(wiki, page.system).flatMap(({ pages }) => pages);
  const index = all.findIndex(({ key }) => key === page.key);
  return { previous: all[index - 1], next: all[index + 1] };
}

/** About two screens of text, code and tables included. */
const LONG = 2400;

/** What a table of contents lists: headings of the two upper depths of the body, where there are enough to lose one's way. */
export function contentsOf({ document }: Page): { readonly depth: 1 | 2; readonly text: string; readonly slug: string }[] {
  const { headings } = document.outline;
  const top = Math.min(...headings.map(({ depth }) => depth));
  const listed = headings.filter(({ depth }) => depth <= top + 1).map(({ depth, text, slug }) => ({ depth: (depth - top + 1) as 1 | 2, text, slug }));
  return listed.length >= 3 && document.body.length >= LONG ? listed : [];
}
