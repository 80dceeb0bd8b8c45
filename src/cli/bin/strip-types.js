// Lets Node run this package's own TypeScript where it is installed: Node itself refuses to, below node_modules.
import { readFileSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../..', import.meta.url).href;

/** A source file of this package, and of no package below it. */
const isOwn = (url) => url.startsWith(root) && /^[^?#]*\.ts([?#]|$)/.test(url) && !url.slice(root.length).includes('node_modules/');

if (root.includes('/node_modules/')) {
  // Node warns once that the function may still change; readers of a command cannot do anything about it.
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  module.stripTypeScriptTypes('');
  process.emitWarning = emitWarning;

  module.registerHooks({
    load(url, context, nextLoad) {
      if (!isOwn(url)) return nextLoad(url, context);
      // Types become spaces: lines and columns of a stack stay true.
      return { format: 'module', shortCircuit: true, source: module.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8')) };
    },
  });
}
