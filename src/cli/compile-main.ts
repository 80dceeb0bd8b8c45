// The process that compiles the pages (compiled-pages.ts starts it): the bundler's memory is given back when it ends. `npm pack` runs it
// too, so that an installed Vigie brings its pages compiled.
import { compiledKey } from './compiled-key.ts';
import { compilePages, SHIPPED } from './compiled-pages.ts';
import { join } from 'node:path';
import { packageRoot } from './site-paths.ts';

process.env['TZ'] = 'UTC';
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const [into = join(packageRoot, SHIPPED, compiledKey())] = process.argv.slice(2);
try {
  await compilePages(into);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
