import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { searchable } from './searchable.ts';
import { splitIndex } from './split-index.ts';

/** Pages sent before the first answer is waited for: enough to keep the indexer busy, few enough to hold in memory. */
const AHEAD = 16;

/** Builds the search index of a site, page by page. Pages in the same order give the same bytes. */
export interface SearchIndex {
  /** `path` is relative to the site's folder. A page without `data-pagefind-body` is passed over (see client/search.ts). */
  readonly add: (path: string, html: string) => Promise<void>;
  /** Writes `pagefind/` into the site's folder and ends the indexer. */
  readonly write: (root: string) => Promise<void>;
  /** The files of `pagefind/` by their names in it, written nowhere. The indexer goes on for the next index. */
  readonly files: () => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Ends the indexer without an index. */
  readonly drop: () => Promise<void>;
}

/** One index for all pages, whatever their language: a search must not miss a runbook written in another one. `language` is the one that words are stemmed in. */
export async function searchIndex(language: string): Promise<SearchIndex> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
  const failures: string[] = [];
  const sent: Promise<void>[] = [];
  const settle = async (answer: Promise<{ errors: string[] }>): Promise<void> => {
    failures.push(...(await answer).errors);
  };
  const drop = async (): Promise<void> => {
    await Promise.all(sent);
    await close();
  };
  return {
    drop,
    async add(path, html) {
      const content = searchable(html);
      if (content === undefined) return;
      sent.push(settle(index.addHTMLFile({ sourcePath: path, content })));
      if (sent.length >= AHEAD) await sent.shift();
    },
    async files() {
      await Promise.all(sent);
      const { errors, files } = await index.getFiles();
      await index.deleteIndex();
      failures.push(...errors);
      if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join('; ')}`);
      const all = new Map(files.map(({ path, content }) => [path.replace(/^.*pagefind\//, ''), content]));
      const { add, drop } = splitIndex(all);
      for (const name of drop) all.delete(name);
      return new Map([...all, ...add]);
    },
    async write(root) {
      await Promise.all(sent);
      await settle(index.writeFiles({ outputPath: `${root}/pagefind` }));
      await close();
      if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join('; ')}`);
      splitIn(join(root, 'pagefind'));
    },
  };
}

/** Cuts the index that stands in a folder. What it shows of each page is not read again. */
function splitIn(folder: string): void {
  const names = ['', 'index/'].flatMap((under) => readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? under + entry.name : [])));
  const { add, drop } = splitIndex(new Map(names.map((name) => [name, readFileSync(join(folder, name))])));
  for (const name of drop) rmSync(join(folder, name));
  for (const [name, bytes] of add) writeFileSync(join(folder, name), bytes);
}
