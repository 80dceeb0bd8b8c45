import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadAxe, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { serve } from './serve.ts';

const root = resolve(import.meta.dirname, '../..');
/** Hours are known for 400 days from here: up to 2027-04-05, midnight in Paris. */
const AS_OF = '2026-03-01';

/** What a card shows for one severity. */
interface Shown {
  clock: string;
  here: string;
  /** Those to call, in order: name and what is said of their presence. */
  there: string[];
  away: string[];
  /** What is said where nobody is there. */
  nobody: string | undefined;
}

describe.skipIf(skipBrowser)('who to call, at fixed instants', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-call-'));
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    // The five systems, and one more whose hours are kept on an island with holidays that its author declares.
    cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
    cpSync(join(root, 'tests/fixtures/call'), join(folder, 'content'), { recursive: true });
    // Nobody reads the PDF here.
    appendFileSync(join(folder, 'content/site.yml'), 'snapshots: none\n');
    // The environment of a person's shell: Vitest's own would make Astro build for tests.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*)$/.test(name)));
    await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), 'build', '--content', join(folder, 'content'), '--as-of', AS_OF, '--out', join(folder, 'site'), '--cache', join(folder, 'cache')], { cwd: root, maxBuffer: 1 << 26, env });
    [browser, site] = await Promise.all([launch(), serve(join(folder, 'site'))]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  async function open(path: string, at: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', serviceWorkers: 'block', viewport: { width: 390, height: 844 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(at));
    await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
    return page;
  }

  /** The card of a system, for the severity that the tile names. */
  async function card(page: Page, severity?: string): Promise<Shown> {
    await page.locator('.callcard[data-hours]').first().waitFor();
    if (severity !== undefined) await page.locator('.callcard .tile', { hasText: severity }).click();
    return page.evaluate(() => {
      const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u00A0\u202F]+/g, ' ').trim();
      const region = document.querySelector('.callcard');
      const list = [...(region?.querySelectorAll<HTMLElement>('.who') ?? [])].find((who) => getComputedStyle(who).display !== 'none');
      const seen = [...(list?.querySelectorAll<HTMLElement>('li[data-role]') ?? [])].filter((item) => !item.hidden);
      const say = (item: HTMLElement): string => [plain(item.querySelector('b')?.textContent), plain(item.querySelector('[data-state]')?.textContent)].filter((text) => text !== '').join(' · ');
      const nobody = list?.querySelector<HTMLElement>('[data-nobody]');
      return {
        clock: plain(region?.querySelector('time[data-clock]')?.textContent),
        here: plain(region?.querySelector('[data-here]')?.textContent),
        there: seen.filter((item) => !item.classList.contains('off')).map(say),
        away: seen.filter((item) => item.classList.contains('off')).map(say),
        nobody: nobody && !nobody.hidden ? plain(nobody.querySelector('div > span')?.textContent) : undefined,
      };
    });
  }

  /**
   * Worked out by hand from content/amazon-reviews/escalade.md (zone and holidays of site.yml: Europe/Paris, FR):
   * DevOps and DBA 24/7; L1 Support, Data Engineer and Product Manager Monday to Friday 09:00–18:00, not on public holidays.
   * P1 calls L1 and DevOps at once, then DBA, Data Engineer and Product Manager at 2 h. P2 calls L1, then Data Engineer and Product
   * Manager at 24 h: at night nobody, while DevOps answers a P0.
   */
  const OFFICE = ['L1 Support', 'Data Engineer', 'Product Manager'];
  const back = (when: string): string[] => OFFICE.map((role) => `${role} · De retour ${when}`);
  const P1_ALONE = ['DevOps Engineer · Joignable', 'DBA · Joignable'];
  const nobody = (when: string): string => `Aucun rôle prévu pour cette gravité n’est là à cette heure. L1 Support, de retour ${when}. À cette heure, DevOps Engineer répond en P0 Critique.`;

  const INSTANTS: readonly { name: string; at: string; clock: string; p1: Pick<Shown, 'there' | 'away'>; p2: Omit<Shown, 'clock' | 'here'> }[] = [
    {
      name: 'at night',
      // Thursday 03:12 in Paris, winter time.
      at: '2026-03-12T02:12:00Z',
      clock: 'jeudi 12 mars à 03:12',
      p1: { there: P1_ALONE, away: back('jeudi 09:00') },
      p2: { there: [], away: back('jeudi 09:00'), nobody: nobody('jeudi 09:00') },
    },
    {
      name: 'on a weekend',
      at: '2026-03-14T10:00:00Z',
      clock: 'samedi 14 mars à 11:00',
      p1: { there: P1_ALONE, away: back('lundi 09:00') },
      p2: { there: [], away: back('lundi 09:00'), nobody: nobody('lundi 09:00') },
    },
    {
      name: 'on a public holiday of France, a Friday: back on Monday',
      at: '2026-05-01T08:30:00Z',
      clock: 'vendredi 1 mai à 10:30',
      p1: { there: P1_ALONE, away: back('lundi 09:00') },
      p2: { there: [], away: back('lundi 09:00'), nobody: nobody('lundi 09:00') },
    },
    {
      name: 'on the Monday after clocks went forward: 07:30 UTC is 09:30, it was 08:30 a week before',
      at: '2026-03-30T07:30:00Z',
      clock: 'lundi 30 mars à 09:30',
      p1: { there: ['L1 Support · Joignable jusqu’à 18:00', ...P1_ALONE, 'Data Engineer · Joignable jusqu’à 18:00', 'Product Manager · Joignable jusqu’à 18:00'], away: [] },
      p2: { there: OFFICE.map((role) => `${role} · Joignable jusqu’à 18:00`), away: [], nobody: undefined },
    },
    {
      name: 'on the Monday after clocks went back: 07:30 UTC is 08:30, it was 09:30 a week before',
      at: '2026-10-26T07:30:00Z',
      clock: 'lundi 26 octobre à 08:30',
      p1: { there: P1_ALONE, away: back('lundi 09:00') },
      p2: { there: [], away: back('lundi 09:00'), nobody: nobody('lundi 09:00') },
    },
    {
      name: 'in office hours',
      at: '2026-06-16T12:00:00Z',
      clock: 'mardi 16 juin à 14:00',
      p1: { there: ['L1 Support · Joignable jusqu’à 18:00', ...P1_ALONE, 'Data Engineer · Joignable jusqu’à 18:00', 'Product Manager · Joignable jusqu’à 18:00'], away: [] },
      p2: { there: OFFICE.map((role) => `${role} · Joignable jusqu’à 18:00`), away: [], nobody: undefined },
    },
    {
      name: 'the last second before nine',
      at: '2026-06-17T06:59:59Z',
      clock: 'mercredi 17 juin à 08:59',
      p1: { there: P1_ALONE, away: back('mercredi 09:00') },
      p2: { there: [], away: back('mercredi 09:00'), nobody: nobody('mercredi 09:00') },
    },
    {
      name: 'at nine',
      at: '2026-06-17T07:00:00Z',
      clock: 'mercredi 17 juin à 09:00',
      p1: { there: ['L1 Support · Joignable jusqu’à 18:00', ...P1_ALONE, 'Data Engineer · Joignable jusqu’à 18:00', 'Product Manager · Joignable jusqu’à 18:00'], away: [] },
      p2: { there: OFFICE.map((role) => `${role} · Joignable jusqu’à 18:00`), away: [], nobody: undefined },
    },
    {
      name: 'at six in the evening, before a bridge of a holiday and a weekend: Tuesday 14 July is a holiday, and it is Monday',
      at: '2026-07-13T16:00:00Z',
      clock: 'lundi 13 juillet à 18:00',
      p1: { there: P1_ALONE, away: back('mercredi 09:00') },
      p2: { there: [], away: back('mercredi 09:00'), nobody: nobody('mercredi 09:00') },
    },
  ];

  for (const { name, at, clock, p1, p2 } of INSTANTS) {
    it(name, async () => {
      const page = await open('/amazon-reviews/incidents/', at);
      expect(await card(page, 'P1')).toMatchObject({ clock, here: '', nobody: undefined, ...p1 });
      expect(await card(page, 'P2')).toMatchObject({ clock, ...p2 });
      // DevOps and DBA are called for a P0 at any hour.
      expect(await card(page, 'P0')).toMatchObject({ there: P1_ALONE, away: [], nobody: undefined });
    });
  }

  it('beyond the horizon, says so and leaves everybody in the list', async () => {
    const page = await open('/amazon-reviews/incidents/', '2027-04-06T10:00:00Z');
    expect(await card(page, 'P2')).toMatchObject({ there: OFFICE.map((role) => `${role} · Présence inconnue`), away: [], nobody: undefined });
    expect(await card(page, 'P1')).toMatchObject({ there: ['L1 Support · Présence inconnue', ...P1_ALONE, 'Data Engineer · Présence inconnue', 'Product Manager · Présence inconnue'] });
    expect(await page.locator('[data-beyond]:visible').innerText()).toContain('jusqu’au 5 avril 2027');
    // One minute before, hours are known.
    const before = await open('/amazon-reviews/incidents/', '2027-04-04T21:59:00Z');
    expect(await before.locator('[data-beyond]:visible').count()).toBe(0);
    expect((await card(before, 'P2')).away).toEqual(OFFICE.map((role) => `${role} · Absent, sans retour connu`));
  });

  it('where the device’s clock is before the version, says that it cannot tell', async () => {
    const page = await open('/amazon-reviews/incidents/', '2026-02-20T10:00:00Z');
    expect((await card(page, 'P2')).there).toEqual(OFFICE.map((role) => `${role} · Présence inconnue`));
    expect(await page.locator('[data-before]:visible').innerText()).toContain('avant cette version');
    expect(await page.locator('.callcard .lateclock').innerText()).toContain('Horloge');
  });

  it('in a browser of another zone, goes by the clock of the service and says both', async () => {
    // Thursday 09:30 in Paris is 04:30 in New York, where summer time has begun.
    const page = await open('/amazon-reviews/incidents/', '2026-03-12T08:30:00Z', { timezoneId: 'America/New_York' });
    const shown = await card(page, 'P2');
    expect(shown).toMatchObject({ clock: 'jeudi 12 mars à 09:30, heure d’Europe centrale', here: '(04:30 sur cet appareil)', there: OFFICE.map((role) => `${role} · Joignable jusqu’à 18:00`) });
  });

  describe('on an island (tests/fixtures/call/comptoir)', () => {
    /* Caisse: Monday to Friday 08:00–16:00 in Mauritius (UTC+4, no summer time), not on 2026-03-12, declared. Siège stands in for it,
       Monday to Friday 09:00–18:00 in Paris, not on holidays of France. Times are said by the clock of the system. */
    it('its hours are those of the island', async () => {
      const page = await open('/comptoir/incidents/', '2026-03-13T05:00:00Z');
      // Friday 09:00 there, 06:00 in Paris. The stand-in is not needed.
      expect(await card(page)).toMatchObject({ clock: 'vendredi 13 mars à 09:00, heure normale de Maurice', here: '(06:00 sur cet appareil)', there: ['Caisse · Joignable jusqu’à 16:00'], away: [] });
      const early = await open('/comptoir/incidents/', '2026-03-13T03:59:00Z');
      expect((await card(early)).away).toEqual(['Caisse · De retour vendredi 08:00', 'Siège · De retour vendredi 12:00']);
    });

    it('a holiday that its author declared closes it, and the stand-in answers', async () => {
      const page = await open('/comptoir/incidents/', '2026-03-12T08:30:00Z');
      expect(await card(page)).toMatchObject({ there: ['Siège · Joignable jusqu’à 21:00'], away: ['Caisse · De retour vendredi 08:00'], nobody: undefined });
      expect(await page.locator('.callcard').innerText()).toContain('Remplace Caisse');
      expect(await page.locator('.callcard').innerText()).toMatch(/Jours fériés déclarés jusqu’au 2 novembre 2026/);
      // At seven in Paris nobody is there yet.
      const early = await open('/comptoir/incidents/', '2026-03-12T06:00:00Z');
      expect((await card(early)).nobody).toContain('Siège, de retour jeudi 12:00');
    });

    it('a contact verified too long ago says its day', async () => {
      const page = await open('/comptoir/incidents/', '2026-03-12T08:30:00Z');
      expect(await page.locator('li[data-role="comptoir/siege"]').innerText()).toContain('Vérifié le 15');
    });
  });

  it('says what is missing: a masked number, nobody at all, hours that nobody wrote', async () => {
    const page = await open('/incidents/', '2026-03-12T02:12:00Z');
    await expect.poll(() => page.locator('.callcard[data-hours]').count(), { timeout: 20_000 }).toBe(4);
    const system = (id: string) => page.locator(`#call-${id}`);
    await system('sp-e').evaluate((details: HTMLDetailsElement) => (details.open = true));
    expect(await system('sp-e').innerText()).toMatch(/Responsable technique[\s\S]*Numéro masqué par la source[\s\S]*support-it@acme-energy\.com/);
    expect(await system('sp-e').locator('a[href^="tel:"]').count()).toBe(0);
    await system('ascension').evaluate((details: HTMLDetailsElement) => (details.open = true));
    expect(await system('ascension').innerText()).toContain('Aucun contact documenté');
    await system('bienbon').evaluate((details: HTMLDetailsElement) => (details.open = true));
    // content/bienbon/escalade.md: « Aucune heure de couverture n’est fixée ».
    expect(await system('bienbon').locator('.who:visible').innerText()).toMatch(/Dev d’astreinte[\s\S]*Horaires non précisés[\s\S]*Numéro d’exemple/);
    expect(await system('bienbon').locator('.who:visible a[href="tel:+33639980107"]').count()).toBe(1);
    expect(await system('bienbon').locator('time').innerText()).toBe('jeudi 12 mars à 06:12, heure normale de Maurice');
  });

  it('of a version more than a week old, says how old it is', async () => {
    const [, built = ''] = (await (await open('/amazon-reviews/incidents/', '2026-03-12T08:30:00Z')).locator('meta[name=site-version]').getAttribute('content'))?.split(' ') ?? [];
    const after = (days: number): string => new Date(Date.parse(built) + days * 86_400_000 + 60_000).toISOString();
    for (const path of ['/amazon-reviews/incidents/', '/']) {
      expect(await (await open(path, after(6))).locator('[data-old]:visible').count()).toBe(0);
      const said = (await (await open(path, after(12))).locator('[data-old]:visible').innerText()).replace(/[\u00A0\u202F]/g, ' ');
      expect(said).toMatch(/^Version ancienne : horaires établis le \d{1,2} \S+ \d{4}, il y a 12 jours\./);
    }
  });

  it('is one link away from every page, and that link leads to a card', () => {
    const built = join(folder, 'site');
    const pages = globSync('**/*.html', { cwd: built });
    expect(pages.length).toBeGreaterThan(300);
    const cards = new Map<string, boolean>();
    for (const page of pages) {
      const links = [...readFileSync(join(built, page), 'utf8').matchAll(/<a\b[^>]*\bhref="(\/[^"]*incidents\/)#call"/g)].map(([, path = '']) => path);
      // In the header, and in the bar that phones keep at the bottom.
      expect(links.length, page).toBeGreaterThanOrEqual(2);
      for (const path of links) if (!cards.has(path)) cards.set(path, readFileSync(join(built, path, 'index.html'), 'utf8').includes('id="call"'));
    }
    expect([...cards].filter(([, there]) => !there)).toEqual([]);
  });

  it('where the hours cannot be read, says so and leaves everybody in the list', async () => {
    const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block' });
    contexts.push(context);
    const page = await context.newPage();
    await page.route('**/data/call/**', (route) => route.abort());
    await page.goto(`${site.origin}/amazon-reviews/incidents/`);
    await page.locator('[data-unread]:visible').waitFor();
    expect((await card(page, 'P1')).there).toEqual(['L1 Support', 'DevOps Engineer', 'DBA', 'Data Engineer', 'Product Manager']);
  });

  it('draws again at the minute that changes, and when the device wakes', async () => {
    const page = await open('/amazon-reviews/incidents/', '2026-06-17T06:59:59Z');
    expect((await card(page, 'P2')).there).toEqual([]);
    await page.clock.setFixedTime(new Date('2026-06-17T07:00:30Z'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect((await card(page)).there).toHaveLength(3);
    // In the order of the policy again, in the list itself and not by style alone.
    expect(await page.locator('.who:visible li[data-role]').evaluateAll((items) => items.map((item) => item.getAttribute('data-role')))).toEqual(['amazon-reviews/l1-support', 'amazon-reviews/data-engineer', 'amazon-reviews/product-manager']);
  });

  it('is accessible at night, in an old version and beyond the horizon, in both themes', async () => {
    for (const at of ['2026-03-12T02:12:00Z', '2027-04-06T10:00:00Z']) {
      const page = await open('/amazon-reviews/incidents/', at);
      await card(page, 'P2');
      await loadAxe(page);
      expect(await violationsInBothThemes(page), at).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    }
  });

  it('without JavaScript, lists everybody with their hours and links to call', async () => {
    const page = await open('/amazon-reviews/incidents/', '2026-03-12T02:12:00Z', { javaScriptEnabled: false });
    expect(await page.locator('.who:visible a[href^="tel:"]').allInnerTexts()).toHaveLength(2);
    expect(await page.locator('.who:visible').innerText()).toContain('24 h sur 24');
    expect(await page.locator('.warned:visible').count()).toBe(0);
  });
});
