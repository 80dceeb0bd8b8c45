import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deadLinks } from '../../plugins/dead-links.ts';
import { SNAPSHOT_PATH } from '../../src/views/published-snapshot.ts';
import { runIn } from '../cli/run-in.ts';
import { launch, skipBrowser } from './browser.ts';

describe('vigie bundle', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bundle-'));
  const archive = join(folder, 'out/wiki.zip');
  const root = join(folder, 'stick', 'vigie');
  const address = (path: string): string => pathToFileURL(join(root, path)).href;

  beforeAll(async () => {
    const { code, err } = await runIn(folder, 'bundle', '--site', inject('site'), '-o', 'out/wiki.zip');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
      mkdirSync(dirname(join(folder, 'stick', path)), { recursive: true });
      writeFileSync(join(folder, 'stick', path), bytes);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the same bytes again', async () => {
    await runIn(folder, 'bundle', '--site', inject('site'), '-o', 'again.zip');
    expect(readFileSync(join(folder, 'again.zip')).equals(readFileSync(archive))).toBe(true);
  });

  it('has no address from the top, no dead link, no module and nothing inline', () => {
    expect(deadLinks(root).filter(({ why }) => why === 'no such page')).toEqual([]);
    expect(deadLinks(root).length).toBe(deadLinks(inject('site')).length);
    for (const page of ['index.html', 'bienbon/runbooks/rb-s1/index.html', 'search/index.html']) {
      const html = readFileSync(join(root, page), 'utf8');
      expect(html, page).not.toMatch(/\s(?:href|src|action)="\/|type="module"|<script>|<style|\sstyle="/);
      expect(/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1], page).toBe("default-src 'none'; style-src 'self' file:; script-src 'self' file:; font-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'self' file:");
    }
  });

  it('stays light: under 4 MB beside the PDF for auditors, a search under 1 MB', () => {
    expect(readFileSync(archive).length - readFileSync(join(root, SNAPSHOT_PATH)).length).toBeLessThan(4e6);
    expect(readFileSync(join(root, 'portable/search-data.js')).length).toBeLessThan(1e6);
  });

  it('says what is missing where there is no built site', async () => {
    expect(await runIn(folder, 'bundle', '--site', 'nowhere')).toMatchObject({ code: 2, err: `vigie bundle: there is no built site in ${join(folder, 'nowhere')}\n` });
  });

  describe.skipIf(skipBrowser)('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());

    it('opens as a file, finds a runbook and follows it, without an error', async () => {
      const page = await browser.newPage({ locale: 'fr-FR' });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) faults.push(`elsewhere: ${request.url()}`);
      });
      await page.goto(address('index.html'));
      await page.keyboard.press('Control+k');
      const first = page.locator('[role=listbox] [role=option]').first();
      // An id without its dash, an alias, and words without accents, in the plural.
      for (const [typed, found] of [['rt01', 'R-T01'], ['SupabaseDown', 'Supabase indisponible'], ['supabase INDISPONIBLES', 'RB-S1']] as const) {
        await page.getByRole('combobox').first().fill(typed);
        await expect.poll(() => first.innerText()).toContain(found);
      }
      // No page holds both words: those that hold one are offered rather than nothing.
      await page.getByRole('combobox').first().fill('supabase zzzz');
      // The status names the words that were looked for: results of the query before do not.
      await expect.poll(async () => (await page.locator('.rn').allTextContents()).join(' ')).toMatch(/supabase/);
      expect(await page.locator('[role=listbox] [role=option]').count()).toBeGreaterThan(0);
      await page.getByRole('combobox').first().fill('supabase indisponible');
      // The answer to these words is in, not the one before: the status has dropped its notice.
      await expect.poll(async () => (await page.locator('.rn').allTextContents()).join(' ')).not.toMatch(/supabase/);
      await expect.poll(() => first.innerText()).toContain('RB-S1');
      await page.keyboard.press('Enter');
      await page.waitForURL(address('bienbon/runbooks/rb-s1/index.html'));
      await page.locator('.step input[type=checkbox]').first().check();
      await expect.poll(() => page.locator('.step time').first().innerText()).toMatch(/\d{1,2}[:h]\d{2}/);
      expect(await page.locator('[data-offline=footer]').innerText()).toMatch(/^Copie enregistrée, version du \d/);
      await page.locator('nav.top a').first().click();
      await page.waitForURL(address('index.html'));
      // A short address of a record leads on by itself, and the roles that are away are known without fetch.
      await page.goto(address('sp-e/fast-reboot/index.html'));
      await page.waitForURL(address('sp-e/runbooks/rb-fast-reboot/index.html'));
      await page.goto(address('bienbon/incidents/index.html'));
      await expect.poll(() => page.locator('[data-call] [data-role] .n').allInnerTexts().then((texts) => texts.some((text) => /\d|–/.test(text)))).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    });
  });
});
