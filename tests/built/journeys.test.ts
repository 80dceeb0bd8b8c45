import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const KB = 1024;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/**
 * What the way from the home page to the first step may weigh in all, nothing cached, as a host that compresses sends it: typed in one
 * go, about 5 s of a slow mobile network (400 kbit/s); and letter by letter, so slowly that every beginning of the words is searched.
 */
const WHOLE_WAY = { fast: 225 * KB, slow: 280 * KB };
/** Of which search: its code, its index as far as these words need it, and what is shown of each result. */
const SEARCH = { fast: 120 * KB, slow: 175 * KB };
/** Well over the pause that search waits for between two letters. */
const SLOW_MS = 400;

/** Machines that run tests are slow: nothing here is timed. */
const soon = <T>(what: () => T) => expect.poll(what, { timeout: 20_000 });

describe.skipIf(skipBrowser)('journeys', { timeout: 180_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const asked: string[] = [];
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(inject('site'), (path) => asked.push(path) > 0)]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block', ...options });
    contexts.push(context);
    return context.newPage();
  }

  /** Whole, and neither under the bar of a runbook nor under the dock. */
  const inSight = (page: Page, selector: string): Promise<boolean> =>
    page.locator(`${selector}:visible`).first().evaluate((element) => {
      const edge = (bar: string, side: 'top' | 'bottom', otherwise: number): number => (element.closest(bar) ? otherwise : (document.querySelector(bar)?.getBoundingClientRect()[side] ?? otherwise));
      const { top, bottom } = element.getBoundingClientRect();
      return top >= edge('.mini-head', 'bottom', 0) && bottom <= edge('.dock', 'top', innerHeight);
    });

  /** Each file once, as browsers keep what is named by its hash. */
  function weigh(paths: readonly string[]): number {
    const weight = (path: string): number => {
      const file = join(inject('site'), path.endsWith('/') ? `${path}index.html` : path);
      const bytes = readFileSync(file);
      return /\.(?:html|css|js|json|svg)$/.test(file) ? gzipSync(bytes, { level: 9 }).length : bytes.length;
    };
    return [...new Set(paths)].reduce((sum, path) => sum + weight(path), 0);
  }

  /** Home, words, the runbook with its first step; what the reader did. */
  async function walk(page: Page, origin: string, delay?: number): Promise<string[]> {
    const done: string[] = [];
    await page.goto(`${origin}/`);
    await page.locator('#search-q').tap();
    if (delay === undefined) await page.locator('#search-q').fill('base inaccessible');
    else await page.keyboard.type('base inaccessible', { delay });
    done.push('types the symptom in the field of the home page');
    await page.keyboard.press('Enter');
    done.push('presses Enter');
    await page.waitForURL('**/bienbon/runbooks/rb-s1/');
    // On the first screen: its symptoms, its first step, the bar of its RTO, and whom to call.
    for (const part of ['.trig ul', '.first', '.budget', '.mini-head .ib']) await soon(() => inSight(page, part)).toBe(true);
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(words(await page.locator('.first > span').innerText())).toBe(words(await page.locator('.step .tx').first().innerText()));
    expect(await page.locator('.first a').first().evaluate((link: HTMLAnchorElement) => document.querySelector(link.hash)?.closest('.phase')?.querySelector('.step') === document.querySelector('.step'))).toBe(true);
    return done;
  }

  describe('ten seconds', () => {
    it.each(['fast', 'slow'] as const)('from the home page to the first step, typed %s: two gestures, nothing cached, under a budget', async (pace) => {
      const page = await newPage(PHONE);
      asked.length = 0;
      const done = await walk(page, site.origin, pace === 'slow' ? SLOW_MS : undefined);
      await page.waitForLoadState('networkidle');
      const search = asked.filter((path) => /^\/pagefind\/|\/(?:search|highlight|element)[^/]*\.js$/.test(path));
      const [whole, part] = [weigh(asked), weigh(search)];
      console.log(`home → runbook, typed ${pace}: ${done.length} gestures (${done.join(', ')}), ${asked.length} requests, ${(whole / KB).toFixed(0)} KB of ${WHOLE_WAY[pace] / KB}, of which search ${(part / KB).toFixed(0)} KB of ${SEARCH[pace] / KB}`);
      expect(done).toHaveLength(2);
      expect(part).toBeGreaterThan(50 * KB);
      expect(part).toBeLessThanOrEqual(SEARCH[pace]);
      expect(whole).toBeLessThanOrEqual(WHOLE_WAY[pace]);
    });

    it('every runbook shows its symptoms, its first step and its bar on the first screen of a phone', async () => {
      const page = await newPage(PHONE);
      const paths = (readdirSync(inject('site'), { recursive: true }) as string[]).filter((name) => /^[^/]+\/runbooks\/[^/]+\/index\.html$/.test(name)).map((name) => `/${name.replace('index.html', '')}`);
      const below: string[] = [];
      let first = 0;
      for (const path of paths) {
        await page.goto(`${site.origin}${path}`);
        for (const part of ['.trig ul', '.first', '.budget']) {
          if ((await page.locator(`${part}:visible`).count()) === 0) continue;
          if (part === '.first') first += 1;
          if (!(await inSight(page, part))) below.push(`${path} ${part}`);
        }
      }
      expect(first).toBeGreaterThan(20);
      expect(below).toEqual([]);
    });

    it('with the network gone, after one visit', async () => {
      const own = await serve(inject('site'));
      const page = await newPage({ ...PHONE, serviceWorkers: 'allow' });
      await page.goto(`${own.origin}/`);
      await expect.poll(() => page.locator('[data-offline=footer]').getAttribute('data-state'), { timeout: 90_000 }).toBe('held');
      await page.context().setOffline(true);
      await own.close();
      expect(await walk(page, own.origin)).toHaveLength(2);
    });
  });

  describe('where storage is refused', () => {
    async function refused(path: string): Promise<{ page: Page; faults: string[] }> {
      const page = await newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.addInitScript(() => {
        const refuse = (): never => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: refuse });
        navigator.serviceWorker.register = () => Promise.reject(new DOMException('denied', 'SecurityError'));
      });
      await page.goto(`${site.origin}${path}`);
      return { page, faults };
    }

    it('search works', async () => {
      const { page, faults } = await refused('/risks/');
      await page.keyboard.press('/');
      await page.keyboard.type('R-T01');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/amazon-reviews/risks/r-t01/');
      expect(faults).toEqual([]);
    });

    it('calls work', async () => {
      const { page, faults } = await refused('/amazon-reviews/incidents/');
      await page.locator('.callcard[data-hours=read]').waitFor();
      expect(await page.locator('.who:visible [data-state]').first().innerText()).toBe('Joignable');
      expect(await page.locator('.who:visible a[href^="tel:"]').count()).toBe(2);
      expect(faults).toEqual([]);
    });
  });

  describe('by keyboard alone', () => {
    /** What has the focus: what it is, and whether one sees that it has it (a ring or an outline of its own, or around what stands for it). */
    const focused = (page: Page): Promise<{ what: string; seen: boolean; href: string | null }> =>
      page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return { what: 'body', seen: true, href: null };
        const rings = (each: Element): boolean => {
          const { boxShadow, outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
          const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/, 0\)$|transparent/.test(outlineColor);
          return outlined || boxShadow.includes('rgb(255, 212, 94)');
        };
        const around = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement].filter((each) => each instanceof Element);
        const { width, height } = element.getBoundingClientRect();
        const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
        return { what: `${element.tagName.toLowerCase()} ${element.getAttribute('name') ?? element.id} ${text.slice(0, 40)}`.replace(/ +/g, ' '), seen: around.some(rings) && (width > 0 || height > 0), href: element.getAttribute('href') };
      });

    /** Tabs until something that is looked for has the focus; fails where a stop cannot be seen, or where the focus goes round. */
    async function tabTo(page: Page, wanted: (at: { what: string; href: string | null }) => boolean, most = 80): Promise<void> {
      const stops: string[] = [];
      for (let turn = 0; turn < most; turn += 1) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        stops.push(at.what);
        expect(at, `the focus is not seen on ${at.what}`).toMatchObject({ seen: true });
        if (wanted(at)) return;
      }
      throw new Error(`Never reached in ${most} stops: ${stops.join(' → ')}`);
    }

    it('home → search → runbook → a tick', async () => {
      const page = await newPage();
      await page.goto(`${site.origin}/`);
      await tabTo(page, ({ what }) => what.startsWith('input q'));
      await page.keyboard.type('base inaccessible');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/bienbon/runbooks/rb-s1/');
      await tabTo(page, ({ what }) => /^input \S*s1-1\b/.test(what));
      await page.keyboard.press('Space');
      expect(await page.locator('.step input').first().isChecked()).toBe(true);
      await soon(() => page.locator('.step time').first().innerText()).toMatch(/\d/);
    });

    it('any page → whom to call → the number', async () => {
      const page = await newPage();
      await page.goto(`${site.origin}/amazon-reviews/pages/budget/`);
      await tabTo(page, ({ href }) => href === '/amazon-reviews/incidents/#call');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/amazon-reviews/incidents/#call');
      await tabTo(page, ({ what }) => what.startsWith('input sev-'));
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('.tile', { hasText: 'P1' }).locator('input').isChecked()).toBe(true);
      await tabTo(page, ({ href }) => href === 'tel:+33639980142');
    });

    it('register → a filter → a risk', async () => {
      const page = await newPage();
      await page.goto(`${site.origin}/amazon-reviews/risks/`);
      await tabTo(page, ({ what }) => what.startsWith('input cat'), 120);
      const rows = (): Promise<number> => page.locator('tr[data-o]:visible').count();
      const before = await rows();
      await page.keyboard.press('ArrowRight');
      await soon(rows).toBeLessThan(before);
      await tabTo(page, ({ href }) => (href ?? '').includes('/amazon-reviews/risks/r-'), 120);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/amazon-reviews/risks/r-*/');
    });

    it('the search is no trap: Tab goes round in it, Escape leaves it, and the focus is back where it was', async () => {
      const page = await newPage();
      await page.goto(`${site.origin}/amazon-reviews/risks/r-t01/`);
      await tabTo(page, ({ href }) => href === '/amazon-reviews/incidents/#call');
      await page.keyboard.press('/');
      await page.keyboard.type('snowflake');
      await soon(() => page.locator('[data-search-panel]').getAttribute('data-answered')).toBe('snowflake');
      const stops = new Set<string>();
      for (let turn = 0; turn < 14; turn += 1) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        expect(at, `the focus is not seen on ${at.what}`).toMatchObject({ seen: true });
        stops.add(at.what);
      }
      expect([...stops].some((what) => what.startsWith('input kind'))).toBe(true);
      expect([...stops].some((what) => what.includes('Ouvrir'))).toBe(true);
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      expect((await focused(page)).href).toBe('/amazon-reviews/incidents/#call');
    });
  });
});
