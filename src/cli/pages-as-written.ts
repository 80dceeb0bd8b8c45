import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 25;
/** Pages that may be announced and not written before the wait is for the end of the rendering. */
const AHEAD = 20;

/**
 * The pages of a site, each once, while another process writes them. The order is the announced one, then paths that nobody announced, sorted:
 * how fast each process goes does not change it. A page is whole when a later one is there, because they are written one after the other.
 * `ended` tells whether rendering has.
 */
export async function* pagesAsWritten(root: string, order: readonly string[], ended: () => boolean): AsyncGenerator<{ readonly path: string; readonly html: string }, void> {
  const seen = new Set<string>();
  const there = (path: string): boolean => existsSync(join(root, path));
  const read = async (path: string): Promise<{ path: string; html: string }> => ({ path, html: await readFile(join(root, path), 'utf8') });
  /** How many of the first pages are known to be whole. */
  let whole = 0;
  for (const [index, path] of order.entries()) {
    while (whole <= index && !ended()) {
      const later = order.slice(index + 1, index + 1 + AHEAD).findLastIndex(there);
      if (later >= 0) whole = index + 1 + later;
      else await pause(PAUSE_MS);
    }
    if (seen.has(path) || !there(path)) continue;
    seen.add(path);
    yield await read(path);
  }
  while (!ended()) await pause(PAUSE_MS);
  const others = globSync('**/*.html', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  for (const path of others.filter((each) => !seen.has(each)).sort()) yield await read(path);
}
