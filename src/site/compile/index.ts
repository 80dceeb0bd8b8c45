import { renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));
const NAME = 'prerender-entry';

/**
 * `astro build` compiles the pages and renders none: their code does not depend on what a wiki says, so that one compilation serves every
 * build (cli/compiled-pages.ts). Their code goes to `.prerender/` beside the folder of the scripts, styles and fonts that browsers load.
 */
export function compiledPages(): AstroIntegration {
  let browsers: URL;
  let builds = false;
  return {
    name: 'vigie:compiled-pages',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        builds = command === 'build';
        if (!builds) return;
        const entry = { name: 'vigie:entry', configEnvironment: (name: string) => (name === 'prerender' ? { build: { rolldownOptions: { input: { [NAME]: ENTRY } } } } : undefined) };
        updateConfig({ vite: { plugins: [entry], environments: { prerender: { build: { rolldownOptions: { output: { entryFileNames: `${NAME}.mjs` } } } } } } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        browsers = config.outDir;
        // Only an adapter may bring an entry of its own; what it would serve on demand does not exist.
        const whole = 'stable';
        if (builds) setAdapter({ name: 'vigie', entrypointResolution: 'auto', serverEntrypoint: ENTRY, adapterFeatures: { buildOutput: 'static' }, supportedAstroFeatures: { staticOutput: whole, hybridOutput: whole, serverOutput: whole, sharpImageService: whole } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'vigie:compiled-pages',
          // Astro deletes the code after it has rendered; this is the last moment to take it away.
          setup() {
            renameSync(new URL('.prerender/', browsers), new URL('../.prerender/', browsers));
            return Promise.resolve();
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.resolve(new Response()),
        });
      },
    },
  };
}
