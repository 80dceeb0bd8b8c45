import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeInAll, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { visit } from './every-page.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { serve } from './serve.ts';
import { sideways } from './sideways.ts';

const PHONE = { viewport: { width: 390, height: 844 }, prepare: axeInAll };

/** What a page keeps folded, in a sheet or in a dialog is held to what holds for the rest. */
describe.skipIf(skipBrowser)('what opens', { timeout: 300_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>> & { root: string };
  beforeAll(async () => {
    const root = inject('site');
    browser = await launch();
    site = { ...(await serve(root, undefined, { keep: true })), root };
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** axe in both themes, and the fit of a phone. The colours of the rest of a page are held in every-page.test.ts. */
  const faults = async (page: Page, parts: string): Promise<string[]> => [...(await sideways(page)), ...(await violationsInBothThemes(page, parts))];

  it('is accessible and fits a phone: folded parts', async () => {
    const wrong: string[] = [];
    let opened = 0;
    await visit(browser, site, ONE_OF_EACH, PHONE, async (page, path) => {
      const folded = await page.locator('details:not([open])').evaluateAll((all) => all.map((one) => one.setAttribute('open', '')).length);
      if (folded === 0) return;
      opened += folded;
      wrong.push(...(await faults(page, 'details')).map((what) => `${path} ${what}`));
    });
    expect(opened).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('is accessible and fits a phone: sheets and menus', async () => {
    const wrong: string[] = [];
    const opened: string[] = [];
    await visit(browser, site, ONE_OF_EACH, PHONE, async (page, path) => {
      // The first sheet of each kind: those of a heatmap's cells are alike.
      const sheets = await page.locator('[popover]').evaluateAll((all) => [...new Map(all.map((one) => [one.className, one.id])).values()]);
      // The menu is the same everywhere.
      const own = sheets.filter((id) => id !== 'nav' || path === '/');
      if (own.length === 0) return;
      for (const id of own) {
        await page.locator(`[id="${id}"]`).evaluate((sheet: HTMLElement) => sheet.showPopover());
        opened.push(id);
        wrong.push(...(await faults(page, `[id="${id}"]`)).map((what) => `${path} #${id} ${what}`));
        await page.locator(`[id="${id}"]`).evaluate((sheet: HTMLElement) => sheet.hidePopover());
      }
    });
    expect(opened).toContain('nav');
    expect(opened.length).toBeGreaterThanOrEqual(3);
    expect(wrong).toEqual([]);
  });

  it('is accessible and fits a phone: search, with results and without', async () => {
    const wrong: string[] = [];
    await visit(browser, site, ['/bienbon/'], PHONE, async (page) => {
      await page.keyboard.press('Control+k');
      const dialog = page.locator('dialog.palette');
      for (const [typed, shown] of [
        ['redis', '[role=option]'],
        ['zzzzzz', '[data-none]:not([hidden])'],
      ] as const) {
        await dialog.locator('input[type=search]').fill(typed);
        await dialog.locator(shown).first().waitFor({ timeout: 20_000 });
        wrong.push(...(await faults(page, 'dialog.palette')).map((what) => `“${typed}” ${what}`));
      }
    });
    expect(wrong).toEqual([]);
  });
});
