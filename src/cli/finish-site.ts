import { join } from 'node:path';
import { deadAmong, pageLinks, sayDead, type PageLinks } from '../../plugins/dead-links.ts';
import { offline, offlinePage, type SiteFile } from '../../plugins/offline/index.ts';
import { intoFolder, searchIndex } from '../../plugins/search/index.ts';
import { folderShelf } from '../../plugins/search/shelf.ts';
import { keptOffline } from '../views/offline-reading.ts';
import { pagesAsWritten } from './pages-as-written.ts';
import type { Progress } from './progress.ts';
import type { Rendered } from './render-messages.ts';
import type { Rendering } from './render-process.ts';

/** A site that may be published. */
export interface Finished extends Rendered {
  readonly pages: number;
  /** What its author should know. */
  readonly warning: string | undefined;
}

/**
 * What is made of pages while and after they are rendered: the search index, the check that no link leads nowhere, the list of what devices
 * keep. Each page is read once. `kept` is a folder that builds share. Undefined where rendering failed; throws a sentence where the site may
 * not be published.
 */
export async function finishSite(root: string, kept: string, { announced, reached, rendered }: Rendering, progress: Progress): Promise<Finished | undefined> {
  const site = await announced;
  if (!site) {
    await rendered;
    return undefined;
  }
  const index = searchIndex(site.language, folderShelf(join(kept, 'search')), intoFolder(join(root, 'pagefind')));
  const links = new Map<string, PageLinks>();
  const counted = new Map<string, SiteFile>();
  for await (const { path, html } of pagesAsWritten(root, site.pages, reached)) {
    await index.add(path, html);
    links.set(path, pageLinks(html));
    if (site.offline) counted.set(path, offlinePage(path, html, site.offline.built));
  }
  const result = await rendered;
  if (!result) {
    await index.drop();
    return undefined;
  }
  const written = progress.phase('search', () => index.finish());
  const dead = deadAmong(root, links, site.base);
  await written;
  if (dead.length > 0) throw new Error(sayDead(dead));
  const warning = await progress.phase('offline', () => offline(root, site.offline ? { built: site.offline.built, budget: site.offline.budget, keep: (path) => site.offline !== null && keptOffline(site.offline, path) } : undefined, counted));
  return { ...result, pages: links.size, warning };
}
