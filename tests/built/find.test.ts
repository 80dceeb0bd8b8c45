import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadAxe, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

/** Machines that run tests are slow: nothing here is timed. */
const soon = <T>(what: () => T) => expect.poll(what, { timeout: 20_000 });
const first = (page: Page) => page.locator('[role=listbox] [role=option]').first();
const field = (page: Page) => page.locator('[data-search-panel] input[type=search]');
const answer = (page: Page, words: string): Promise<void> => soon(() => page.locator('[data-search-panel]').getAttribute('data-answered')).toBe(words);
const status = (page: Page) => page.locator('[data-search-panel] [role=status]');
const path = (page: Page): string => new URL(page.url()).pathname;

describe.skipIf(skipBrowser)('search in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const contexts: BrowserContext[] = [];
  /** Parts of the index and of the panel's code that the network does not bring before `release`. */
  let held: { pattern: RegExp; until: Promise<void> } | undefined;

  function hold(pattern: RegExp): () => void {
    let release = (): void => undefined;
    held = { pattern, until: new Promise<void>((resolve) => (release = resolve)) };
    return release;
  }

  beforeAll(async () => {
    [browser, site] = await Promise.all([
      launch(),
      serve(inject('site'), async (file) => {
        if (held?.pattern.test(file)) await held.until;
        return true;
      }),
    ]);
  });
  afterEach(async () => {
    held = undefined;
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function open(address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block', ...options });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${site.origin}${address}`);
    return page;
  }

  /** Types words and waits for their answer. */
  async function ask(page: Page, words: string): Promise<void> {
    await field(page).fill(words);
    await answer(page, words);
  }

  describe('Enter waits for the answer to the words that are typed now', () => {
    const INDEX = /^\/pagefind\/(?:index|fragment)\//;

    /** The dialog with the answer to « redis », then other words whose answer does not come. */
    async function typedOn(address = '/risks/'): Promise<{ page: Page; release: () => void }> {
      const page = await open(address);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('redis');
      await answer(page, 'redis');
      const release = hold(INDEX);
      await field(page).fill('jointure');
      return { page, release };
    }

    it('and opens what they find, not what the words before found', async () => {
      const { page, release } = await typedOn();
      await page.keyboard.press('Enter');
      await soon(() => status(page).innerText()).toBe('Recherche en cours…');
      expect(await first(page).innerText()).toContain('Redis');
      expect(path(page)).toBe('/risks/');
      release();
      await page.waitForURL('**/amazon-reviews/runbooks/rb-d4/');
    });

    it('and Escape takes it back', async () => {
      const { page, release } = await typedOn();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'hidden' });
      release();
      // The answer has come, since the next one has.
      await page.keyboard.press('/');
      await answer(page, 'jointure');
      expect(path(page)).toBe('/risks/');
    });

    it('and other words take it back', async () => {
      const { page, release } = await typedOn();
      await page.keyboard.press('Enter');
      await page.keyboard.type(' sql');
      release();
      await answer(page, 'jointure sql');
      expect(path(page)).toBe('/risks/');
    });

    it('on the search page too, where Escape leaves the words', async () => {
      const { page, release } = await typedOn('/search/');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      release();
      await answer(page, 'jointure');
      expect(path(page)).toBe('/search/');
      expect(await field(page).inputValue()).toBe('jointure');
    });

    it('before the panel’s code has come', async () => {
      const release = hold(/search-panel|pagefind\.js/);
      const page = await open('/risks/');
      await page.keyboard.press('/');
      await page.keyboard.type('R-T01');
      await page.keyboard.press('Enter');
      expect(path(page)).toBe('/risks/');
      release();
      await page.waitForURL('**/amazon-reviews/risks/r-t01/');
    });

    it('whose largest parts are asked for with it, and not after it', async () => {
      const release = hold(/search-panel/);
      const page = await open('/risks/');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.keyboard.press('/');
      await soon(() => asked.filter((path) => path.startsWith('/pagefind/')).sort()).toEqual(['/pagefind/pagefind.js', '/pagefind/wasm.fr.pagefind']);
      release();
      await page.keyboard.type('R-T01');
      await answer(page, 'R-T01');
      // Each once.
      expect(asked.filter((path) => /pagefind\.js|wasm/.test(path))).toHaveLength(2);
    });

    it('while letters typed before it has come stand', async () => {
      const release = hold(/search-panel/);
      const page = await open('/risks/');
      await page.keyboard.press('/');
      await page.keyboard.type('snow');
      release();
      await answer(page, 'snow');
      await page.keyboard.type('flake');
      await answer(page, 'snowflake');
    });

    it('and does nothing where nothing is typed', async () => {
      const page = await open('/risks/');
      await page.keyboard.press('/');
      await first(page).waitFor();
      await page.keyboard.press('Enter');
      expect(await page.locator('[aria-selected=true]').count()).toBe(0);
      expect(path(page)).toBe('/risks/');
    });
  });

  describe('finds first', () => {
    /** What is typed, and the address of the result that must come first. */
    const QUERIES: readonly (readonly [typed: string, address: string])[] = [
      // A symptom, as one says it.
      ['base inaccessible', '/bienbon/runbooks/rb-s1/'],
      ['Base indisponible', '/bienbon/runbooks/rb-s1/'],
      ['supabase ne répond plus', '/bienbon/runbooks/rb-s1/'],
      ['page blanche', '/amazon-reviews/runbooks/rb-d7/'],
      ['dashboard ne répond plus', '/sp-e/runbooks/rb-fast-reboot/'],
      ['site lent', '/immersion-facilitee/runbooks/rb-performance/'],
      ['mémoire saturée', '/amazon-reviews/runbooks/rb-d4/'],
      ['serveur perdu', '/ascension/runbooks/rb-restore/'],
      ['erreurs 5xx', '/bienbon/runbooks/rb-s5/'],
      // After an elision, where the page says « L’OOM killer ».
      ['oom killer', '/amazon-reviews/runbooks/rb-d4/'],
      // An alert: its name, its id, another name of it.
      ['SupabaseDown', '/bienbon/runbooks/rb-s1/'],
      ['supabase down', '/bienbon/runbooks/rb-s1/'],
      ['AL-01', '/bienbon/runbooks/rb-s1/'],
      ['LEDGER DESEQUILIBRE', '/bienbon/runbooks/rb-s9/'],
      ['Ledger déséquilibré', '/bienbon/runbooks/rb-s9/'],
      ['jobs stale', '/bienbon/runbooks/rb-s4/'],
      // An id.
      ['R-T01', '/amazon-reviews/risks/r-t01/'],
      ['r-t01', '/amazon-reviews/risks/r-t01/'],
      ['rt01', '/amazon-reviews/risks/r-t01/'],
      ['r t01', '/amazon-reviews/risks/r-t01/'],
      ['ADR-036', '/bienbon/decisions/adr-036/'],
      ['BK-REDIS', '/bienbon/backups/#bk-redis'],
      // A service: the runbook first where one answers, else the service.
      ['redis', '/bienbon/runbooks/rb-s4/'],
      ['cloudflare', '/bienbon/runbooks/rb-s3/'],
      ['open-meteo', '/sp-e/components/open-meteo/'],
      ['Ascension', '/ascension/'],
      // A role.
      ['dba', '/amazon-reviews/roles/#dba'],
      ['Data Engineer', '/amazon-reviews/roles/#data-engineer'],
      ['lead tech', '/bienbon/roles/#lead-tech'],
      ['dev d’astreinte', '/bienbon/roles/#on-call'],
      // A part of a command, in a fence or in a step.
      ['prisma migrate deploy', '/bienbon/runbooks/rb-s1-urgence/'],
      ['docker-compose', '/ascension/runbooks/rb-restore/'],
      ['pg_dump', '/bienbon/runbooks/rb-s1/'],
      ['pgsql-console', '/immersion-facilitee/runbooks/rb-base-de-donnees/'],
      // Accents or not, and the other words of a family.
      ['clôture', '/amazon-reviews/runbooks/rb-cloture/'],
      ['cloture', '/amazon-reviews/runbooks/rb-cloture/'],
      ['redémarrer d’urgence', '/sp-e/runbooks/rb-fast-reboot/'],
      ['recuperer la base', '/bienbon/runbooks/rb-s1-urgence/'],
      // In an outage the procedure, and not its exercise.
      ['cyclone', '/bienbon/runbooks/rb-s6/'],
      // A slip of the finger.
      ['snowfalke', '/amazon-reviews/components/snowflake/'],
    ];

    it('what a reader needs, for forty ways to ask', async () => {
      const page = await open('/search/');
      const found: (readonly [string, string])[] = [];
      for (const [typed] of QUERIES) {
        await ask(page, typed);
        found.push([typed, (await first(page).getAttribute('href')) ?? '']);
      }
      expect(found).toEqual(QUERIES);
    });
  });

  describe('keeps the question in the address', () => {
    const shown = (page: Page): Promise<(string | null)[]> => page.locator('[role=listbox] a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

    it('so that a link gives words, filters and results again', async () => {
      const page = await open('/search/');
      await ask(page, 'snowflake');
      await page.getByRole('radio', { name: /^Risques/ }).check();
      await page.getByLabel('Niveau minimum').selectOption('3');
      await page.getByText('Plus de filtres').click();
      await page.getByRole('combobox', { name: 'Responsable' }).selectOption('DBA Snowflake');
      await soon(() => shown(page)).toEqual(['/amazon-reviews/risks/r-t07/', '/amazon-reviews/risks/r-t02/']);
      const address = page.url();
      expect(Object.fromEntries(new URL(address).searchParams)).toEqual({ q: 'snowflake', kind: 'risk', level: '3', owner: 'DBA Snowflake' });

      const other = await open(address.replace(site.origin, ''));
      await soon(() => shown(other)).toEqual(await shown(page));
      expect(await field(other).inputValue()).toBe('snowflake');
      expect(await other.getByRole('radio', { name: /^Risques/ }).isChecked()).toBe(true);
      expect(await other.getByRole('combobox', { name: 'Responsable' }).inputValue()).toBe('DBA Snowflake');
      expect(await other.getByRole('combobox', { name: 'Responsable' }).isVisible()).toBe(true);
    });

    it('and Back undoes a filter, then Forward gives it again', async () => {
      const page = await open('/search/');
      await ask(page, 'redis');
      const all = await shown(page);
      await page.getByRole('radio', { name: /^Scénarios/ }).check();
      await soon(() => shown(page)).not.toEqual(all);
      const some = await shown(page);
      expect(some.every((address) => address?.includes('/scenarios/') || address?.includes('/continuity/'))).toBe(true);
      await page.goBack();
      await soon(() => shown(page)).toEqual(all);
      await page.goForward();
      await soon(() => shown(page)).toEqual(some);
    });

    it('and coming back from a result finds the search as it was left, on any page', async () => {
      const page = await open('/risks/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('redis');
      await answer(page, 'redis');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/bienbon/runbooks/**');
      await page.goBack();
      await answer(page, 'redis');
      expect(await page.locator('dialog').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await soon(() => page.url()).toBe(`${site.origin}/risks/`);
    });

    it('with every filter that the index has values for', async () => {
      const page = await open('/search/?q=');
      await answer(page, '');
      await page.getByText('Plus de filtres').click();
      const count = async (): Promise<number> => Number(/\d+/.exec(await status(page).innerText())?.[0]);
      for (const [name, value, kinds] of [
        ['Système', 'BienBon', ['Runbooks', 'Scénarios', 'Risques']],
        ['Niveau minimum', '4', ['Runbooks', 'Scénarios', 'Risques']],
        ['Gravité', 'Critique', ['Runbooks', 'Scénarios']],
        ['Responsable', 'DevOps Engineer', ['Risques']],
        ['État', 'Partiel', ['Runbooks']],
      ] as const) {
        const select = page.getByRole('combobox', { name });
        await select.selectOption(value);
        await soon(() => page.locator('[data-filters] label:visible').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^Tout/), ...kinds.map((kind) => expect.stringMatching(new RegExp(`^${kind}`)))]));
        expect(await count(), name).toBeGreaterThan(0);
        await select.selectOption('');
      }
    });
  });

  describe('by keyboard and by voice', () => {
    it('opens with / from a box to tick and with Ctrl-K from a field, and gives the focus back', async () => {
      const page = await open('/bienbon/runbooks/rb-s1/');
      const box = page.locator('.step input[type=checkbox]').first();
      await box.focus();
      await page.keyboard.press('/');
      await soon(() => field(page).evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await field(page).inputValue()).toBe('');
      await page.keyboard.press('Escape');
      await soon(() => box.evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('a/b');
      expect(await field(page).inputValue()).toBe('a/b');
    });

    it('is a combobox with a list of named groups, whose count is said', async () => {
      const page = await open('/search/');
      await ask(page, 'redis');
      expect(await field(page).evaluate((input) => [input.role, input.getAttribute('aria-expanded'), input.getAttribute('aria-controls')])).toEqual(['combobox', 'true', 'search-results']);
      const active = (): Promise<string | null> => field(page).evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.ariaSelected ?? null);
      expect(await active()).toBe('true');
      const tree = await page.locator('#search-results').ariaSnapshot();
      expect(tree).toContain('listbox "Résultats"');
      expect(tree).toMatch(/group "Runbooks":\n\s+- option "RB-S4 Crash de Redis/);
      expect(tree).toContain('group "Scénarios"');
      expect(await status(page).evaluate((element) => [element.role, element.textContent])).toEqual(['status', expect.stringMatching(/^\d+ résultats$/)]);
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('[aria-selected=true]').count()).toBe(1);
      expect(await page.locator('[role=option]').last().getAttribute('aria-selected')).toBe('true');
    });

    it('says that nothing is found and offers to call', async () => {
      const page = await open('/amazon-reviews/runbooks/rb-d1/');
      await page.keyboard.press('/');
      await page.keyboard.type('wxyz');
      await answer(page, 'wxyz');
      expect(await status(page).textContent()).toMatch(/^Aucun résultat pour/);
      const call = page.locator('dialog').getByRole('link', { name: 'Qui appeler' });
      expect(await call.getAttribute('href')).toBe('/amazon-reviews/incidents/#call');
      await call.click();
      await page.waitForURL('**/amazon-reviews/incidents/#call');
    });

    it('says that the index cannot be read, and leads on', async () => {
      const page = await open('/risks/');
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.keyboard.press('/');
      await page.locator('dialog [data-broken]').waitFor();
      expect(await status(page).textContent()).toBe('La recherche ne répond pas.');
      expect(await page.locator('dialog [data-broken]').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['/incidents/#call', '/runbooks/']);
    });

    it('is accessible in its states, in both themes: results, a choice, nothing found, on the home page and over another', async () => {
      for (const [address, width] of [['/', 390], ['/risks/', 390], ['/search/', 1280]] as const) {
        const page = await open(address, { viewport: { width, height: 844 } });
        await page.keyboard.press('Control+k');
        await loadAxe(page);
        for (const words of ['snowflake', 'R-T01', 'wxyz']) {
          await ask(page, words);
          await page.keyboard.press('ArrowDown');
          expect(await violationsInBothThemes(page, '[data-search-panel]'), `${address} ${words}`).toEqual([]);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(over, `${address} ${words} scrolls sideways`).toBeLessThanOrEqual(0);
        }
      }
    });

    it('leaves the page’s own dialog for a place of the same page', async () => {
      const page = await open('/amazon-reviews/roles/');
      await page.keyboard.press('/');
      await page.keyboard.type('dba');
      await answer(page, 'dba');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/amazon-reviews/roles/#dba');
      expect(await page.locator('dialog').isVisible()).toBe(false);
    });
  });

  describe('the home page’s own field', () => {
    it('finds as one types, opens by Enter, and shows all that it found with its filters', async () => {
      const page = await open('/');
      await field(page).click();
      await page.keyboard.type('snowflake');
      await answer(page, 'snowflake');
      expect(await first(page).getAttribute('href')).toContain('/amazon-reviews/runbooks/');
      await page.getByRole('option', { name: /autres/ }).nth(1).click();
      await page.waitForURL('**/search/?q=snowflake&kind=**');
      await page.goBack();
      await answer(page, 'snowflake');
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.waitForURL('**/search/?q=snowflake');
    });

    it('is where / and the search buttons lead, and Escape empties it', async () => {
      const page = await open('/');
      await page.keyboard.press('/');
      await page.keyboard.type('redis');
      await answer(page, 'redis');
      await page.keyboard.press('Escape');
      await answer(page, '');
      expect(await page.locator('[role=option]').count()).toBe(0);
      expect(await page.locator('[data-none]').isVisible()).toBe(false);
      await page.locator('.seek').click();
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    });

    it('leads to the search page without JavaScript', async () => {
      const page = await open('/', { javaScriptEnabled: false });
      await field(page).fill('redis');
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.waitForURL('**/search/?q=redis');
      expect(await page.getByText('La recherche a besoin de JavaScript').isVisible()).toBe(true);
    });
  });
});
