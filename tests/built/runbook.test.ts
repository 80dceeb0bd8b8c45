import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeOffline } from '../../plugins/offline/write-offline.ts';
import { ROOT, runIn } from '../cli/run-in.ts';
import { loadAxe, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const S1 = '/bienbon/runbooks/rb-s1/';
const S2 = '/bienbon/runbooks/rb-s2/';
const DEVICES: Record<'phone' | 'desktop', BrowserContextOptions> = { phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, desktop: { viewport: { width: 1280, height: 900 } } };
const devices = ['phone', 'desktop'] as const;
const MINUTE = 60_000;
/** A part of the site, so that the copy is quick. */
const SOME = /^(_astro|bienbon\/runbooks)\/|^(index|404)\.html$|^theme\.js$/;

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const seen = async (place: Locator): Promise<string> => plain(await place.innerText());
const seconds = (clock: string): number => clock.split(':').reduce((total, part) => total * 60 + Number(part), 0);

describe.skipIf(skipBrowser)('a runbook in use', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-runbook-'));
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
    rmSync(folder, { recursive: true });
  });

  /** A context whose pages share a device, with a clock at `at` that goes on by itself. */
  async function device(options: BrowserContextOptions = {}, at = Date.now() + MINUTE): Promise<{ context: BrowserContext; visit: (path: string, origin?: string) => Promise<Page>; faults: string[] }> {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', serviceWorkers: 'block', acceptDownloads: true, ...options });
    contexts.push(context);
    const faults: string[] = [];
    if (options.javaScriptEnabled !== false) await context.clock.install({ time: at });
    return {
      context,
      faults,
      visit: async (path, origin = site.origin) => {
        const page = await context.newPage();
        page.on('pageerror', ({ message }) => faults.push(message));
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text());
        });
        await page.goto(`${origin}${path}`);
        return page;
      },
    };
  }
  const boxes = (page: Page): Locator => page.locator('.step input[type=checkbox]');
  const budget = (page: Page): Promise<string> => seen(page.locator('[data-path]'));
  const elapsed = async (page: Page): Promise<number> => seconds(await page.locator('[data-el]:visible').innerText());

  async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  }
  const moments = (text: string): { at: string; what: string }[] => [...text.matchAll(/^ {2}- \{ at: (\S+), what: (".*") \}$/gm)].map(([, at = '', what = '']) => ({ at, what: plain(JSON.parse(what) as string) }));

  /** What `vigie check` finds once files stand among the reviews of their system: whether all is well, and what it says of them. */
  async function checked(files: readonly { name: string; text: string; system: string }[]): Promise<{ code: number; last: string; said: string[] }> {
    const wiki = mkdtempSync(join(folder, 'wiki-'));
    cpSync(join(ROOT, 'content'), join(wiki, 'content'), { recursive: true });
    for (const { name, text, system } of files) {
      mkdirSync(join(wiki, 'content', system, 'revues'), { recursive: true });
      writeFileSync(join(wiki, 'content', system, 'revues', name), text);
    }
    const { code, out } = await runIn(wiki, 'check');
    const lines = out.trim().split('\n');
    return { code, last: lines.at(-1) ?? '', said: lines.filter((line) => files.some(({ name }) => line.includes(name))) };
  }

  describe.each(devices)('on a %s', (name) => {
    it('goes from the first step to the review, through a reload and with the network cut half-way', async () => {
      const root = mkdtempSync(join(folder, 'site-'));
      cpSync(inject('site'), root, { recursive: true });
      writeOffline(root, { built: new Date().toISOString(), budget: 1e9, keep: (path) => SOME.test(path) });
      const own = await serve(root);
      const { context, visit, faults } = await device({ ...DEVICES[name], serviceWorkers: 'allow' });
      const page = await visit(S2, own.origin);
      const press = async (place: Locator): Promise<void> => (name === 'phone' ? place.tap() : place.click());

      expect(await budget(page)).toBe('Plus long chemin : 55 min sur 2 h');
      await press(boxes(page).first());
      // The first tick starts the clock.
      expect(await page.locator('[data-run]:visible').innerText()).toMatch(/Arrêter/);
      await context.clock.fastForward(4 * MINUTE);
      await press(boxes(page).nth(1));
      const stamps = await page.locator('.step time').allInnerTexts();
      expect(stamps.slice(0, 2).every((text) => /^\d\d:\d\d$/.test(text))).toBe(true);
      expect(stamps[2]).toBe('');
      const take = page.getByRole('group', { name: /^Branche 3, Bascule/ }).getByRole('radio', { name: 'Prendre cette branche' });
      await press(take);
      await expect.poll(() => budget(page)).toBe('Ce chemin : 55 min sur 2 h');
      await expect.poll(() => page.locator('[data-offline=footer]').getAttribute('data-state'), { timeout: 60_000 }).toBe('held');

      await context.setOffline(true);
      await own.close();
      await page.reload();
      expect(await boxes(page).evaluateAll((all) => all.slice(0, 3).map((box) => (box as HTMLInputElement).checked))).toEqual([true, true, false]);
      await expect.poll(() => budget(page)).toBe('Ce chemin : 55 min sur 2 h');
      expect(await take.isChecked()).toBe(true);
      expect(await elapsed(page)).toBeGreaterThanOrEqual(4 * 60);

      // Asleep until the call is due: it is shown where the eye is, and said to who cannot see it.
      await context.clock.fastForward(27 * MINUTE);
      const due = page.locator('[data-due-list]:visible');
      await expect.poll(() => seen(due)).toContain('T+30 : prévenir Lead tech');
      expect(plain((await page.locator('[data-say]').textContent()) ?? '')).toBe('T+30 : prévenir Lead tech');
      await press(due.getByRole('button', { name: 'Prévenu' }));
      await expect.poll(() => page.locator('[data-due-list]:visible').count()).toBe(0);
      expect(await page.getByRole('checkbox', { name: /^Prévenu/ }).first().isChecked()).toBe(true);

      for (const box of await page.locator('.phase:has(input[name=b3]) .step input').all()) await press(box);
      await press(page.locator('[data-run]:visible'));
      const file = await download(page, () => press(page.getByRole('button', { name: 'Télécharger la revue' })));
      expect(file.name).toMatch(/^pir-\d{4}-\d\d-\d\d-\d{4}-rb-s2\.md$/);
      const told = moments(file.text);
      expect(told.map(({ what }) => what)).toEqual([
        'Runbook démarré',
        '1. Diagnostic · Ouvrir le tableau de bord Railway',
        expect.stringMatching(/^1\. Diagnostic · Lire l’état du service/),
        'Branche prise : 3. Bascule sur Render',
        'Escalade due, T+30 : prévenir Lead tech',
        'Prévenu : Lead tech',
        ...Array.from({ length: 7 }, () => expect.stringMatching(/^3\. Bascule sur Render · /)),
        'Fin : chronomètre arrêté',
      ]);
      expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).sort());
      expect(Date.parse(told[4]?.at ?? '') - Date.parse(told[0]?.at ?? '')).toBe(30 * MINUTE);
      expect(plain(file.text)).toContain('- Chemin prévu : 55 min sur 2 h');
      expect(await checked([{ ...file, system: 'bienbon' }])).toEqual({ code: 0, last: expect.stringMatching(/^0 errors/), said: [] });
      // The browser notes each request that finds no network.
      expect(faults.filter((fault) => !fault.startsWith('Failed to load resource: net::'))).toEqual([]);
    });

    it('changes its budget with each branch, bar and words alike', async () => {
      const { visit, faults } = await device(DEVICES[name]);
      const page = await visit(S2);
      const width = (): Promise<string | null> => page.locator('[data-drawn] .fr').getAttribute('width');
      const choose = (phase: number, choice: string): Promise<void> => page.getByRole('group', { name: new RegExp(`^Branche ${phase}`) }).getByRole('radio', { name: choice }).check();
      const verdict = (): Promise<string> => seen(page.locator('.verd [data-mine]:visible'));
      expect(await width()).toBe('36.67%');
      expect(await page.locator('.verd [data-planned]:visible').count()).toBe(2);

      await choose(3, 'La passer');
      await expect.poll(() => budget(page)).toBe('Ce chemin, au plus long : 15 min sur 2 h · Branches à choisir : 1');
      await choose(2, 'Prendre cette branche');
      await expect.poll(() => budget(page)).toBe('Ce chemin : 15 min sur 2 h');
      expect(await width()).toBe('10%');
      expect(await verdict()).toMatch(/^Ce chemin : 15 min\.\s+RTO tenu, marge de 1 h 45\.$/);
      expect(await page.locator('.verd [data-planned]:visible').count()).toBe(0);
      // Who takes one has left the other: its steps make room, its heading stays.
      expect(await page.getByRole('group', { name: /^Branche 3/ }).getByRole('radio', { name: 'La passer' }).isChecked()).toBe(true);
      expect(await page.locator('.phase:has(input[name=b3]) .step:visible').count()).toBe(0);
      expect(await page.locator('.phase:has(input[name=b3]) h2').isVisible()).toBe(true);

      // And back, in both orders.
      await choose(3, 'Prendre cette branche');
      await expect.poll(width).toBe('36.67%');
      await choose(2, 'Prendre cette branche');
      await expect.poll(width).toBe('10%');
      await choose(2, 'La passer');
      await expect.poll(() => budget(page)).toBe('Ce chemin : 5 min sur 2 h');
      expect(await page.locator('svg.budget').getAttribute('aria-label')).toMatch(/^Phase 1, Diagnostic.*Ce chemin/);
      await page.reload();
      await expect.poll(() => budget(page)).toBe('Ce chemin : 5 min sur 2 h');
      expect(faults).toEqual([]);
    });

    it('says that an RTO falls in a phase only on the path where it does', async () => {
      const { visit } = await device(DEVICES[name]);
      const page = await visit(S1);
      expect(await page.locator('.rtol:visible').count()).toBe(1);
      await page.getByRole('radio', { name: 'La passer' }).check();
      await expect.poll(() => budget(page)).toBe('Ce chemin : 40 min sur 1 h');
      expect(await page.locator('.rtol:visible').count()).toBe(0);
      await page.getByRole('radio', { name: 'Prendre cette branche' }).check();
      await expect.poll(() => budget(page)).toBe('Ce chemin : 2 h 40 à 4 h 40 sur 1 h');
      expect(await seen(page.locator('.verd [data-mine=ko]'))).toContain('RTO dépassé de 1 h 40 à 3 h 40.');
      expect(await page.locator('.rtol:visible').count()).toBe(1);
    });

    it('works in memory where storage is refused, and says that nothing is kept', async () => {
      const { context, visit, faults } = await device(DEVICES[name]);
      await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } }));
      const page = await visit(S1);
      expect(await page.locator('[data-not-kept]:visible').count()).toBe(1);
      await boxes(page).first().check();
      await context.clock.fastForward(5 * MINUTE);
      expect(await elapsed(page)).toBeGreaterThanOrEqual(5 * 60);
      await boxes(page).nth(1).check();
      expect(await boxes(page).first().isChecked()).toBe(true);
      const { text } = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).click());
      expect(moments(text)).toHaveLength(3);
      expect(faults).toEqual([]);
      await page.reload();
      expect(await boxes(page).first().isChecked()).toBe(false);
    });

    it('says when the clock goes back, and goes on counting', async () => {
      const at = Date.now() + 3 * 60 * MINUTE;
      const { context, visit } = await device(DEVICES[name], at);
      const page = await visit(S1);
      await boxes(page).first().check();
      await context.clock.runFor(10 * MINUTE);
      expect(await page.locator('[data-clock-back]:visible').count()).toBe(0);
      await context.clock.setSystemTime(at - 110 * MINUTE);
      await context.clock.runFor(MINUTE);
      expect(await seen(page.locator('[data-clock-back]'))).toMatch(/^L’horloge de cet appareil a reculé de 2:0\d:\d\d\./);
      const before = await elapsed(page);
      expect(before).toBeGreaterThan(10.5 * 60);
      expect(before).toBeLessThan(13 * 60);
      expect(await page.locator('[data-left]:visible').innerText()).toMatch(/^4\d:\d\d$/);
      await page.reload();
      expect(await elapsed(page)).toBeGreaterThanOrEqual(before - 1);
      expect(await page.locator('[data-clock-back]:visible').count()).toBe(1);
      const { text } = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).click());
      expect(moments(text).some(({ what }) => what.includes('a reculé de 2:0'))).toBe(true);
    });

    it('says when the clock is before the page was made, and never counts below zero', async () => {
      const { context, visit } = await device(DEVICES[name], Date.parse('2020-01-01T00:00:00Z'));
      const page = await visit(S1);
      await boxes(page).first().check();
      await context.clock.runFor(2 * MINUTE);
      expect(await page.locator('.lateclock:visible').first().innerText()).toContain('Horloge');
      expect(await elapsed(page)).toBeGreaterThan(110);
      const { text } = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).click());
      expect(text).toContain('l’horloge de l’appareil précédait la version lue');
    });

    it('reads and ticks without JavaScript, and shows nothing that is dead', async () => {
      const { visit } = await device({ ...DEVICES[name], javaScriptEnabled: false });
      const page = await visit(S2);
      expect(await budget(page)).toBe('Plus long chemin : 55 min sur 2 h');
      expect(await page.locator('svg.budget').isVisible()).toBe(true);
      expect(await page.locator('.step:visible').count()).toBe(await page.locator('.step').count());
      await boxes(page).first().check();
      expect(await boxes(page).first().isChecked()).toBe(true);
      const dead = page.locator('main button:visible:not([popovertarget]), main input[type=radio]:visible, main [data-live]:visible');
      expect(await dead.count()).toBe(0);
      expect(await page.locator('main a[href^="tel:"]:visible').count()).toBeGreaterThan(0);
    });

    it('says that copying is refused, and selects the command', async () => {
      const { context, visit } = await device(DEVICES[name]);
      await context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } }));
      const page = await visit(S1);
      const button = page.locator('.cmd button').first();
      await button.click();
      await expect.poll(() => seen(button)).toBe('Échec : sélectionnez le texte');
      expect(await button.locator('span').evaluate((said) => said.getBoundingClientRect().width)).toBeGreaterThan(50);
      expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(await page.locator('.cmd code').first().innerText());
      await page.getByRole('button', { name: 'Copier le journal' }).last().click();
      await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toContain('kind: review');
    });
  });

  it('is run from the keyboard alone, from the first step to the review', async () => {
    const { visit, faults } = await device(DEVICES.desktop);
    const page = await visit(S2);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.closest('.step')?.querySelector('.tx')?.textContent?.trim() ?? '');
    const key = (name: string): Promise<void> => page.keyboard.press(name);
    /** Tabs on to what has this name. */
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 300; presses++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
        await key('Tab');
      }
      throw new Error(`${selector} is not reached by Tab`);
    };
    expect(await seen(page.locator('.keys'))).toMatch(/Alt\s+↓\s+Étape suivante\s+Alt\s+↑\s+Étape précédente\s+Espace\s+Cocher/);

    await key('Alt+ArrowDown');
    expect(await focused()).toContain('Ouvrir le tableau de bord');
    await key('Space');
    await key('Alt+ArrowDown');
    expect(await focused()).toContain('Lire l’état du service');
    await key('Alt+ArrowUp');
    expect(await focused()).toContain('Ouvrir le tableau de bord');
    expect(await boxes(page).first().isChecked()).toBe(true);

    // While one types, no key is taken.
    await key('/');
    await page.locator('[data-search-dialog] input').first().waitFor();
    await page.keyboard.type('base');
    await key('Alt+ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-search-dialog] input'))).toBe(true);
    // The first press may only clear the field.
    for (const dialog = page.locator('dialog[open]'); (await dialog.count()) > 0; ) await key('Escape');

    await tabTo('input[name=b3][value=taken]');
    await key('Space');
    await expect.poll(() => budget(page)).toBe('Ce chemin : 55 min sur 2 h');
    expect(plain((await page.locator('[data-say]').textContent()) ?? '')).toBe('Ce chemin : 55 min sur 2 h');
    // From where one is.
    await key('Alt+ArrowDown');
    expect(await focused()).toContain('Confirmer la panne');
    await key('Space');
    await key('Alt+ArrowUp');
    expect(await focused()).toContain('Lire les journaux');
    // What was left for another branch is stepped over.
    const names = new Set<string>();
    for (let presses = 0; presses < 20; presses++) {
      await key('Alt+ArrowDown');
      names.add(await focused());
    }
    expect([...names].some((text) => text.includes('bouton « Redeploy »'))).toBe(false);
    expect([...names].at(-1)).toContain('Tenir le post-mortem');

    await tabTo('[data-download]');
    const file = await download(page, () => key('Enter'));
    expect(moments(file.text).map(({ what }) => what)).toContain('Branche prise : 3. Bascule sur Render');
    expect(faults).toEqual([]);
  });

  it('takes the branch of a step that is ticked, and the option too', async () => {
    const { visit } = await device(DEVICES.desktop);
    const page = await visit('/bienbon/runbooks/rb-s9/');
    const options = page.locator('.option');
    await options.nth(1).locator('.step input').first().check();
    await expect.poll(() => options.nth(1).locator('.fork input').isChecked()).toBe(true);
    expect(await options.nth(0).locator('.step:visible').count()).toBe(0);
    expect(await seen(page.locator('[data-done]').first())).toBe('Coché : 1 sur 13');
    await options.nth(2).locator('.fork input').check();
    await expect.poll(() => options.nth(2).locator('.step:visible').count()).toBe(4);
    const { text } = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).click());
    expect(moments(text).filter(({ what }) => what.startsWith('Option prise')).map(({ what }) => what.slice(0, 23))).toEqual(['Option prise : Option B', 'Option prise : Option C']);
  });

  it('calls at the time that only the policy gives, once', async () => {
    const { context, visit } = await device(DEVICES.desktop);
    const page = await visit('/bienbon/runbooks/rb-s9/');
    await boxes(page).first().check();
    await context.clock.fastForward(16 * MINUTE);
    await expect.poll(() => seen(page.locator('[data-due-list]:visible'))).toContain('T+15 : prévenir Lead tech');
    await page.locator('.esca input').check();
    await expect.poll(() => page.locator('[data-due-list]:visible').count()).toBe(0);
  });

  it('gives a review that the check accepts for every runbook of every system', async () => {
    const { visit, faults } = await device(DEVICES.phone);
    const pages = (readdirSync(inject('site'), { recursive: true }) as string[]).filter((path) => /\/runbooks\/[^/]+\/index\.html$/.test(path)).sort();
    const files: Parameters<typeof checked>[0][number][] = [];
    const page = await visit('/');
    for (const path of pages) {
      await page.goto(`${site.origin}/${path.replace('index.html', '')}`);
      const steps = await boxes(page).count();
      // Announced and not written: there is nothing to run.
      if (steps === 0) {
        expect(await page.locator('[data-live]:visible').count(), path).toBe(0);
        continue;
      }
      await boxes(page).first().check();
      await boxes(page).last().check();
      const file = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).click());
      expect(moments(file.text).length, path).toBeGreaterThanOrEqual(steps === 1 ? 2 : 3);
      files.push({ ...file, system: path.split('/')[0] ?? '' });
    }
    expect(new Set(files.map(({ system }) => system)).size).toBe(5);
    expect(await checked(files)).toEqual({ code: 0, last: expect.stringMatching(/^0 errors/), said: [] });
    expect(faults).toEqual([]);
  });

  it('copies a command with the network gone', async () => {
    const { context, visit } = await device({ ...DEVICES.desktop, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await visit(S1);
    await context.setOffline(true);
    await page.locator('.cmd button').first().click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator('.cmd code').first().innerText());
  });

  it('keeps two runbooks apart, and one runbook whole in two tabs', async () => {
    const { visit } = await device(DEVICES.desktop);
    const [one, again, other] = [await visit(S1), await visit(S1), await visit(S2)];
    await one.bringToFront();
    await boxes(one).nth(0).check();
    await expect.poll(() => boxes(again).nth(0).isChecked()).toBe(true);
    await boxes(again).nth(1).check();
    await expect.poll(() => boxes(one).nth(1).isChecked()).toBe(true);
    await boxes(one).nth(2).check();
    await other.reload();
    expect(await other.locator('.step input:checked').count()).toBe(0);
    expect(await elapsed(other)).toBe(0);
    await boxes(other).nth(3).check();
    await one.reload();
    expect(await boxes(one).evaluateAll((all) => all.slice(0, 4).map((box) => (box as HTMLInputElement).checked))).toEqual([true, true, true, false]);
  });

  it('loses nothing where its second part, which comes at the first touch, comes late', async () => {
    const { visit } = await device(DEVICES.phone);
    const page = await visit(S2);
    const asked: string[] = [];
    let gone = true;
    await page.route('**/runbook-journal*.js', (route) => {
      asked.push(route.request().url());
      return gone ? route.abort() : route.continue();
    });
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await boxes(page).first().tap();
    await page.getByRole('group', { name: /^Branche 3, Bascule/ }).getByRole('radio', { name: 'Prendre cette branche' }).tap();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(await boxes(page).first().isChecked()).toBe(true);
    gone = false;
    const { text } = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).tap());
    expect(moments(text).map(({ what }) => what)).toEqual(['Runbook démarré', '1. Diagnostic · Ouvrir le tableau de bord Railway', 'Branche prise : 3. Bascule sur Render']);
    expect(await budget(page)).toBe('Ce chemin : 55 min sur 2 h');
  });

  it('asks before it erases', async () => {
    const { visit } = await device(DEVICES.phone);
    const page = await visit(S2);
    await boxes(page).first().check();
    await page.getByRole('group', { name: /^Branche 2/ }).getByRole('radio', { name: 'Prendre cette branche' }).check();
    await expect.poll(() => budget(page)).toBe('Ce chemin : 15 min sur 2 h');
    await page.locator('.rblog').getByRole('button', { name: 'Remettre à zéro' }).click();
    const sheet = page.getByRole('dialog', { name: /^Effacer les coches/ });
    await sheet.getByRole('button', { name: 'Garder' }).click();
    expect(await boxes(page).first().isChecked()).toBe(true);
    await page.locator('.rblog').getByRole('button', { name: 'Remettre à zéro' }).click();
    await sheet.getByRole('button', { name: 'Tout effacer' }).click();
    expect(await page.locator('.step input:checked, .fork input:checked').count()).toBe(0);
    expect(await seen(page.locator('[data-run]:visible'))).toBe('Démarrer');
    expect(await budget(page)).toBe('Plus long chemin : 55 min sur 2 h');
    await page.reload();
    expect(await page.locator('.step input:checked').count()).toBe(0);
  });

  it('keeps the ticks of steps that are still the same when the runbook changes, and says which are gone', async () => {
    const { visit } = await device(DEVICES.desktop);
    const page = await visit(S2);
    for (const index of [0, 1, 2]) await boxes(page).nth(index).check();
    await page.route(`**${S2}`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      // A step more on top, and the second one said otherwise: its number is now another's.
      const first = /<li class="step">[\s\S]*?<\/li>/.exec(html)?.[0] ?? '';
      const added = first.replaceAll('s1-1', 'new').replace('Ouvrir le tableau de bord Railway', 'Noter l’heure');
      await route.fulfill({ response, body: html.replace(first, added + first).replaceAll('Lire l’état du service', 'Demander l’état du service') });
    });
    await page.reload();
    const ticked = page.locator('.step:has(input:checked) .tx');
    await expect.poll(() => ticked.count()).toBe(2);
    expect((await ticked.allInnerTexts()).map((text) => text.slice(0, 10))).toEqual(['Ouvrir le ', 'Lire les j']);
    expect(await seen(page.locator('[data-changed]'))).toMatch(/Ces étapes cochées n’y sont plus[\s\S]*Lire l’état du service.* \(\d\d:\d\d\)$/);
    const { text } = await download(page, () => page.getByRole('button', { name: 'Télécharger la revue' }).click());
    expect(moments(text).filter(({ what }) => what.includes('étape retirée')).map(({ what }) => what.slice(0, 22))).toEqual(['Lire l’état du service']);
  });

  it('reads from a file saved alone: steps, budget, commands, and nothing dead', async () => {
    const file = join(folder, 'saved.html');
    writeFileSync(file, readFileSync(join(inject('site'), `${S1}index.html`)));
    const { visit } = await device(DEVICES.desktop);
    const page = await visit(file, 'file://');
    expect(await page.locator('.step:visible').count()).toBe(19);
    expect(await budget(page)).toBe('Plus long chemin : 2 h 40 à 4 h 40 sur 1 h');
    expect(await page.locator('.cmd code:visible').count()).toBeGreaterThan(2);
    await boxes(page).first().check();
    expect(await boxes(page).first().isChecked()).toBe(true);
    expect(await page.locator('main button:visible:not([popovertarget]), main [data-live]:visible').count()).toBe(0);
  });

  it('is accessible while it runs: a branch taken, a call due, the RTO passed, the journal open', async () => {
    for (const name of devices) {
      const { context, visit } = await device(DEVICES[name]);
      const page = await visit(S2);
      await boxes(page).first().check();
      await page.getByRole('group', { name: /^Branche 3/ }).getByRole('radio', { name: 'Prendre cette branche' }).check();
      await context.clock.fastForward(121 * MINUTE);
      await expect.poll(() => page.locator('[data-due-list]:visible').count()).toBe(1);
      await page.locator('.rblog summary').click();
      await expect.poll(() => page.locator('[data-log]').innerText()).toContain('kind: review');
      await loadAxe(page);
      expect(await violationsInBothThemes(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    }
  });
});
