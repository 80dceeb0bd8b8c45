// The process that compiles the pages (compiled-pages.ts starts it): the bundler's memory is given back when it ends. `npm pack` runs it
// too, without a folder: an installed Vigie brings its pages compiled.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compiledKey } from './compiled-key.ts';
import { compilePages, SHIPPED } from './compiled-pages.ts';
import { packageRoot } from './site-paths.ts';

process.env['TZ'] = 'UTC';
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** Compiles the pages into the package: whole or not at all, and no others stay. */
async function ship(): Promise<void> {
  const shipped = join(packageRoot, SHIPPED);
  const key = compiledKey();
  if (!existsSync(join(shipped, key))) {
    const part = join(shipped, `part-${process.pid}`);
    await compilePages(part);
    renameSync(part, join(shipped, key));
  }
  for (const name of readdirSync(shipped)) if (name !== key) rmSync(join(shipped, name), { recursive: true, force: true });
}

const [into] = process.argv.slice(2);
try {
  await (into === undefined ? ship() : compilePages(into));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
