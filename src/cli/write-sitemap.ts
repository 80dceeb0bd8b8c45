import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SitemapAndIndexStream, SitemapStream } from 'sitemap';
import { isAliasPage } from '../views/alias-path.ts';

/** Lists pages for search engines, in `sitemap-index.xml` and what it names. `pages`: their paths from the top of the site, which is a full address; another name of a page is no page of its own. */
export async function writeSitemap(site: string, top: string, pages: readonly string[]): Promise<void> {
  const listed = pages.filter((path) => path !== '404' && !isAliasPage(`/${path}`)).map((path) => new URL(path === '' ? '' : `${path}/`, top).href);
  const index = new SitemapAndIndexStream({
    getSitemapStream(count) {
      const name = `sitemap-${count}.xml`;
      const list = new SitemapStream({ hostname: top });
      return [new URL(name, top).href, list, list.pipe(createWriteStream(join(site, name)))];
    },
  });
  await pipeline(Readable.from(listed.sort()), index, createWriteStream(join(site, 'sitemap-index.xml')));
}
