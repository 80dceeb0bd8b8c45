import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../schemas/site.ts';
import type { Arguments, Io } from './command.ts';

/** Where astro.config.mjs stands: the package's own folder, whatever folder the command runs in. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export const outOf = ({ values }: Arguments, io: Io): string => resolve(io.cwd, typeof values['out'] === 'string' ? values['out'] : 'dist');
export const cacheOf = ({ values }: Arguments, io: Io): string => resolve(io.cwd, typeof values['cache'] === 'string' ? values['cache'] : 'node_modules/.cache/vigie');

/** Tells astro.config.mjs and the pages where Vigie and the wiki are, whom it is for and at which address it will stand; of the address, what the environment says already holds. */
export function describeSite(site: Site, content: string, audience?: Arguments['values'][string]): void {
  process.env['VIGIE_PACKAGE'] = packageRoot;
  process.env['VIGIE_CONTENT'] = content;
  process.env['VIGIE_AUDIENCE'] = typeof audience === 'string' ? audience : site.audience;
  if (site.url === undefined) return;
  process.env['VIGIE_SITE_URL'] ??= site.url;
  process.env['VIGIE_BASE'] ??= new URL(site.url).pathname;
}

/** Path that the site will stand at, with both slashes, once it is described. */
export function basePath(): string {
  const base = process.env['VIGIE_BASE'] ?? '/';
  return base.endsWith('/') ? base : `${base}/`;
}

/** Full address that the site will stand at, once it is described; undefined where nobody said one. */
export function siteAddress(): string | undefined {
  const site = process.env['VIGIE_SITE_URL'];
  return site ? new URL(basePath(), site).href : undefined;
}

/** The same where nobody said one: what a page takes for its address while it is rendered. */
export const siteTop = (): string => siteAddress() ?? new URL(basePath(), 'http://localhost:4321').href;
