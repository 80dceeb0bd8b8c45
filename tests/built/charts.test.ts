import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, skipBrowser } from './browser.ts';
import { visit } from './every-page.ts';
import { harbour, HARBOUR_PAGES } from './harbour.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { serve } from './serve.ts';

/** What a chart shows must be there for those who do not see it: a table, or the same in words. */
describe.skipIf(skipBrowser)('charts', { timeout: 180_000 }, () => {
  let browser: Browser;
  const sites: { origin: string; root: string; close: () => Promise<void> }[] = [];
  let wiki: (typeof sites)[number];
  let port: (typeof sites)[number];
  beforeAll(async () => {
    browser = await launch();
    for (const root of [inject('site'), harbour()]) sites.push({ ...(await serve(root, undefined, { keep: true })), root });
    [wiki, port] = sites as [typeof wiki, typeof port];
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    for (const site of sites) await site.close();
  });

  /** Opens one page and answers what `ask` finds on it. */
  async function on<T>(site: typeof wiki, path: string, pixels: number, ask: (page: Page) => Promise<T>): Promise<T> {
    const answers: T[] = [];
    await visit(browser, site, [path], { viewport: { width: pixels, height: 900 } }, async (page) => void answers.push(await ask(page)), 1);
    return answers[0]!;
  }

  describe('on every kind of page', () => {
    const silent: string[] = [];
    let drawings = 0;
    const lost: string[] = [];
    let cards = 0;

    async function drawn(page: Page, path: string): Promise<void> {
      const found = await page.evaluate(() => {
        const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
        const named = (ids: string | null): string => (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        const rest = document.querySelector('main')?.cloneNode(true) as Element;
        for (const svg of rest.querySelectorAll('svg')) svg.remove();
        const written = plain(rest.textContent);
        const all = [...document.querySelectorAll('main svg')].filter((svg) => !svg.closest('[aria-hidden="true"]') && !svg.parentElement?.closest('svg'));
        const faults = all.flatMap((svg) => {
          const called = `svg.${svg.getAttribute('class') ?? ''}`;
          const name = plain(svg.getAttribute('aria-label') ?? named(svg.getAttribute('aria-labelledby')));
          if (svg.getAttribute('role') !== 'img' || name === '') return [`${called} has no name`];
          // Authors draw what they describe: the description is the text behind a diagram.
          if (svg.closest('.diagram')) return plain(named(svg.getAttribute('aria-describedby'))) === '' ? [`${called} (${name}) has no description`] : [];
          // The marks of an axis are a ruler, not data: times under the bar, levels beside the trend.
          const words = [...svg.querySelectorAll('text:not(.bl)')].map((text) => plain(text.textContent)).filter((text) => text !== '' && !(svg.matches('.budget') && text.startsWith('t+')));
          return words.filter((word) => !`${name} ${written}`.includes(word.replace(/ ?[→↑] ?/g, ''))).map((word) => `${called}: “${word}” is only drawn`);
        });
        return { faults, count: all.length };
      });
      drawings += found.count;
      silent.push(...found.faults.map((what) => `${path} ${what}`));
    }

    async function turned(page: Page, path: string): Promise<void> {
      for (const width of [390, 768]) {
        await page.setViewportSize({ width, height: 900 });
        const found = await page.evaluate(() => {
          const shown = [...document.querySelectorAll('table')].filter((table) => table.getClientRects().length > 0);
          const cardlike = shown.filter((table) => getComputedStyle(table).display !== 'table' || [...table.rows].some((row) => !['table-row', 'none'].includes(getComputedStyle(row).display)));
          const without = cardlike.filter((table) => table.getAttribute('role') !== 'table' || [...table.rows].some((row) => row.getAttribute('role') !== 'row' || [...row.cells].some((cell) => cell.getAttribute('role') === null)));
          return { turned: cardlike.length, without: without.map((table) => table.className) };
        });
        cards += found.turned;
        lost.push(...found.without.map((name) => `${path} at ${width}: table.${name}`));
      }
    }

    // One visit for both: opening a page is what costs.
    beforeAll(async () => {
      await visit(browser, wiki, ONE_OF_EACH, { viewport: { width: 1280, height: 900 } }, async (page, path) => {
        await page.setViewportSize({ width: 1280, height: 900 });
        await drawn(page, path);
        await turned(page, path);
      });
      await visit(browser, port, Object.values(HARBOUR_PAGES), {}, drawn);
    }, 180_000);

    it('every drawing has a name, and the words that it shows are in its name or in the text of its page', () => {
      expect(drawings).toBeGreaterThan(10);
      expect(silent).toEqual([]);
    });

    it('a table that a narrow screen turns into cards is still a table to those who hear it', () => {
      expect(cards).toBeGreaterThan(10);
      expect(lost).toEqual([]);
    });
  });

  it.each([390, 1280])('the heatmap is a table with heads on both axes, at %i px', async (pixels) => {
    const table = await on(wiki, '/amazon-reviews/risks/', pixels, (page) => page.locator('table.hm').ariaSnapshot());
    expect(table).toMatch(/table "Grille de criticité : impact en lignes, probabilité en colonnes, 24 lignes"/);
    const row = table.split(/- '?row /).find((part) => part.includes('rowheader "4 Élevé')) ?? '';
    // The cell of impact 4 and likelihood 4: its score, and its risk by name or behind its button.
    expect(row).toMatch(pixels < 500 ? /button "Score 16, Critique\s: 1 risque"/ : /16[\s\S]*link "R-T01"/);
    for (const likelihood of ['1 Très faible', '2 Faible', '3 Moyenne', '4 Élevée', '5 Très élevée']) expect(table).toContain(`columnheader "${likelihood}`);
  });

  it('the bar of the RTO says every phase that it draws, and the phases below say the same times', async () => {
    const { label, drawn, phases } = await on(wiki, '/bienbon/runbooks/rb-s1/', 1280, (page) =>
      page.evaluate(() => ({
        label: document.querySelector('svg.budget')?.getAttribute('aria-label') ?? '',
        drawn: [...document.querySelectorAll('svg.budget text')].map((text) => text.textContent?.trim() ?? '').filter((text) => /^\d+$/.test(text)),
        phases: [...document.querySelectorAll('.phase > header')].map((header) => header.textContent?.replace(/\s+/g, ' ') ?? ''),
      })),
    );
    const said = [...label.matchAll(/Phase (\d+), ([^:]+?)\s?: ([^.]+)\./g)];
    expect(said.length).toBeGreaterThanOrEqual(4);
    expect(drawn.length).toBeGreaterThan(0);
    expect(said.map(([, number]) => number)).toEqual(expect.arrayContaining(drawn));
    for (const [, number = '', title = '', time = ''] of said) {
      const header = phases[Number(number) - 1] ?? '';
      expect(header).toContain(title);
      // « 2 à 4 h » in the bar is « 2 h à 4 h » or « 2 – 4 h » in the phase: the figures are the same.
      expect(header.match(/\d+/g)).toEqual(expect.arrayContaining(time.match(/\d+/g) ?? []));
    }
    expect(label).toMatch(/RTO (tenu|dépassé)/);
  });

  it('the timeline of escalation has its times in the table of severities', async () => {
    const { lanes, rows } = await on(wiki, '/amazon-reviews/incidents/', 1280, (page) =>
      page.evaluate(() => {
        const plain = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        return {
          lanes: [...document.querySelectorAll('.lane')].map((lane) => ({ severity: plain(lane.querySelector('h3')), times: [...lane.querySelectorAll('li b')].map(plain) })),
          rows: [...document.querySelectorAll('section[aria-labelledby="choose"] tbody tr')].map((row) => ({ severity: plain(row.querySelector('th')), text: plain(row) })),
        };
      }),
    );
    expect(lanes).toHaveLength(4);
    for (const { severity, times } of lanes) {
      const row = rows.find((entry) => entry.severity === severity);
      expect(times.length).toBeGreaterThan(0);
      for (const time of times) expect(row?.text, `${severity}: ${time}`).toContain(time === 'T+0' ? 'Immédiate' : time);
    }
  });

  it.each([390, 1280])('the map of coverage is a table whose every cell says its state in words, at %i px', async (pixels) => {
    const { rows, mute, heads } = await on(wiki, '/bienbon/coverage/', pixels, (page) =>
      page.evaluate(() => {
        const states = [...document.querySelectorAll('.covkey .cv')].map((state) => state.textContent?.trim() ?? '');
        const cells = [...document.querySelectorAll('table.cov td.cv')];
        return {
          rows: document.querySelectorAll('table.cov tbody tr:not(.gr) th[scope="row"]').length,
          heads: [...document.querySelectorAll('table.cov thead th')].map((head) => head.textContent?.trim() ?? ''),
          mute: cells.filter((cell) => !states.some((state) => cell.textContent?.trim().startsWith(state))).map((cell) => cell.textContent?.trim()),
        };
      }),
    );
    expect(rows).toBeGreaterThan(5);
    expect(heads).toHaveLength(5);
    expect(mute).toEqual([]);
  });

  it('the calendar is a list: each date is a date for machines and a word for people', async () => {
    const entries = await on(port, HARBOUR_PAGES['system-calendar'], 390, (page) => page.locator('.agenda li:has(time)').evaluateAll((items) => items.map((item) => ({ day: item.querySelector('time')?.getAttribute('datetime') ?? '', shown: item.querySelector('time')?.textContent?.trim() ?? '', what: item.querySelector('a')?.textContent?.trim() ?? '' }))));
    expect(entries.length).toBeGreaterThan(5);
    for (const { day, shown, what } of entries) {
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(shown).toContain(String(Number(day.slice(8))));
      expect(what).not.toBe('');
    }
  });

  it('the trend of a risk has a table of the same ratings behind it', async () => {
    const { drawn, label, history } = await on(port, HARBOUR_PAGES.risk, 1280, (page) =>
      page.evaluate(() => ({
        drawn: [...document.querySelectorAll('svg.trend .v')].map((value) => value.textContent?.trim() ?? ''),
        label: document.getElementById(document.querySelector('svg.trend')?.getAttribute('aria-labelledby') ?? '')?.textContent ?? document.querySelector('svg.trend')?.getAttribute('aria-label') ?? '',
        history: [...document.querySelectorAll('table.hist tbody tr, .hist tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? ''),
      })),
    );
    // Rated 12, then 16, with a target of 8.
    expect(drawn).toEqual(expect.arrayContaining(['12', '16', '8']));
    expect(label).toMatch(/12 \(High\).*16 \(Critical\).*8 \(Moderate\)/);
    for (const score of ['12', '16']) expect(history.some((row) => row.includes(score)), score).toBe(true);
  });
});
