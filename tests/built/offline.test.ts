import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeOffline } from '../../plugins/offline/write-offline.ts';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const RUNBOOK = 'bienbon/runbooks/rb-s1/index.html';
const NAME = 'Supabase indisponible';
/** A part of the site, so that copies are quick. */
const SOME = /^(_astro|bienbon\/runbooks)\/|^(index|404)\.html$|^theme\.js$|^data\/records\.json$/;

const state = (page: Page): Promise<string | null> => page.locator('[data-offline=footer]').getAttribute('data-state');
const reaches = (page: Page, wanted: string): Promise<void> => expect.poll(() => state(page), { timeout: 60_000, interval: 100 }).toBe(wanted);
const caches = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.caches.keys());

describe.skipIf(skipBrowser)('reading offline', { timeout: 120_000 }, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-offline-'));
  const contexts: BrowserContext[] = [];
  const sites: Awaited<ReturnType<typeof serve>>[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await Promise.all(sites.splice(0).map((site) => site.close()));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(...[root, before]: Parameters<typeof serve>): Promise<{ context: BrowserContext; page: Page; site: Awaited<ReturnType<typeof serve>>; faults: string[] }> {
    const site = await serve(root, before);
    const context = await browser.newContext({ locale: 'fr-FR' });
    sites.push(site);
    contexts.push(context);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    return { context, page, site, faults };
  }

  /** A copy of the built site in which the runbook and the records say so. */
  function variant(name: string): string {
    const root = join(folder, name);
    cpSync(inject('site'), root, { recursive: true });
    writeFileSync(join(root, RUNBOOK), readFileSync(join(root, RUNBOOK), 'utf8').replaceAll(NAME, `${NAME} ${name}`));
    writeFileSync(join(root, 'data/records.json'), JSON.stringify(name));
    writeOffline(root, { built: '2026-03-12T03:12:00Z', budget: 1e9, keep: (path) => SOME.test(path) });
    return root;
  }

  it('after one visit, opens a runbook never visited and finds R-T01 with the network gone', async () => {
    const { context, page, site, faults } = await open(inject('site'));
    await page.goto(`${site.origin}/`);
    await reaches(page, 'held');
    await context.setOffline(true);
    await site.close();
    await page.close();

    const later = await context.newPage();
    await later.goto(`${site.origin}/bienbon/runbooks/rb-s1/?from=alert`);
    expect(await later.locator('h1').innerText()).toContain(NAME);
    await later.keyboard.press('Control+k');
    await later.getByRole('combobox').first().fill('R-T01');
    await expect.poll(() => later.locator('[role=listbox] [role=option]').first().innerText(), { timeout: 20_000 }).toContain('R-T01');
    await reaches(later, 'away');
    expect(await later.locator('[data-offline=footer]').innerText()).toMatch(/^Hors ligne\u00A0: vous lisez la version du \d/);
    expect(await later.locator('[data-offline=header]').innerText()).toBe('Hors ligne');

    const missing = await later.goto(`${site.origin}/nowhere/`);
    expect(missing?.status()).toBe(404);
    expect(await later.title()).toContain('Page introuvable');
    await later.goto(`${site.origin}/bienbon`);
    expect(later.url()).toBe(`${site.origin}/bienbon/`);
    expect(faults).toEqual([]);
  });

  it('reads the old version until the new one is whole, never both, and fetches only what changed', async () => {
    const [a, b] = [variant('A'), variant('B')];
    const live = join(folder, 'live');
    symlinkSync(a, live);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const copied: string[] = [];
    let published = 'A';
    const { page, site } = await open(live, async (path, { headers }) => {
      if (published === 'B' && headers['sec-fetch-dest'] === 'empty' && path !== '/offline.json') copied.push(path);
      if (published === 'B' && path === '/data/records.json') await gate;
      return true;
    });
    const said = async (): Promise<[string, string]> => [await page.locator('h1').innerText(), await page.evaluate(() => fetch('/data/records.json').then((answer) => answer.text()))];
    const address = `${site.origin}/bienbon/runbooks/rb-s1/`;
    await page.goto(address);
    await reaches(page, 'held');
    await page.reload();
    expect(await said()).toEqual([expect.stringContaining(`${NAME} A`), '"A"']);
    await reaches(page, 'held');

    rmSync(live);
    symlinkSync(b, live);
    published = 'B';
    await page.reload();
    await reaches(page, 'copying');
    expect(await said()).toEqual([expect.stringContaining(`${NAME} A`), '"A"']);
    await page.reload();
    expect(await said()).toEqual([expect.stringContaining(`${NAME} A`), '"A"']);

    release();
    await reaches(page, 'newer');
    // The page that is open goes on in its own version.
    expect(await said()).toEqual([expect.stringContaining(`${NAME} A`), '"A"']);
    expect(copied.filter((path) => SOME.test(path.slice(1))).sort()).toEqual(['/bienbon/runbooks/rb-s1/', '/data/records.json']);
    expect(await caches(page)).toHaveLength(3);

    await page.locator('[data-offline=footer] button').click();
    await expect.poll(() => page.locator('h1').innerText()).toContain(`${NAME} B`);
    expect(await said()).toEqual([expect.stringContaining(`${NAME} B`), '"B"']);
    await reaches(page, 'held');
    await expect.poll(() => caches(page), { timeout: 20_000 }).toHaveLength(2);
    const stamp = await page.locator('meta[name=site-version]').getAttribute('content');
    expect(await caches(page)).toContain(`offline / ${stamp?.split(' ')[0]}`);
  });

  it('goes on where it stopped', async () => {
    const asked = new Map<string, number>();
    let broken = true;
    const { page, site } = await open(variant('C'), (path) => {
      // Pages that nobody opens: only the copy asks for them.
      if (!path.startsWith('/bienbon/runbooks/')) return true;
      if (broken && path === '/bienbon/runbooks/rb-s1/') return false;
      asked.set(path, (asked.get(path) ?? 0) + 1);
      return true;
    });
    await page.goto(`${site.origin}/`);
    await reaches(page, 'network');
    const before = new Set(asked.keys());
    expect(before.size).toBeGreaterThan(0);
    broken = false;
    await page.reload();
    await reaches(page, 'held');
    expect([...asked].filter(([, times]) => times > 1)).toEqual([]);
    expect(asked.size).toBeGreaterThan(before.size);
  });

  it('says that storage is full, and reads on', async () => {
    const { context, page, site } = await open(variant('D'));
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 200_000 });
    await page.goto(`${site.origin}/bienbon/runbooks/rb-s1/`);
    await reaches(page, 'storage');
    expect(await page.locator('[data-offline=footer]').innerText()).toBe('Copie impossible\u00A0: stockage refusé ou plein');
    await page.goto(`${site.origin}/bienbon/runbooks/rb-s2/`);
    expect(await page.locator('h1').innerText()).toContain('Railway');
  });

  it('shows nothing without JavaScript', async () => {
    const { site } = await open(inject('site'));
    const context = await browser.newContext({ javaScriptEnabled: false });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${site.origin}/bienbon/runbooks/rb-s1/`);
    expect(await page.locator('[data-offline]:visible').count()).toBe(0);
  });

  it('warns near times where the clock is before the version that is read', async () => {
    const { page, site } = await open(inject('site'));
    await page.clock.setFixedTime(new Date('2020-01-01T00:00:00Z'));
    await page.goto(`${site.origin}/bienbon/runbooks/rb-s1/`);
    expect(await page.locator('.lateclock:visible').first().innerText()).toContain('Horloge');
    await page.clock.setFixedTime(new Date(Date.now() + 3_600_000));
    await page.reload();
    expect(await page.locator('.lateclock').count()).toBe(0);
  });
});
