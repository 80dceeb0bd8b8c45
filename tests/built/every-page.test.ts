import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inBothThemes, prepareThemes } from './both-themes.ts';
import { launch, skipBrowser } from './browser.ts';
import { fileOf, pagesOf, visit } from './every-page.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { serve } from './serve.ts';
import { sideways } from './sideways.ts';
import { unset, wordsOf } from './words.ts';
import { en } from '../../src/words/en.ts';
import { fr } from '../../src/words/fr.ts';

const HEIGHT = 900;
const WIDTHS = [320, 390, 768, 1024, 1280];
/** A phone and a desk. */
const FOR_AXE = new Set([390, 1280]);
/** Code that lives for one page is gone before it is faster: a browser that makes it so spends a tenth of its time on that. */
const AS_WRITTEN = '--js-flags=--no-maglev --no-turbofan';
/** Texts of the interface, two words or more, that only English has. */
const ENGLISH = new Set<string>(Object.values(en).filter((text) => text.includes(' ') && !Object.values<string>(fr).includes(text)));

it('every page carries a policy without unsafe-inline, and nothing that one would refuse', () => {
  const root = inject('site');
  for (const path of pagesOf(root)) {
    const html = readFileSync(fileOf(root, path), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toContain('unsafe-inline');
    expect(html, path).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
  }
});

const sessions = new WeakMap<Page, CDPSession>();
/** Gives a page a width, and has it drawn small: it is laid out as ever, nobody looks at the picture, and painting it costs a tenth of the whole. */
async function resize(page: Page, width: number): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send('Emulation.setDeviceMetricsOverride', { width, height: HEIGHT, screenWidth: width, screenHeight: HEIGHT, deviceScaleFactor: 1, mobile: false, scale: 0.05 });
}

/**
 * Every page of the wiki is opened once, and everything is asked of it there: opening is what costs.
 * axe runs whole once a width, and its rules about colours again in the dark where there is something new to judge, and on one
 * page of every kind in any case. Nothing is left out: no page, no rule, no part of a page.
 */
describe.skipIf(skipBrowser)('every page', () => {
  const accessible: string[] = [];
  const faults: string[] = [];
  const fits: string[] = [];
  const french: string[] = [];
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  let count = 0;
  let dark = 0;

  beforeAll(async () => {
    const root = inject('site');
    [browser, site] = await Promise.all([launch(AS_WRITTEN), serve(root, undefined, { keep: true })]);
    const pages = [...new Set([...ONE_OF_EACH, ...pagesOf(root)])];
    const right = new Set<string>();
    const seen = await visit(browser, { origin: site.origin, root }, pages, { prepare: prepareThemes }, async (page, path) => {
      const words = await wordsOf(page);
      const foreign = words.filter(({ text, lang }) => lang === 'fr' && ENGLISH.has(text.trim())).map(({ text, place }) => `${place} in English: ${text}`);
      french.push(...[...unset(words), ...foreign].map((what) => `${path} ${what}`));
      for (const width of WIDTHS) {
        await resize(page, width);
        expect(await page.evaluate(() => innerWidth), path).toBe(width);
        fits.push(...(await sideways(page)).map((what) => `${path} at ${width}: ${what}`));
        if (!FOR_AXE.has(width)) continue;
        const { found, again } = await inBothThemes(page, right, ONE_OF_EACH.includes(path));
        accessible.push(...found.map((what) => `${path} at ${width}: ${what}`));
        if (again) dark++;
      }
      count++;
    });
    faults.push(...seen);
    console.log(`${count} pages at two widths; in the dark, something new to judge ${dark} times, ${right.size} ways to colour text in all`);
    expect(count).toBe(pages.length);
  }, 1_800_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('there are hundreds', () => expect(count).toBeGreaterThan(300));
  it('has no axe violation, in both themes, on a phone and on a desk', () => expect(accessible).toEqual([]));
  it('is in French throughout, set as French is', () => expect(french).toEqual([]));
  it('obeys its policy, asks nothing of another origin and shows no error', () => expect(faults).toEqual([]));
  it('does not scroll sideways, cuts nothing off, and can be scrolled by keyboard where a part of it does', () => expect(fits).toEqual([]));
});
