import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeOffline, writeRelease, type OfflineOptions } from './write-offline.ts';

export type { OfflineOptions } from './write-offline.ts';

/**
 * Lets devices keep the whole site: writes `offline.json` (every file, its hash and size) and `sw.js` (worker.js) when everything else is
 * written, so it stands last among integrations. Options are asked for then; undefined stands for a site that is not to be kept.
 * Pages register the worker themselves, and say what they are by `<meta name="site-version" content="">`, which is filled here.
 */
export function offline(options: () => Promise<OfflineOptions | undefined>): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const asked = await options();
        if (!asked) return writeRelease(root);
        const { files, left, size } = writeOffline(root, asked);
        const kept = files.length - left.length;
        logger.info(`devices keep ${kept} of ${files.length} files, ${(size / 1e6).toFixed(1)} MB`);
        const over = left.filter((path) => asked.keep?.(path) ?? true);
        if (over.length > 0) logger.warn(`over the offline budget of ${asked.budget / 1e6} MB, devices do not keep ${over.length} files: ${over.slice(0, 5).join(', ')}${over.length > 5 ? '…' : ''}`);
      },
    },
  };
}
