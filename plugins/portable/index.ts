import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import { relativeAddress, relativePage, relativeSheet } from './addresses.ts';
import { filePolicy } from './policy.ts';
import { moduleAsFunction, plainScripts, starter } from './scripts.ts';
import { searchData } from './search-data.ts';

export { zip } from './zip.ts';

/** What only a server or another search needs. */
const LEFT = /^(pagefind\/|sw\.js$|offline\.json$|404\.html$|robots\.txt$|sitemap)/;
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")/;
const PRELOAD = /<link rel="preload"[^>]*>/g;
const ENTRY = /<script type="module"[^>]*\ssrc="([^"]+)"/g;
const JSON_READ = /\sdata-[a-z-]+="(\/[^"]*\.json)"/g;
const HERE = 'portable';

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length).replaceAll('\\', '/'), entry.name).replace(/^\//, ''))
    .filter((path) => !LEFT.test(path))
    .sort();

/** The site's base, by the address of its first sheet or script. */
const baseOf = (html: string): string => /\s(?:href|src)="(\/(?:[^"]*\/)?)_astro\//.exec(html)?.[1] ?? '/';

/**
 * The files of a built site, changed so that its pages open as files (`file:`), from any folder, with their scripts and search:
 * addresses are relative, modules are functions in plain scripts, JSON that scripts read stands in scripts too. Nothing becomes inline.
 */
export async function portableSite(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = filesIn(root);
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const base = baseOf(text('index.html'));
  const inside = (address: string): string => relativeAddress(address, 'index.html', base);
  const made = new Map<string, string | Uint8Array>();
  const entries = new Set<string>();
  const read = new Set<string>();

  for (const path of paths) {
    if (path.endsWith('.html')) {
      const html = text(path);
      for (const [, address = ''] of html.matchAll(ENTRY)) entries.add(inside(address));
      for (const [, address = ''] of html.matchAll(JSON_READ)) read.add(inside(address));
      const local = relativePage(html.replace(PRELOAD, ''), path, base).replace(POLICY, (_, before: string, policy: string, after: string) => before + filePolicy(policy) + after);
      made.set(path, plainScripts(local, ['modules.js', 'search.js'].map((name) => posix.relative(posix.dirname(path), `${HERE}/${name}`))));
    } else if (path.endsWith('.css')) made.set(path, relativeSheet(text(path), path, base));
    else if (!/^_astro\/.*\.js$/.test(path)) made.set(path, readFileSync(join(root, path)));
  }
  const modules = paths.filter((path) => /^_astro\/.*\.js$/.test(path));
  const functions = await Promise.all(modules.map((path) => moduleAsFunction(posix.basename(path), text(path))));
  made.set(`${HERE}/modules.js`, readFileSync(join(import.meta.dirname, 'browser/modules.js'), 'utf8') + functions.join(''));
  for (const path of entries) made.set(path, starter(posix.basename(path)));
  for (const path of [...read].filter((name) => made.has(name))) made.set(`${path}.js`, `siteModules.text(${JSON.stringify(path)}, ${JSON.stringify(text(path))});\n`);

  const bundled = await build({ entryPoints: [join(import.meta.dirname, 'browser/search.ts')], bundle: true, write: false, format: 'iife', minify: true, charset: 'utf8', logLevel: 'silent' });
  made.set(`${HERE}/search.js`, bundled.outputFiles[0]?.text ?? '');
  const { pages, words } = searchData(root);
  const local = pages.map(([url, ...rest]) => [inside(url), ...rest]);
  made.set(`${HERE}/search-data.js`, `var siteSearchData=JSON.parse(${JSON.stringify(JSON.stringify({ pages: local, words }))});\n`);

  const encoder = new TextEncoder();
  return new Map([...made].map(([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content]));
}
