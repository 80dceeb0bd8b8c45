import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close } from 'pagefind';
import { endsGroup } from './boundaries.ts';
import { inKnownForm, type Group, type Page } from './group.ts';
import { joinGroups, type Runtime } from './join-groups.ts';
import { groupName, keepGroup, keepPacked, keepRuntime, keptGroup, keptPacked, keptRuntime, type PageText } from './kept-groups.ts';
import { nameOf } from './pagefind-file.ts';
import { indexPages } from './pagefind.ts';
import { searchable } from './searchable.ts';
import type { Shelf } from './shelf.ts';

/**
 * Builds the search index of a site, page by page. Pages in the same order give the same bytes, whatever was kept.
 *
 * Pagefind reads pages in groups, each an index of its own, while the next ones come, and what it made of a group is kept: a group whose pages
 * say the same is not read again. The index of the site is joined from them.
 */
export interface SearchIndex {
  /** `path` is relative to the site's folder. A page without `data-pagefind-body` is passed over (see client/search.ts). */
  readonly add: (path: string, html: string) => Promise<void>;
  /** Puts what is left of the index and ends the indexer. */
  readonly finish: () => Promise<void>;
  /** Ends the indexer without an index. */
  readonly drop: () => Promise<void>;
}

/** Takes a file of the index, by its name in `pagefind/`. */
export type Put = (name: string, bytes: Uint8Array) => void;

/** Files go into a folder. */
export function intoFolder(folder: string): Put {
  const there = new Set<string>();
  return (name, bytes) => {
    const file = join(folder, name);
    const under = join(file, '..');
    if (!there.has(under)) mkdirSync(under, { recursive: true });
    there.add(under);
    writeFileSync(file, bytes);
  };
}

/** One index for all pages, whatever their language: a search must not miss a runbook written in another one. `language` is the one that words are stemmed in. */
export function searchIndex(language: string, shelf: Shelf, put: Put): SearchIndex {
  const groups: Group[] = [];
  const names = new Set<string>();
  let runtime: Runtime | undefined = keptRuntime(shelf, language);
  let waiting: PageText[] = [];
  /** Ends when every group so far has its place. */
  let last = Promise.resolve();

  async function groupOf(pages: readonly PageText[]): Promise<Group> {
    const name = groupName(language, pages);
    const kept = runtime && keptGroup(shelf, name);
    if (kept) return kept;
    const made = await indexPages(language, pages);
    if (!runtime && made.group.pages.length > 0) {
      runtime = made.runtime;
      keepRuntime(shelf, language, runtime);
    }
    keepGroup(shelf, name, made.group);
    return made.group;
  }

  function place({ fragments, ...group }: Group): void {
    const pages = group.pages.map(([known, words, bundle]): Page => {
      const bytes = fragments.get(known) ?? new Uint8Array();
      // Pagefind’s names are short: a page of another group may have the same.
      const name = names.has(known) ? nameOf(known.slice(0, known.lastIndexOf('_')), bytes) : known;
      names.add(name);
      put(`fragment/${name}.pf_fragment`, bytes);
      return [name, words, bundle];
    });
    groups.push({ ...group, pages, fragments: new Map() });
  }

  /** Ends a group. The answer is that the one before has its place: two are under way at most. */
  async function end(): Promise<void> {
    const before = last;
    const group = groupOf(waiting);
    waiting = [];
    last = Promise.all([group, before]).then(([made]) => place(made));
    // Who finishes the index is told.
    last.catch(() => undefined);
    await before.catch(() => undefined);
  }

  return {
    async add(path, html) {
      const content = searchable(html);
      if (content === undefined) return;
      const before = waiting.at(-1);
      if (before && endsGroup(waiting.length, before.path, path)) await end();
      waiting.push({ path, content: Buffer.from(content) });
    },
    async finish() {
      try {
        if (waiting.length > 0) await end();
        await last;
        runtime ??= (await indexPages(language, [])).runtime;
      } finally {
        await close();
      }
      const common = runtime;
      const before = keptPacked(shelf, language);
      const used = new Map<string, Uint8Array>();
      for (const [name, bytes] of inKnownForm(() => joinGroups(groups, common, before, used))) put(name, bytes);
      if ([...used.keys()].some((name) => !before.has(name))) keepPacked(shelf, language, used);
      shelf.tidy();
    },
    async drop() {
      await last.catch(() => undefined);
      await close();
    },
  };
}
