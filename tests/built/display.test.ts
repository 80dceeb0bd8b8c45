import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { pagesOf, visit } from './every-page.ts';
import { kindOf, ONE_OF_EACH } from './one-of-each.ts';
import { serve } from './serve.ts';
import { sideways } from './sideways.ts';

it('one page of every kind is looked at', () => {
  const systems = new Set(pagesOf(inject('site')).filter((path) => /^\/[^/]+\/(incidents|pages)\/$/.test(path)).map((path) => path.split('/')[1] ?? ''));
  const kinds = new Set(pagesOf(inject('site')).map((path) => kindOf(path, systems)));
  const looked = new Set(ONE_OF_EACH.map((path) => kindOf(path, systems)));
  expect([...kinds].filter((kind) => !looked.has(kind))).toEqual([]);
  expect(ONE_OF_EACH.filter((path) => !pagesOf(inject('site')).includes(path))).toEqual([]);
});

describe.skipIf(skipBrowser)('however it is read', { timeout: 300_000 }, () => {
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

  const width = (page: Page, pixels: number): Promise<void> => page.setViewportSize({ width: pixels, height: 900 });

  it('holds with text twice as large, on a desk and on a window of half its width', async () => {
    const misfits: string[] = [];
    const large = await launch('--blink-settings=defaultFontSize=32');
    await visit(large, site, ONE_OF_EACH, {}, async (page, path) => {
      expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThanOrEqual(32);
      for (const pixels of [1280, 640]) {
        await width(page, pixels);
        misfits.push(...(await sideways(page)).map((what) => `${path} at ${pixels}: ${what}`));
      }
    });
    await large.close();
    expect(misfits).toEqual([]);
  });

  describe('zoomed, mirrored, at rest', () => {
    const zoomed: string[] = [];
    const mirrored: string[] = [];
    const moving: string[] = [];
    // One visit for the three: opening a page is what costs.
    beforeAll(async () => {
      // A desk of 1280 px at 200 % lays out as 640 px of twice the density.
      await visit(browser, site, ONE_OF_EACH, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, async (page, path) => {
        zoomed.push(...(await sideways(page)).map((what) => `${path}: ${what}`));
        const found = await page.evaluate(() =>
          [...document.querySelectorAll('*')].flatMap((element) => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
            const moves = animationName !== 'none' || transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0) || scrollBehavior === 'smooth';
            return moves ? [`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`] : [];
          }),
        );
        moving.push(...found.map((what) => `${path}: ${what}`));
        await page.evaluate(() => {
          document.documentElement.dir = 'rtl';
        });
        for (const pixels of [320, 768, 1280]) {
          await width(page, pixels);
          mirrored.push(...(await sideways(page)).map((what) => `${path} at ${pixels}: ${what}`));
          // At once: a bar that is drawn again in between would leave words without a direction.
          const turned = await page.evaluate(() => [...document.querySelectorAll('main svg text')].filter((text) => getComputedStyle(text).direction !== 'ltr').length);
          if (turned > 0) mirrored.push(`${path} at ${pixels}: ${turned} words of drawings turn round in place`);
          const [brand, end] = await page.locator('.brand').evaluate((element) => [element.getBoundingClientRect().right, innerWidth]);
          if (brand < end / 2) mirrored.push(`${path} at ${pixels}: the name of the wiki stays where it was`);
        }
      });
    }, 300_000);

    it('holds at a zoom of 200 %', () => expect(zoomed).toEqual([]));
    it('mirrors for a script that runs from right to left', () => expect(mirrored).toEqual([]));
    it('moves nothing where less motion is asked for', () => expect(moving).toEqual([]));
  });

  describe('in forced colours', () => {
    const forced = { forcedColors: 'active', viewport: { width: 1280, height: 900 } } as const;
    const themes = ['light', 'dark'] as const;

    const lost: Record<'chosen' | 'edge' | 'drawn', string[]> = { chosen: [], edge: [], drawn: [] };
    async function look(page: Page, path: string, colorScheme: (typeof themes)[number]): Promise<void> {
      const groups = await page.evaluate(() => {
        const look = (element: Element): string => {
          const style = getComputedStyle(element);
          return [style.backgroundColor, style.borderBlockEndColor, style.color].join();
        };
        const alike: string[] = [];
        for (const group of document.querySelectorAll('nav.top, nav.tabs > div, .dock, .seg, .tiles')) {
          const entries = [...group.querySelectorAll(':scope > :is(a, label)')].filter((entry) => entry.getClientRects().length > 0);
          const chosen = entries.filter((entry) => entry.matches('[aria-current], :has(:checked)'));
          const others = entries.filter((entry) => !chosen.includes(entry));
          if (chosen.length > 0 && others.length > 0 && others.some((other) => look(other) === look(chosen[0]!))) alike.push(group.className);
        }
        return alike;
      });
      lost.chosen.push(...groups.map((group) => `${path}, ${colorScheme}: what is chosen in .${group} looks like the rest`));
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll('.lv, .btn, .hm td.f, .score, .take, .sheet, .callcard, .banner, .num')]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => {
            const { borderBlockStartStyle, borderBlockStartWidth, borderInlineStartStyle, borderInlineStartWidth, outlineStyle } = getComputedStyle(element);
            const drawn = (style: string, size: string): boolean => style !== 'none' && Number.parseFloat(size) > 0;
            return !drawn(borderBlockStartStyle, borderBlockStartWidth) && !drawn(borderInlineStartStyle, borderInlineStartWidth) && outlineStyle === 'none';
          })
          .map((element) => element.className),
      );
      lost.edge.push(...[...new Set(bare)].map((name) => `${path}, ${colorScheme}: .${name} has no edge`));
      const faint = await page.evaluate(() => {
        const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        const luminance = (colour: string): number => {
          const [red = 0, green = 0, blue = 0] = (/\d+(?:\.\d+)?/g[Symbol.match](colour) ?? []).map((part) => channel(Number(part) / 255));
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const contrast = (one: string, other: string): number => {
          const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
          return (light + 0.05) / (dark + 0.05);
        };
        const probe = document.createElement('i');
        document.body.append(probe);
        probe.style.color = 'Canvas';
        const canvas = getComputedStyle(probe).color;
        probe.remove();
        return [...document.querySelectorAll<SVGElement>('main svg:not(.ic, .sh, .lv svg) :is(line, path, polyline)')]
          .filter((shape) => shape.getClientRects().length > 0)
          .flatMap((shape) => {
            const { stroke, fill } = getComputedStyle(shape);
            const drawn = [stroke, fill].filter((colour) => colour.startsWith('rgb'));
            return drawn.length > 0 && drawn.every((colour) => contrast(colour, canvas) < 3) ? [`${shape.closest('svg')?.getAttribute('class') ?? ''} .${shape.getAttribute('class') ?? ''} ${drawn.join()} on ${canvas}`] : [];
          });
      });
      lost.drawn.push(...[...new Set(faint)].map((what) => `${path}, ${colorScheme}: ${what}`));
    }

    // One visit for both: opening a page is what costs.
    beforeAll(async () => {
      await visit(browser, site, ONE_OF_EACH, forced, async (page, path) => {
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme });
          await look(page, path, colorScheme);
        }
      });
    }, 300_000);

    it('says where one is and what is chosen by more than a background', () => expect(lost.chosen).toEqual([]));
    it('keeps an edge around what only a background would show', () => expect(lost.edge).toEqual([]));
    it('draws with the colours of the system: lines of a drawing stand out from the page', () => expect(lost.drawn).toEqual([]));

    it.each(themes)('shows what has the focus, %s', async (colorScheme) => {
      const unseen: string[] = [];
      await visit(browser, site, ['/', '/amazon-reviews/risks/', '/amazon-reviews/incidents/', '/bienbon/runbooks/rb-s1/', '/search/'], { ...forced, colorScheme }, async (page, path) => {
        for (let step = 0; step < 40; step++) {
          await page.keyboard.press('Tab');
          const without = await page.evaluate(() => {
            const active = document.activeElement;
            if (!active || active === document.body) return undefined;
            // A field that is not seen itself shows its focus on its label.
            const seen = getComputedStyle(active).opacity === '0' ? (active.closest('label') ?? active) : active;
            const holder = seen.closest('.bigseek, .pin') ?? seen;
            const outlined = [seen, holder].some((element) => {
              const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
              return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor);
            });
            return outlined ? undefined : `${seen.tagName.toLowerCase()}.${seen.className}`;
          });
          if (without !== undefined) unseen.push(`${path}: ${without}`);
        }
      });
      expect([...new Set(unseen)]).toEqual([]);
    });
  });
});
