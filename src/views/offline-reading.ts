import type { Wiki } from '../model/wiki.ts';

/** What devices keep of the site, as plain data. */
export interface OfflineReading {
  /** ISO moment that the version is named by. */
  readonly built: string;
  /** Most bytes that a device is asked to keep, uncompressed. */
  readonly budget: number;
  /** Systems that are left on the server. */
  readonly without: readonly string[];
}

/** Meant for search engines. */
const NOT_READ = /^sitemap|^robots\.txt$/;

type Read = Pick<Wiki, 'site' | 'asOf' | 'folders'>;

/**
 * What a version is named by: its commit, or the day that the site is made for where that is later and is today. Two builds of one commit on
 * one day are the same bytes, and the moment is never later than the build. `committed`: ISO date of the commit, where there is one.
 */
export function builtAt({ site, asOf }: Pick<Read, 'site' | 'asOf'>, committed: string | undefined): string {
  const days = [...(site.as_of === 'build' || committed === undefined ? [asOf] : []), ...(committed === undefined ? [] : [committed])];
  return new Date(Math.max(...days.map((day) => Date.parse(day)))).toISOString();
}

/** site.yml's `offline`; undefined for none. */
export function offlineReading({ site, asOf, folders }: Read, committed: string | undefined): OfflineReading | undefined {
  const { offline: asked, offline_budget: megabytes } = site;
  if (asked === 'none') return undefined;
  const systems = folders.map(({ id }) => id);
  if (asked !== 'all' && !systems.includes(asked)) throw new Error(`site.yml: offline is all, none or a system, not ${asked}; there are ${systems.join(', ')}`);
  return { built: builtAt({ site, asOf }, committed), budget: megabytes * 1e6, without: asked === 'all' ? [] : systems.filter((id) => id !== asked) };
}

/** Whether a device keeps a file, by its path from the site's folder. */
export const keptOffline = ({ without }: OfflineReading, path: string): boolean => !NOT_READ.test(path) && !without.some((id) => path.startsWith(`${id}/`));
