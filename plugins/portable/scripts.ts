import { transform } from 'esbuild';

/** Where Vite's preloading looks for files of a module; there are none to preload. */
const PRELOADED = /=>\w+\.map\(\w+=>\w+\[\w+\]\)/;

/** A module as a function of siteModules (browser/modules.js): `require, exports, module, fetch`. */
export async function moduleAsFunction(name: string, source: string): Promise<string> {
  const code = source.includes('__vite__mapDeps') ? source.replace(PRELOADED, '=>[]') : source;
  const made = await transform(code, { format: 'cjs', supported: { 'dynamic-import': false }, minify: true, charset: 'utf8', logLevel: 'silent' });
  return `siteModules.all[${JSON.stringify(name)}]=function(require,exports,module,fetch){${made.code.trim()}};\n`;
}

/** What stands in the place of a module that pages load. */
export const starter = (name: string): string => `siteModules.run(${JSON.stringify(name)});\n`;

const MODULE = /<script type="module"((?:\s[a-z-]+(?:="[^"]*")?)*)><\/script>/g;

/** A page whose modules are plain scripts, run in their order after `before` (addresses from the page). */
export function plainScripts(html: string, before: readonly string[]): string {
  let first = true;
  return html.replace(MODULE, (_, attributes: string) => {
    const head = first ? before.map((address) => `<script defer src="${address}"></script>`).join('') : '';
    first = false;
    return `${head}<script defer${attributes.replace(/\scrossorigin(="[^"]*")?/, '')}></script>`;
  });
}
