import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where Node keeps what it compiled of Vigie's code, beside the package: half of the time that a process takes to start. Where that cannot be written, nothing is kept. */
export const codeCache = join(import.meta.dirname, '../../node_modules/.cache/vigie/code');

/** Several versions of Vigie. */
const MOST_FILES = 6000;

/** Node deletes nothing of it: new versions, and wikis with code of their own (MDX), add to it. */
export function sweepCode(): void {
  if (existsSync(codeCache) && globSync('*/*', { cwd: codeCache }).length > MOST_FILES) rmSync(codeCache, { recursive: true, force: true });
}
