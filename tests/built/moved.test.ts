import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadAxe, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const near = (page: Page) => page.locator('[data-near] a');

describe.skipIf(skipBrowser)('an address of a record that was renamed or removed', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(inject('site'))]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block', viewport: { width: 390, height: 844 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${site.origin}${path}`);
    return page;
  }

  it('leads to the record whose other name it is, with or without a script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('/amazon-reviews/defaillance-8/', { javaScriptEnabled });
      await page.waitForURL('**/amazon-reviews/runbooks/rb-d8/');
    }
  });

  it('offers both records where two bear the name', async () => {
    const page = await open('/sp-e/mode-estimation/');
    expect(await page.locator('main .links a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['/sp-e/scenarios/sc-01/', '/sp-e/components/generateur/']);
  });

  /** An address that leads nowhere, and the first record that must be offered. */
  const LOST: readonly (readonly [asked: string, offered: string])[] = [
    // A runbook that was numbered otherwise, in a folder that no longer is, or with its title for an id.
    ['/bienbon/runbooks/rb-s01/', '/bienbon/runbooks/rb-s1/'],
    ['/bienbon/rb-s4', '/bienbon/runbooks/rb-s4/'],
    ['/bienbon/runbooks/RB-S9.html', '/bienbon/runbooks/rb-s9/'],
    ['/bienbon/procedures/supabase-indisponible/', '/bienbon/runbooks/rb-s1/'],
    // A risk that was removed: those beside it, in the same system.
    ['/amazon-reviews/risks/r-t99/', '/amazon-reviews/risks/r-t09/'],
    ['/ascension/risks/r13/', '/ascension/risks/r10/'],
    // A system, with a slip of the finger.
    ['/bienbom/', '/bienbon/'],
    ['/amazon-review/', '/amazon-reviews/'],
    // A role, which has no page of its own.
    ['/amazon-reviews/roles/dba/', '/amazon-reviews/roles/#dba'],
  ];
  for (const [asked, offered] of LOST) {
    it(`${asked} is not there: ${offered} is offered first`, async () => {
      const page = await open(asked);
      await near(page).first().waitFor();
      expect(await near(page).first().getAttribute('href')).toBe(offered);
      expect(await page.locator('[data-asked] code').innerText()).toBe(asked);
    });
  }

  it('fills in the search with the words of the address', async () => {
    const page = await open('/bienbon/procedures/supabase-indisponible/');
    expect(await page.locator('#q').inputValue()).toBe('procedures supabase indisponible');
    await page.locator('#q').press('Enter');
    await page.waitForURL('**/search/?q=procedures+supabase+indisponible');
    await expect.poll(() => page.locator('[role=option]').first().getAttribute('href'), { timeout: 20_000 }).toBe('/bienbon/runbooks/rb-s1/');
  });

  it('is accessible with what it offers, in both themes', async () => {
    const page = await open('/bienbon/runbooks/rb-s01/');
    await near(page).first().waitFor();
    await loadAxe(page);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  it('writes what is asked as text, whatever it holds', async () => {
    const page = await open('/%3Cimg%20src=x%20onerror=alert(1)%3E/');
    expect(await page.locator('[data-asked] code').innerText()).toBe('/<img src=x onerror=alert(1)>/');
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('offers nothing where nothing is near, and still leads on', async () => {
    const page = await open('/zzzz/qqqq/');
    await page.locator('[data-asked]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-near]').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'BienBon' }).isVisible()).toBe(true);
  });

  it('without JavaScript is words and links: search, calls, systems', async () => {
    const page = await open('/bienbon/runbooks/rb-s01/', { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toBe('Page introuvable');
    const links = await page.locator('main a:visible').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(expect.arrayContaining(['/incidents/#call', '/runbooks/', '/', '/bienbon/', '/amazon-reviews/', '/ascension/', '/sp-e/', '/immersion-facilitee/']));
    expect(await page.locator('[data-near], [data-asked]').evaluateAll((all) => all.every((each) => !each.checkVisibility()))).toBe(true);
  });

  it('helps offline too, after one visit', async () => {
    const own = await serve(inject('site'));
    const context = await browser.newContext({ locale: 'fr-FR' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${own.origin}/`);
    await expect.poll(() => page.locator('[data-offline=footer]').getAttribute('data-state'), { timeout: 60_000 }).toBe('held');
    await context.setOffline(true);
    await own.close();
    await page.goto(`${own.origin}/bienbon/runbooks/rb-s01/`);
    await near(page).first().waitFor();
    expect(await near(page).first().getAttribute('href')).toBe('/bienbon/runbooks/rb-s1/');
    await near(page).first().click();
    expect(await page.locator('h1').innerText()).toContain('Supabase indisponible');
  });
});
