// Pages are bundled into the folder of the wiki, and ask from there for packages that may stand elsewhere: beside Vigie (npx, a global
// installation) or below Astro (pnpm). What is not found where they ask is looked for where it was when they were bundled.
import * as module from 'node:module';
import { pathToFileURL } from 'node:url';

const own = new URL('../../../package.json', import.meta.url).href;
const from = [own, pathToFileURL(module.createRequire(own).resolve('astro/package.json')).href];

const isPackage = (specifier) => !/^(?:[./#]|[a-z]+:)/.test(specifier);

module.registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !isPackage(specifier) || !context.parentURL?.includes('/.prerender/')) throw error;
      for (const parentURL of from) {
        try {
          return nextResolve(specifier, { ...context, parentURL });
        } catch {
          // The next one may have it.
        }
      }
      throw error;
    }
  },
});
