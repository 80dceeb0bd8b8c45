import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchToDraw, skipDrawing } from './browser.ts';
import { harbour, HARBOUR_PAGES, NIGHT } from './harbour.ts';
import { serve } from './serve.ts';

/** Pictures that were accepted. `npm test -- tests/built/screenshots.test.ts -u` accepts what pages look like now. */
const ACCEPTED = resolve(import.meta.dirname, 'screenshots');

/**
 * A pixel differs from 0.1 of the way between black and white on; the edges of letters, which each version of a browser
 * smooths its own way, are left out. Of a picture, 1 pixel in 2000 may differ: less than a word.
 */
const THRESHOLD = 0.1;
const TOLERATED = 1 / 2000;

/** In an order in which one thing changes at a time. */
const VARIANTS = ([[390, 'light'], [390, 'dark'], [1280, 'dark'], [1280, 'light']] as const).map(([width, colorScheme]) => ({ width, height: width === 390 ? 844 : 900, colorScheme, name: `${width}-${colorScheme}` }));

/** What a page needs before it shows what it is for: these two ask the index, and go on asking for what they list. */
const PREPARE: Partial<Record<keyof typeof HARBOUR_PAGES, (page: Page) => Promise<unknown>>> = {
  search: async (page) => {
    await page.locator('.search-page input[type=search]').fill('database');
    await page.locator('.search-page [role=option]').first().waitFor({ timeout: 20_000 });
    await settle(page);
  },
  missing: settle,
};

/** Waits until a page asks for nothing more and shows the same twice. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (let last = '', now = await page.locator('main').innerText(); last !== now; [last, now] = [now, await page.locator('main').innerText()]) await page.waitForTimeout(700);
}

interface Picture {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}
const decode = (png: Buffer | string): Promise<Picture> => sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

/** How many pixels differ, and the picture that shows them; all of them where the sizes do. */
function compare(before: Picture, after: Picture): { differing: number; allowed: number; diff: Buffer } {
  const { width, height } = after.info;
  const diff = Buffer.alloc(width * height * 4);
  const same = before.info.width === width && before.info.height === height;
  return { differing: same ? pixelmatch(before.data, after.data, diff, width, height, { threshold: THRESHOLD }) : width * height, allowed: width * height * TOLERATED, diff };
}

describe.skipIf(skipDrawing)('what pages look like', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  let rejected: string | undefined;
  let context: BrowserContext;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchToDraw(), serve(harbour())]);
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', serviceWorkers: 'block', reducedMotion: 'reduce', viewport: VARIANTS[0] });
    await context.clock.setFixedTime(NIGHT);
    mkdirSync(ACCEPTED, { recursive: true });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens a page as a phone does in the light. */
  async function open(name: keyof typeof HARBOUR_PAGES): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${site.origin}${HARBOUR_PAGES[name]}`);
    // Who is on duty at this minute is read from a file of its own.
    if ((await page.locator('[data-call]:not(template)').count()) > 0) await page.waitForLoadState('networkidle');
    await PREPARE[name]?.(page);
    await page.evaluate(() => document.fonts.ready);
    return page;
  }

  const picture = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled' });

  // Opened once for its pictures: opening a page is what costs.
  describe.each(Object.keys(HARBOUR_PAGES) as (keyof typeof HARBOUR_PAGES)[])('%s', (name) => {
    let page: Page;
    beforeAll(async () => {
      page = await open(name);
    });
    afterAll(() => page.close());

    it.each(VARIANTS)('$name', async (variant) => {
      const file = join(ACCEPTED, `${name}-${variant.name}.png`);
      await page.setViewportSize(variant);
      await page.emulateMedia({ colorScheme: variant.colorScheme });
      const png = await picture(page);
      const accept = async (): Promise<void> => writeFileSync(file, await sharp(png).png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer());
      if (!existsSync(file)) {
        if (inject('accept') === 'none') expect.fail(`${name}-${variant.name}.png is not among the accepted pictures: npm test -- tests/built/screenshots.test.ts -u`);
        await accept();
        return;
      }
      const [before, after] = await Promise.all([decode(readFileSync(file)), decode(png)]);
      const { differing, allowed, diff } = compare(before, after);
      if (differing <= allowed) return;
      if (inject('accept') === 'all') {
        await accept();
        return;
      }
      rejected ??= mkdtempSync(join(tmpdir(), 'vigie-screenshots-'));
      const shown = join(rejected, `${name}-${variant.name}`);
      writeFileSync(`${shown}.png`, png);
      await sharp(diff, { raw: { width: variant.width, height: variant.height, channels: 4 } }).png().toFile(`${shown}-diff.png`);
      expect.fail(`${differing} pixels differ from ${file}, and ${Math.floor(allowed)} may: see ${shown}-diff.png. To accept: npm test -- tests/built/screenshots.test.ts -u`);
    });
  });

  it('every accepted picture is of a page that is taken', () => {
    const taken = VARIANTS.flatMap(({ name }) => Object.keys(HARBOUR_PAGES).map((page) => `${page}-${name}.png`));
    expect(readdirSync(ACCEPTED).filter((file) => !taken.includes(file))).toEqual([]);
  });

  it('a colour or a space that changes is seen, the same page again is not', async () => {
    const before = await decode(await picture(await open('runbook')));
    const page = await open('runbook');
    const differs = async (): Promise<boolean> => {
      const { differing, allowed } = compare(before, await decode(await picture(page)));
      return differing > allowed;
    };
    const style = (name: string, value: string): Promise<void> => page.evaluate(([property, to]) => document.documentElement.style.setProperty(property, to), [name, value] as const);
    expect(await differs()).toBe(false);
    await style('--link', '#8a1538');
    expect(await differs()).toBe(true);
    await style('--link', '');
    expect(await differs()).toBe(false);
    await style('--s4', '1.25rem');
    expect(await differs()).toBe(true);
  });
});
