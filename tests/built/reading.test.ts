import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

describe.skipIf(skipBrowser)('pages in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(inject('site'))]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens a page and keeps what must never happen: errors on the console, refused policies, requests elsewhere. */
  async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) faults.push(`elsewhere: ${request.url()}`);
    });
    await page.goto(`${site.origin}${path}`);
    return { page, context, faults };
  }

  it('search finds R-T01 as typed, with or without its dash', async () => {
    const { page, context, faults } = await open('/search/');
    for (const typed of ['R-T01', 'rt01']) {
      await page.locator('.search-page input[type=search]').fill(typed);
      await expect.poll(() => page.locator('.search-page [role=option]').first().innerText(), { timeout: 10_000 }).toContain('R-T01');
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('search offers what holds some of the words when no page holds them all', async () => {
    // The index passes over a word of no page: what is left is said.
    const { page, context } = await open('/search/?q=disque+zzyvox');
    await expect.poll(() => page.locator('.search-page [role=option]').count(), { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.search-page .rn').innerText(), { timeout: 10_000 }).toMatch(/^\d+ résultats pour «\sdisque\s»\s: aucune page ne contient tous les mots$/);
    await context.close();
  });

  it('the heatmap cell of likelihood 4 and impact 4 of Amazon holds R-T01 and nothing else', async () => {
    const { page, context } = await open('/amazon-reviews/risks/');
    // Rows and columns by their heads, as a reader finds them.
    const ids = await page.evaluate(() => {
      const grid = document.querySelector('table.hm');
      const row = [...(grid?.querySelectorAll('tbody tr') ?? [])].find((entry) => entry.querySelector('th b')?.textContent === '4');
      const column = [...(grid?.querySelectorAll('tfoot th b') ?? [])].findIndex((head) => head.textContent === '4');
      return [...(row?.querySelectorAll('td')[column]?.querySelectorAll('li a') ?? [])].map((link) => link.textContent?.trim());
    });
    expect(ids).toEqual(['R-T01']);
    await context.close();
  });

  it('a runbook ticks, stamps the time and remembers after a reload', async () => {
    const { page, context, faults } = await open('/bienbon/runbooks/rb-s1/');
    const box = page.locator('.step input[type=checkbox]').first();
    await box.check();
    await expect.poll(() => page.locator('.step time').first().innerText()).toMatch(/\d{1,2}[:h]\d{2}/);
    await page.reload();
    expect(await page.locator('.step input[type=checkbox]').first().isChecked()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads without JavaScript', async () => {
    const { page, context } = await open('/bienbon/runbooks/rb-s1/', { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toContain('PostgreSQL');
    expect(await page.locator('.step').count()).toBeGreaterThan(10);
    await context.close();
  });

  it('the call sheet of a runbook says when each role is there, without JavaScript too', async () => {
    const { page, context } = await open('/amazon-reviews/runbooks/rb-d1/', { javaScriptEnabled: false });
    const said = await page.locator('#callsheet li').evaluateAll((people) => people.map((one) => `${one.querySelector('b')?.textContent?.trim()}: ${one.querySelector('[data-hours]')?.textContent}`.replace(/[\u00A0\u202F]/g, ' ')));
    expect(said).toContainEqual(expect.stringMatching(/DevOps Engineer: 24 h sur 24, 7 j sur 7$/));
    expect(said).toContainEqual(expect.stringMatching(/Data Engineer: lundi à vendredi, de 9 h à 18 h, sauf jours fériés$/));
    expect(said.filter((line) => line.endsWith('undefined'))).toEqual([]);
    await context.close();
  });
});
