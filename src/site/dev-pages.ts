import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IntegrationResolvedRoute } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/** A page of the site that is served while the wiki is written. */
export interface DevPage {
  /** Address, base included, with both slashes. */
  readonly path: string;
  /** Changes when the page may; undefined where nothing says. */
  readonly key: string | undefined;
}

interface PageModule {
  readonly getStaticPaths?: (options: object) => Promise<readonly { readonly params: Record<string, string | undefined>; readonly cacheKey?: string }[]>;
}

/** Every page, as a build would write them: Astro's routes and what their own code says of them. */
export async function devPages(server: ViteDevServer, routes: readonly IntegrationResolvedRoute[], root: URL): Promise<DevPage[]> {
  const environment = server.environments['ssr'];
  if (!environment || !isRunnableDevEnvironment(environment)) return [];
  const base = server.config.base.replace(/\/$/, '');
  const address = (path: string): string => `${base}/${path.replace(/^\/|\/$/g, '')}/`.replace(/\/+$/, '/');
  const pages: DevPage[] = [];
  for (const route of routes) {
    if (route.type !== 'page' || route.origin !== 'project') continue;
    if (route.params.length === 0) {
      if (route.pattern !== '/404') pages.push({ path: address(route.pattern), key: undefined });
      continue;
    }
    const { getStaticPaths } = await environment.runner.import<PageModule>(join(fileURLToPath(root), route.entrypoint));
    for (const { params, cacheKey } of (await getStaticPaths?.({ routePattern: route.pattern })) ?? []) pages.push({ path: address(route.generate(params)), key: cacheKey });
  }
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}
