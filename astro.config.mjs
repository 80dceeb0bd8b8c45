// Availability and dates are computed in zones that the content names; the zone of this process must not matter.
process.env.TZ = 'UTC';

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { defineConfig } from 'astro/config';
import { attachmentsInDev } from './src/site/attachments-in-dev.ts';
import { compiledPages } from './src/site/compile/index.ts';
import { contentWatch } from './src/site/content-watch.ts';
import { mdxIntegrations } from './src/site/mdx.ts';
import { searchInDev } from './src/site/search-in-dev.ts';

/** Installed, Vigie stands beside the packages it needs and not above them: in dev, fonts are served from where they are. */
const fonts = ['mono', 'next'].map((name) => dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/atkinson-hyperlegible-${name}`)));

export default defineConfig({
  srcDir: './src/site',
  publicDir: './public',
  outDir: './dist',
  output: 'static',
  site: process.env.VIGIE_SITE_URL || undefined,
  base: process.env.VIGIE_BASE || '/',
  trailingSlash: 'always',
  // The policy allows no inline style and no inline script: both always become files.
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  server: { host: 'localhost', port: 4321 },
  integrations: [...mdxIntegrations(), contentWatch(), attachmentsInDev(), searchInDev(), compiledPages()],
  vite: {
    server: { fs: { allow: [import.meta.dirname, ...fonts] } },
    build: {
      assetsInlineLimit: 0,
      // light-dark(), nesting and popover are used as they are: browsers of 2024 and later.
      cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    },
  },
});
