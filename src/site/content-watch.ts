import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LiveMessage } from './client/live-message.ts';
import { siteData } from './site-data.ts';

const CLIENT = fileURLToPath(new URL('client/live.ts', import.meta.url));

/** Folders of the package that no page is made of, and that may hold hundreds of thousands of files: more than a system lets one process watch. */
const NO_PAGES = ['.bench', '.compiled', 'dist', 'tests'];

/**
 * While the wiki is written (`vigie dev`): open pages are told of each edit. Those that it changes load again where they were scrolled to; what
 * it broke is shown over the last good wiki. Nothing of this is in a built site.
 */
export function contentWatch(): AstroIntegration {
  return {
    name: 'vigie:content-watch',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        injectScript('page', `import ${JSON.stringify(CLIENT)};`);
        // What pages load from packages when the search opens: found only then, it would load the page again.
        const left = NO_PAGES.map((name) => join(fileURLToPath(config.root), name, sep));
        updateConfig({ vite: { optimizeDeps: { include: ['fastest-levenshtein'] }, server: { watch: { ignored: (path: string) => left.some((folder) => `${path}${sep}`.startsWith(folder)) } } } });
      },
      'astro:server:setup': async ({ server }) => {
        const { live } = await siteData();
        if (!live) return;
        const [{ pageDigest }, { messageOf }] = await Promise.all([import('./page-digest.ts'), import('./dev-message.ts')]);
        server.middlewares.use(pageDigest(() => live.now.number));
        const { hot } = server.environments.client;
        const message = async (): Promise<LiveMessage> => messageOf(live.now, live, (await siteData()).wiki.site.language);
        hot.on('vigie:hello', (_, client) => void message().then((news) => client.send('vigie:hello', news)));
        live.listeners.set('pages', (edit) => {
          // What Astro knows of the pages that there are.
          if (edit.served) for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
          void message().then((news) => hot.send('vigie:edit', news));
        });
      },
    },
  };
}
