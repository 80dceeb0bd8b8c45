import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const PAGES = ['/', '/incidents/', '/bienbon/runbooks/rb-s1/', '/bienbon/risks/', '/risks/'];
const FILE = /(\s(?:href|src)=")(\/[^"#?]*\.(?:css|js|svg|woff2))"/g;

/** Buttons that a person sees and that do nothing: those of a form, of a sheet, and those that say that they are out of use, do what they say. */
const dead = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLButtonElement>('button, [data-live] input')]
      .filter((button) => button.checkVisibility() && !button.disabled && !button.matches('[popovertarget], [type=reset], [type=submit]'))
      .map((button) => button.ariaLabel ?? button.textContent.trim()),
  );

/** Pages that somebody kept for the night, in each of the ways in which browsers save them. */
describe.skipIf(skipBrowser)('a page saved to disk has no dead button', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const root = inject('site');
  const folder = join(inject('folder'), 'saved');
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(root)]);
    mkdirSync(join(folder, 'page_files'), { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  const visit = async (address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })).newPage();
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    return page;
  };
  /** A page as its scripts left it, with its files beside it. */
  const completed = (html: string): string =>
    `<!doctype html>${html}`.replace(FILE, (whole, before: string, address: string) => {
      try {
        writeFileSync(join(folder, 'page_files', basename(address)), readFileSync(join(root, address)));
      } catch {
        return whole;
      }
      return `${before}./page_files/${basename(address)}"`;
    });

  it.each(PAGES)('%s, complete with its files', async (path) => {
    const page = await visit(site.origin + path);
    expect(await dead(page)).not.toEqual([]);
    const file = join(folder, 'page.html');
    writeFileSync(file, completed(await page.evaluate(() => document.documentElement.outerHTML)));
    const kept = await visit(pathToFileURL(file).href);
    expect(await kept.locator('h1').first().isVisible()).toBe(true);
    expect(await dead(kept)).toEqual([]);
    await Promise.all([page.context().close(), kept.context().close()]);
  });

  // A browser that saves a page as one file runs no script in it.
  it.each(PAGES)('%s, where no script runs', async (path) => {
    const page = await visit(site.origin + path);
    const file = join(folder, 'still.html');
    writeFileSync(file, completed(await page.evaluate(() => document.documentElement.outerHTML)));
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
    const kept = await context.newPage();
    await kept.goto(pathToFileURL(file).href);
    expect(await kept.locator('html').getAttribute('class')).toBe('js');
    expect(await dead(kept)).toEqual([]);
    for (const gone of ['[data-theme-toggle]', '[data-copy]', '[data-live]']) expect(await kept.locator(`${gone}:visible`).count(), gone).toBe(0);
    await Promise.all([page.context().close(), context.close()]);
  });

  it.each(PAGES)('%s, alone, as the server sent it', async (path) => {
    const file = join(folder, 'alone.html');
    writeFileSync(file, readFileSync(join(root, path, 'index.html')));
    const page = await visit(pathToFileURL(file).href);
    expect(await dead(page)).toEqual([]);
    await page.context().close();
  });
});
