import { resolve } from 'node:path';
import type { CheckResult } from '../checks/finding.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Wiki } from '../model/wiki.ts';
import { readHistory, type History } from '../readers/history.ts';
import { readWiki } from '../readers/read-wiki.ts';

/** What every page is made from, read once a build. */
export interface SiteData {
  readonly wiki: Wiki;
  readonly checks: CheckResult;
  readonly history: History;
}

/** Whoever starts Astro (the `build` and `dev` commands) may put what it has read here: content/ is then read only once. */
const SLOT = Symbol.for('vigie.site-data');
type Shared = typeof globalThis & { [SLOT]?: Promise<SiteData> | undefined };

/** The folder of the wiki: `VIGIE_CONTENT`, else content/ of the folder that the build runs in. */
export const contentRoot = (): string => resolve(process.env['VIGIE_CONTENT'] ?? 'content');

export async function readSiteData(root: string = contentRoot()): Promise<SiteData> {
  const wiki = readWiki(root, { today: new Date().toISOString().slice(0, 10), asOf: process.env['VIGIE_AS_OF'] });
  return { wiki, checks: runChecks(wiki), history: await readHistory(root) };
}

/** Replaces what pages are made from, after an edit. */
export function setSiteData(data: SiteData): void {
  (globalThis as Shared)[SLOT] = Promise.resolve(data);
}

export function siteData(): Promise<SiteData> {
  return ((globalThis as Shared)[SLOT] ??= readSiteData());
}
