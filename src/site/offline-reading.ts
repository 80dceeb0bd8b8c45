import type { AstroIntegration } from 'astro';
import { offline, type OfflineOptions } from '../../plugins/offline/index.ts';
import { siteData, type SiteData } from './site-data.ts';

/** Written by the search index for interfaces that this site does not use, or meant for search engines. */
const NOT_READ = /^pagefind\/pagefind-(component-ui|modular-ui|ui|highlight)\.|^sitemap|^robots\.txt$/;

/**
 * What a version is named by: its commit, or the day that the site is made for where that is later and is today. Two builds of one commit on
 * one day are the same bytes, and the moment is never later than the build.
 */
export function builtAt({ wiki, history }: Pick<SiteData, 'wiki' | 'history'>): string {
  const days = [...(wiki.site.as_of === 'build' || !history.head ? [wiki.asOf] : []), ...(history.head ? [history.head.date] : [])];
  return new Date(Math.max(...days.map((day) => Date.parse(day)))).toISOString();
}

/** site.yml's `offline` as options of the plugin; undefined for none. */
export function offlineOptions(data: SiteData): OfflineOptions | undefined {
  const { offline: asked, offline_budget: megabytes } = data.wiki.site;
  if (asked === 'none') return undefined;
  const folders = data.wiki.folders.map(({ id }) => id);
  if (asked !== 'all' && !folders.includes(asked)) throw new Error(`site.yml: offline is all, none or a system, not ${asked}; there are ${folders.join(', ')}`);
  const others = asked === 'all' ? [] : folders.filter((id) => id !== asked);
  return {
    built: builtAt(data),
    budget: megabytes * 1e6,
    keep: (path) => !NOT_READ.test(path) && !others.some((id) => path.startsWith(`${id}/`)),
  };
}

/** Last among integrations: it lists what the others wrote. */
export const offlineReading = (): AstroIntegration => offline(async () => offlineOptions(await siteData()));
