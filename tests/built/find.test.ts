import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const first = (page: Page) => page.locator('[role=listbox] [role=option]').first();
const field = (page: Page) => page.locator('[data-search-panel] input[type=search]');
const answer = (page: Page, words: string): Promise<void> => expect.poll(() => page.locator('[data-search-panel]').getAttribute('data-answered'), { timeout: 15_000 }).toBe(words);
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
      await expect.poll(() => status(page).innerText()).toBe('Recherche en cours…');
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
      ['la base ne répond plus', '/bienbon/runbooks/rb-s1/'],
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
});
