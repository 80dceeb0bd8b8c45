import type { AstroIntegration, IntegrationResolvedRoute } from 'astro';
import type { DevSearch } from './dev-search.ts';
import { siteData } from './site-data.ts';

/** Search while the wiki is written (dev-search.ts). A build makes its index itself. */
export function searchInDev(): AstroIntegration {
  let routes: readonly IntegrationResolvedRoute[] = [];
  let root = new URL('.', import.meta.url);
  let search: DevSearch | undefined;
  return {
    name: 'vigie:search-in-dev',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = config.root;
      },
      'astro:routes:resolved': ({ routes: all }) => {
        routes = all;
      },
      'astro:server:setup': async ({ server }) => {
        const { live } = await siteData();
        if (!live) return;
        const { devSearch } = await import('./dev-search.ts');
        search = devSearch(server, live, () => routes, root);
        server.middlewares.use(search.answer);
        live.listeners.set('search', ({ served }) => {
          if (served) search?.edited();
        });
      },
      'astro:server:start': ({ address }) => search?.start(address),
      'astro:server:done': async () => search?.stop(),
    },
  };
}
