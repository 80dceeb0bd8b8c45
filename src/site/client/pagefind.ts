/** The part of Pagefind's browser API that this site uses. Its bundle is written after the build, so no package carries the types. */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(text: string | null, options?: { filters?: Filters }): Promise<PagefindSearch>;
}

export type FilterCounts = Record<string, Record<string, number>>;
export type Filters = Record<string, string | { any: string[] }>;

export interface PagefindOptions {
  /** Searches beside the page and not in a worker, which loads the same code once more and is given up after five seconds of a slow network. */
  noWorker?: boolean;
  ranking?: { metaWeights?: Record<string, number> };
}

export interface PagefindSearch {
  results: { id: string; score: number; data(): Promise<PagefindPage> }[];
  /** Counts of what was found, by filter. */
  filters: FilterCounts;
}

export interface PagefindPage {
  url: string;
  meta: Record<string, string | undefined>;
  plain_excerpt: string;
  /** The whole text of the page; a wiki opened as files does not keep it. */
  content?: string;
}

declare global {
  /** Set before the panel loads where modules cannot be: in a wiki opened as files (plugins/portable). */
  var siteSearch: Pagefind | undefined;
}
