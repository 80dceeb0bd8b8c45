import { inflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { visit } from './every-page.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { serve } from './serve.ts';

/** A4 less its margins of 14 mm, in CSS pixels. Chromium asks media queries by a page with its default margins, a little wider. */
const PAPER = 688;
const SHEET = 720;
/** The address of an alias leads on at once: nobody prints it. */
const PRINTED = ONE_OF_EACH.filter((path) => path !== '/bienbon/redis-crash/');

/** Whether each page of a PDF shows something: text, a line or a picture. Chromium writes one compressed stream a page. */
function emptyPages(pdf: Buffer): { pages: number; empty: number } {
  const raw = pdf.toString('latin1');
  const pages = [...raw.matchAll(/\/Type \/Page\b(?!s)[\s\S]*?\/Contents (\d+) 0 R/g)].map((match) => match[1]);
  const drawn = pages.map((number) => {
    const start = raw.indexOf('stream\n', raw.search(new RegExp(`(?:^|\\n)${number} 0 obj`))) + 'stream\n'.length;
    return inflateSync(pdf.subarray(start, raw.indexOf('endstream', start))).toString('latin1');
  });
  return { pages: pages.length, empty: drawn.filter((content) => !/\bT[jJ]\b/.test(content)).length };
}

describe.skipIf(skipBrowser)('on paper', { timeout: 300_000 }, () => {
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

  /** Lays pages out as paper does. */
  const print = (pages: readonly string[], look: (page: Page, path: string) => Promise<void>, options: Parameters<typeof visit>[3] = {}): Promise<unknown> =>
    visit(browser, site, pages, { viewport: { width: SHEET, height: 1000 }, ...options }, async (page, path) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate((width) => (document.documentElement.style.inlineSize = `${width}px`), PAPER);
      await look(page, path);
    });

  describe('every kind of page', () => {
    const lost: string[] = [];
    const left: string[] = [];
    const mute: string[] = [];
    let outside = 0;
    // One visit for all: opening a page is what costs.
    beforeAll(async () => {
      await print(PRINTED, async (page, path) => {
        const unfit = await page.evaluate((width) => {
          const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
          const seen = [...document.querySelectorAll('body *')].filter((element) => element.getClientRects().length > 0 && getComputedStyle(element).clipPath === 'none' && !element.closest('.vh, svg svg, [hidden]'));
          const over = seen.filter((element) => !element.closest('svg *') && element.getBoundingClientRect().right > width + 1).map((element) => `goes over the edge: ${named(element)}`);
          const cut = seen.filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible').map((element) => `cut off: ${named(element)}`);
          const folded = [...document.querySelectorAll('main details:not([open]) > :not(summary)')].filter((element) => !element.checkVisibility() || element.getBoundingClientRect().height === 0).filter((element) => getComputedStyle(element).display !== 'none' && element.closest('details')!.getClientRects().length > 0).map((element) => `folded: ${named(element)}`);
          return [...new Set([...over, ...cut, ...folded])].slice(0, 6);
        }, PAPER);
        lost.push(...unfit.map((what) => `${path} ${what}`));
        const buttons = await page.evaluate(() =>
          [...document.querySelectorAll('.bar, .dock, .tabs, .crumbs, .acts, .skip, dialog, form:not(:has(table)), button, select, .btn')]
            .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
            // The heads of a table that sorts are its heads on paper too.
            .filter((element) => !element.matches("th button, .btn[href^='tel:'], .btn[href^='mailto:'], .btn[rel~='noreferrer']"))
            .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`),
        );
        left.push(...[...new Set(buttons)].map((what) => `${path} ${what}`));
        const links = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLAnchorElement>("main a[href^='http']")]
            // Links to the source of the wiki are for those who edit it, on a screen.
            .filter((link) => link.checkVisibility() && !link.href.startsWith('https://forge.example/'))
            .map((link) => ({ href: link.getAttribute('href') ?? '', said: `${link.textContent} ${getComputedStyle(link, '::after').content}` })),
        );
        outside += links.length;
        mute.push(...links.filter(({ href, said }) => !said.includes(href)).map(({ href }) => `${path} ${href}`));
      });
    }, 300_000);

    it('nothing is cut off at the edge, nothing stays folded', () => expect(lost).toEqual([]));
    it('navigation and buttons are left out; numbers and the pages that steps open stay', () => expect(left).toEqual([]));
    it('an outside link says its address', () => {
      expect(outside).toBeGreaterThan(5);
      expect(mute).toEqual([]);
    });
  });

  it('a runbook has its numbers first, boxes to tick and whole commands', async () => {
    await print(['/bienbon/runbooks/rb-s1/'], async (page) => {
      const { boxes, steps, call, firstStep, commands } = await page.evaluate(() => ({
        steps: document.querySelectorAll('.step').length,
        boxes: [...document.querySelectorAll('.step input[type="checkbox"]')].filter((box) => {
          const { width, height } = box.getBoundingClientRect();
          return box.checkVisibility() && width >= 10 && height >= 10 && Number.parseFloat(getComputedStyle(box).borderTopWidth) > 0;
        }).length,
        call: document.querySelector("main a[href^='tel:']")?.getBoundingClientRect().top ?? Number.NaN,
        firstStep: document.querySelector('.step')?.getBoundingClientRect().top ?? Number.NaN,
        commands: [...document.querySelectorAll('.cmd pre')].map((command) => command.scrollWidth <= command.clientWidth + 1),
      }));
      expect(steps).toBeGreaterThan(10);
      expect(boxes).toBe(steps);
      expect(call).toBeLessThan(firstStep);
      expect(commands.length).toBeGreaterThan(2);
      expect(commands).not.toContain(false);
    });
  });

  it('who to call is printed for every severity', async () => {
    await print(['/amazon-reviews/incidents/', '/incidents/'], async (page, path) => {
      const answers = await page.locator('.callcard .who').evaluateAll((all) => all.map((answer) => answer.checkVisibility() && answer.getBoundingClientRect().height > 0));
      expect(answers.length, path).toBeGreaterThan(3);
      expect(answers, path).not.toContain(false);
    });
  });

  it('is dark on light, whatever the theme of the screen', async () => {
    await print(
      ['/', '/bienbon/runbooks/rb-s1/'],
      async (page) => {
        await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
        const { ink, paper } = await page.evaluate(() => ({ ink: getComputedStyle(document.body).color, paper: getComputedStyle(document.documentElement).backgroundColor }));
        expect(ink).toBe('rgb(16, 34, 46)');
        expect(paper).toBe('rgba(0, 0, 0, 0)');
      },
      { colorScheme: 'dark' },
    );
  });

  it('no page of paper is empty', async () => {
    const found: string[] = [];
    let sheets = 0;
    await visit(browser, site, PRINTED, {}, async (page, path) => {
      const { pages, empty } = emptyPages(await page.pdf({ preferCSSPageSize: true }));
      sheets += pages;
      if (pages === 0 || empty > 0) found.push(`${path}: ${empty} of ${pages}`);
    });
    expect(sheets).toBeGreaterThan(PRINTED.length);
    expect(found).toEqual([]);
  });
});
