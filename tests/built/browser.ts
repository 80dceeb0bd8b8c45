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
const browserPath: string | undefined = process.env['CHROME_PATH'] ?? CANDIDATES.find(runs);

/** The same engine without the windows of a browser, as Playwright would take it by itself (Debian's chromium-headless-shell): it does in half of the time what nobody looks at. */
const SHELL = '/usr/bin/chromium-headless-shell';
const quickPath = process.env['CHROME_PATH'] === undefined && runs(SHELL) ? SHELL : browserPath;

const isMissing = (path: string | undefined): boolean => path === undefined && process.env['CI'] === undefined;
/** Browser tests are skipped, and say so, where no browser can be had; in CI that is a failure. */
export const skipBrowser: boolean = isMissing(quickPath);
/** The same of tests that compare pictures. */
export const skipDrawing: boolean = isMissing(browserPath);
if (skipDrawing) console.warn(`No Chromium or Chrome found (CHROME_PATH, then the system): ${skipBrowser ? 'browser tests' : 'tests of pictures'} are skipped.`);

const launchFrom = (path: string | undefined, settings: readonly string[]): Promise<Browser> => {
  if (path === undefined) throw new Error('No Chromium or Chrome: install one or set CHROME_PATH');
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...settings] });
};

/** A browser that asks nothing of the network by itself. `settings` are more switches, such as a reader's own size of text. */
export const launch = (...settings: string[]): Promise<Browser> => launchFrom(quickPath, settings);

/** One that draws as readers' browsers do, for pictures: the shell smooths letters its own way. */
export const launchToDraw = (): Promise<Browser> => launchFrom(browserPath, []);
