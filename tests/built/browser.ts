import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** `CHROME_PATH`, else a Chromium or Chrome of the system; undefined where there is none. */
export const browserPath: string | undefined = process.env['CHROME_PATH'] ?? CANDIDATES.find(runs);

/** Browser tests are skipped, and say so, where no browser can be had; in CI that is a failure. */
export const skipBrowser: boolean = browserPath === undefined && process.env['CI'] === undefined;
if (skipBrowser) console.warn('No Chromium or Chrome found (CHROME_PATH, then the system): browser tests are skipped.');

/** A browser that asks nothing of the network by itself. `settings` are more switches, such as a reader's own size of text. */
export function launch(...settings: string[]): Promise<Browser> {
  if (browserPath === undefined) throw new Error('No Chromium or Chrome: install one or set CHROME_PATH');
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...settings] });
}
