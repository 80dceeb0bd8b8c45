import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { textOf, type CorpusFile } from './corpus.ts';

/** Files of a generated project, by path. The caches stay inside the project, so that a cold build is cold. */
type Project = Readonly<Record<string, string>>;

const config = (imports: string, rest: string): string => `import { defineConfig } from 'astro/config';
${imports}
export default defineConfig({ cacheDir: './.cache/astro', vite: { cacheDir: './.cache/vite' }, ${rest} });
`;

/** The least that Astro asks for to publish a folder of Markdown. */
export const bare: Project = {
  'astro.config.mjs': config('', ''),
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = { docs: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/docs' }), schema: z.looseObject({ title: z.string() }) }) };
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('docs')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="fr"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{entry.data.title}</title></head>
<body><main><h1>{entry.data.title}</h1><Content /></main></body></html>
<style is:global>body { max-width: 70ch; margin: 2rem auto; font: 1rem/1.5 system-ui; } table { border-collapse: collapse; } td, th { border: 1px solid #ccc; padding: 0.3rem; }</style>
`,
};

/** Starlight as its users get it: sidebar from the folders, Pagefind unless it is turned off. */
export const starlight = (search: boolean): Project => ({
  'astro.config.mjs': config("import starlight from '@astrojs/starlight';", `integrations: [starlight({ title: 'Banc', locales: { root: { label: 'Français', lang: 'fr' } }${search ? '' : ', pagefind: false'} })]`),
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: z.looseObject({}) }) }) };
`,
});

/** Writes a project whose documents are the corpus. Its packages are those of the repository that it stands in. */
export function writeProject(folder: string, project: Project, files: readonly CorpusFile[]): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(project)) write(path, text);
  for (const entry of files) write(`src/content/docs/${entry.file}`, textOf(entry));
  write('package.json', '{ "name": "bench", "type": "module", "private": true, "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }\n');
  write('tsconfig.json', '{ "extends": "astro/tsconfigs/base" }\n');
}
