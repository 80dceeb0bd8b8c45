import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { mdxAllowed } from '../readers/mdx.ts';
import { readSite, SITE_FILE } from '../readers/site-file.ts';
import { walkContent } from '../readers/walk.ts';
import { contentRoot } from './site-data.ts';

const NAME = 'virtual:vigie-mdx';

/** The MDX files that site.yml allows to run code at build, as modules by their file: nothing else of content/ ever becomes a module. */
function modules(root: string, files: readonly string[]): AstroIntegration {
  return {
    name: 'vigie:mdx',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: NAME,
                resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
                load: (id: string) => (id === `\0${NAME}` ? `export default {${files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(root, file))})`).join(',\n')}};` : undefined),
              },
            ],
          },
        });
      },
    },
  };
}

/** MDX for the folders that site.yml names; without any, MDX is not even loaded. */
export function mdxIntegrations(): AstroIntegration[] {
  const root = contentRoot();
  const file = join(root, SITE_FILE);
  const { site } = readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  // What runs code of its own is no part of a public edition.
  const isPublic = (process.env['VIGIE_AUDIENCE'] ?? site.audience) === 'public';
  const files = site.mdx.length === 0 || isPublic ? [] : walkContent(root).documents.filter((name) => name.endsWith('.mdx') && mdxAllowed(site, name));
  return files.length === 0 ? [modules(root, [])] : [mdx(), modules(root, files)];
}
