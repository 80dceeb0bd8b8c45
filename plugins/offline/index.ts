import type { SiteFile } from './manifest.ts';
import { writeOffline, writeRelease, type OfflineOptions } from './write-offline.ts';

export type { SiteFile } from './manifest.ts';
export { offlinePage, type OfflineOptions } from './write-offline.ts';

/**
 * Lets devices keep the whole site: writes `offline.json` (every file, its hash and size) and `sw.js` (worker.js) when everything else is
 * written. Undefined options stand for a site that is not to be kept. Pages register the worker themselves, and say what they are by
 * `<meta name="site-version" content="">`, which is filled here. Returns a warning, where some of what was asked for is over the budget.
 */
export function offline(root: string, options: OfflineOptions | undefined, known?: ReadonlyMap<string, SiteFile>): string | undefined {
  if (!options) {
    writeRelease(root);
    return undefined;
  }
  const over = writeOffline(root, options, known).left.filter((path) => options.keep?.(path) ?? true);
  if (over.length === 0) return undefined;
  return `over the offline budget of ${options.budget / 1e6} MB, devices do not keep ${over.length} files: ${over.slice(0, 5).join(', ')}${over.length > 5 ? '…' : ''}`;
}
