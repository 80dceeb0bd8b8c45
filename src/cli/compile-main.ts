// The process that compiles the pages (compiled-pages.ts starts it): the bundler's memory is given back when it ends. `npm pack` runs it
// too, without a folder: an installed Vigie brings its pages compiled.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compiledKey } from './compiled-key.ts';
import { compilePages, SHIPPED } from './compiled-pages.ts';
import { packageRoot } from './site-paths.ts';

process.env['TZ'] = 'UTC';
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const [given] = process.argv.slice(2);
const shipped = join(packageRoot, SHIPPED);
if (given === undefined) rmSync(shipped, { recursive: true, force: true });
try {
  await compilePages(given ?? join(shipped, compiledKey()));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
