import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadAxe, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { startDev, type DevServer } from './dev-server.ts';
import { layHarbour } from './lay-harbour.ts';
import { sideways } from './sideways.ts';

/** Machines that run tests are slow: nothing here is timed, measures are printed. */
const SOON = { timeout: 20_000, interval: 20 };
const FIVE = resolve(import.meta.dirname, '../../content');
const PHONE = { width: 390, height: 844 };

/** A wiki that is served while it is written, and a browser that looks at it. */
function written(lay: (folder: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-dev-'));
  let content = '';
  let server: DevServer;
  let browser: Browser;
  beforeAll(async () => {
    content = lay(folder);
    [server, browser] = await Promise.all([startDev(folder), launch()]);
    // The first page waits for all code to be read.
    await fetch(server.origin);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (file: string): string => join(content, file);
  /** As it was before the test. */
  const kept = new Map<string, string>();
  const read = (file: string): string => {
    const text = readFileSync(path(file), 'utf8');
    if (!kept.has(file)) kept.set(file, text);
    return text;
  };
  afterEach(async () => {
    // Closed before files are put back: a page that loads again while it is closed keeps the browser waiting.
    // Even so Chromium may wait for the answer of a load that it gave up: the browser ends with the last test.
    await Promise.race([Promise.all(browser.contexts().map((context) => context.close())), new Promise((resolve) => setTimeout(resolve, 5000))]);
    for (const [file, text] of kept) if (readFileSync(path(file), 'utf8') !== text) writeFileSync(path(file), text);
  });
  return {
    server: () => server,
    path,
    read,
    write: (file: string, text: string | Uint8Array): void => writeFileSync(path(file), text),
    async open(address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
      await page.goto(server.origin + address);
      await page.waitForFunction(() => document.querySelector('.live') !== null);
      // The page is known to the server once its socket is open.
      await page.waitForLoadState('networkidle');
      return page;
    },
  };
}

const panel = (page: Page) => page.locator('section.live');
const shown = (page: Page) => page.locator('section.live:not([hidden])');

describe.skipIf(skipBrowser)('vigie dev on the five systems', { timeout: 180_000 }, () => {
  const wiki = written((folder) => {
    cpSync(FIVE, join(folder, 'content'), { recursive: true });
    return join(folder, 'content');
  });
  const [file = ''] = globSync('bienbon/**/*.md', { cwd: FIVE }).filter((name) => /^id: RB-S1$/m.test(readFileSync(join(FIVE, name), 'utf8')));

  it('puts an edit on screen where one was reading, and leaves other pages alone', async () => {
    const [page, other] = [await wiki.open('/bienbon/runbooks/rb-s1/'), await wiki.open('/ascension/')];
    await other.evaluate(() => (document.title = 'as it was'));
    await page.evaluate(() => scrollTo(0, 700));
    const before = wiki.read(file);
    const took: number[] = [];
    for (const mark of ['Premier ajout', 'Deuxième ajout', 'Troisième ajout', 'Quatrième ajout', 'Cinquième ajout']) {
      const start = performance.now();
      wiki.write(file, before.replace('\n- [ ] ', `\n- [ ] ${mark} `));
      // On a desk the first step is said once: the card of phones that repeats it is hidden.
      await page.getByText(mark).filter({ visible: true }).first().waitFor(SOON);
      took.push(Math.round(performance.now() - start));
      // The words may be there before the page is laid out to its end.
      await expect.poll(() => page.evaluate(() => scrollY), SOON).toBe(700);
      await page.waitForLoadState('networkidle');
    }
    console.log(`dev: an edit of the five systems is on screen in ${took.join(', ')} ms`);
    expect(await other.title()).toBe('as it was');
    wiki.write(file, before);
    await expect.poll(() => page.getByText('Cinquième ajout').count(), SOON).toBe(0);
    await page.waitForLoadState('networkidle');
  });

  it('shows what an edit breaks as the terminal does, over the last good wiki, until it is mended', async () => {
    const page = await wiki.open('/bienbon/runbooks/rb-s1/');
    const before = wiki.read(file);
    await page.locator('.step input[type=checkbox]').first().focus();
    await page.evaluate(() => (document.title = 'not loaded again'));
    const line = before.split('\n').findIndex((text) => text.startsWith('title:')) + 1;
    wiki.write(file, before.replace('\ntitle:', '\ntitel:'));
    await shown(page).waitFor(SOON);
    expect(await panel(page).getByRole('alert').innerText()).toMatch(/^1 erreur\s: le dernier wiki correct reste affiché$/);
    expect(await panel(page).getAttribute('aria-label')).toBe('Erreurs dans content/');
    const title = before.split('\n')[line - 1]?.replace('title:', 'titel:') ?? '';
    const gutter = ' '.repeat(String(line).length);
    const frame = `${gutter} ┌ content/${file}:${line}:1\n${line} │ ${title}\n${gutter} │ ^`;
    expect(await panel(page).locator('pre').innerText()).toBe(frame);
    const said = await panel(page).locator('li').innerText();
    // The same words in the terminal, frame included.
    const terminal = wiki.server().printed();
    for (const words of ['content/schema', 'titel n’est pas une clé connue ; la plus proche est title', 'Écrire title, ou retirer la clé.']) {
      expect(said).toContain(words);
      expect(terminal).toContain(words);
    }
    expect(terminal).toContain(frame.replace(/^/gm, '  '));
    expect(terminal).toContain('Le dernier wiki correct reste affiché.');
    // Nobody's place was taken, and the last good wiki is there to walk in.
    expect(await page.evaluate(() => document.activeElement?.matches('.step input'))).toBe(true);
    expect(await page.title()).toBe('not loaded again');
    await page.locator('nav.top a').first().click();
    await page.waitForURL(`${wiki.server().origin}/`);
    await shown(page).waitFor(SOON);
    await page.goto(`${wiki.server().origin}/bienbon/runbooks/rb-s1/`);
    expect(await page.locator('h1').innerText()).toContain('Supabase');
    await shown(page).waitFor(SOON);
    await page.evaluate(() => (document.title = 'not loaded again'));
    wiki.write(file, before);
    await panel(page).waitFor({ state: 'hidden', ...SOON });
  });

  it('finds in the search, and what was edited after a while', async () => {
    const page = await wiki.open('/bienbon/');
    await expect.poll(() => wiki.server().printed(), { timeout: 150_000 }).toMatch(/Recherche prête\s: \d+ pages lues en \d+\ss\./);
    console.log(/Recherche prête.*/.exec(wiki.server().printed())?.[0]);
    const answer = async (words: string): Promise<string> => {
      await page.locator('[data-search-panel] input[type=search]').fill(words);
      await page.locator(`[data-search-panel][data-answered="${words}"]`).waitFor(SOON);
      return page.locator('[role=listbox] [role=option]').first().innerText();
    };
    await page.keyboard.press('/');
    expect(await answer('base inaccessible')).toContain('RB-S1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    expect(await answer('rt01')).toContain('R-T01');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/amazon-reviews/risks/r-t01/');
    const before = wiki.read(file);
    wiki.write(file, before.replace('\n- [ ] ', '\n- [ ] Vérifier le zirconium, '));
    await expect
      .poll(
        async () => {
          await page.goto(`${wiki.server().origin}/search/?q=zirconium`);
          await page.locator('[data-search-panel][data-answered="zirconium"]').waitFor(SOON);
          return page.locator('[role=listbox] [role=option]', { hasText: 'RB-S1' }).count();
        },
        { timeout: 90_000, interval: 1000 },
      )
      .toBe(1);
    wiki.write(file, before);
  });
});

describe.skipIf(skipBrowser)('vigie dev on a small wiki', { timeout: 120_000 }, () => {
  const wiki = written(layHarbour);
  const DEPLOY = 'ferry/pages/deploy.md';

  it('has a panel that is accessible, folds by keyboard, and leaves most of a phone to the page', async () => {
    const before = wiki.read(DEPLOY);
    wiki.write(DEPLOY, before.replace('kind: page', 'kind: pages').replace('owner:', 'ownre:'));
    for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
      const page = await wiki.open('/ferry/pages/deploy/', { viewport });
      await shown(page).waitFor(SOON);
      expect(await panel(page).getByRole('alert').innerText()).toMatch(/^\d errors?: the last good wiki stays on screen$/);
      const box = await panel(page).boundingBox();
      expect(box?.height).toBeLessThan(viewport.height * 0.45);
      await loadAxe(page);
      expect([...(await violationsInBothThemes(page, 'section.live')), ...(await sideways(page))]).toEqual([]);
      // What stands at the end of the page can be brought out from under it.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const end = await page.locator('footer, .prov').last().boundingBox();
      expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
      await page.context().close();
    }
    const page = await wiki.open('/ferry/', { viewport: PHONE });
    await shown(page).waitFor(SOON);
    await page.keyboard.press('Escape');
    expect(await panel(page).locator('li').first().isVisible()).toBe(false);
    await page.goto(`${wiki.server().origin}/ferry/roles/`);
    await shown(page).waitFor(SOON);
    expect(await panel(page).locator('li').first().isVisible()).toBe(false);
    await panel(page).getByRole('button', { expanded: false }).press('Enter');
    expect(await panel(page).locator('li').first().isVisible()).toBe(true);
    // Another mistake is news, folded or not.
    await panel(page).getByRole('button', { name: 'Fold' }).press('Enter');
    wiki.write(DEPLOY, before.replace('owner:', 'onwer:'));
    await panel(page).getByText('onwer is not a known key').waitFor(SOON);
    wiki.write(DEPLOY, before);
    await panel(page).waitFor({ state: 'hidden', ...SOON });
  });

  it('follows files that are new, renamed and removed', async () => {
    const list = await wiki.open('/ferry/pages/');
    const page = (title: string): string => `---\nkind: page\ntitle: ${title}\n---\n\nText.\n`;
    wiki.write('ferry/pages/tides.md', page('Tide tables'));
    await list.getByText('Tide tables').first().waitFor(SOON);
    const own = await wiki.open('/ferry/pages/tides/');
    expect(await own.locator('h1').innerText()).toBe('Tide tables');
    renameSync(wiki.path('ferry/pages/tides.md'), wiki.path('ferry/pages/currents.md'));
    await list.locator('a[href$="/ferry/pages/currents/"]').first().waitFor(SOON);
    await own.locator('[data-missing]').waitFor(SOON);
    rmSync(wiki.path('ferry/pages/currents.md'));
    await expect.poll(() => list.getByText('Tide tables').count(), SOON).toBe(0);
    mkdirSync(wiki.path('ferry/pages/new'));
    wiki.write('ferry/pages/new/pontoon.md', page('Pontoon'));
    await list.getByText('Pontoon').first().waitFor(SOON);
    rmSync(wiki.path('ferry/pages/new'), { recursive: true });
    await expect.poll(() => list.getByText('Pontoon').count(), SOON).toBe(0);
  });

  it('follows a picture that is new, then another under the same name', async () => {
    const page = await wiki.open('/ferry/pages/deploy/');
    const before = wiki.read(DEPLOY);
    const picture = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`;
    wiki.write(DEPLOY, `${before}\n![The pier](pier.svg)\n`);
    await shown(page).waitFor(SOON);
    wiki.write('ferry/pages/pier.svg', picture(40));
    await panel(page).waitFor({ state: 'hidden', ...SOON });
    const width = () => page.locator('main img[alt="The pier"]').evaluate((image: HTMLImageElement) => image.naturalWidth).catch(() => 0);
    await expect.poll(width, SOON).toBe(40);
    wiki.write('ferry/pages/pier.svg', picture(60));
    await expect.poll(width, SOON).toBe(60);
    wiki.write(DEPLOY, before);
    rmSync(wiki.path('ferry/pages/pier.svg'));
    await expect.poll(() => page.locator('main img').count(), SOON).toBe(0);
  });

  it('keeps the language and the pages when site.yml breaks, and follows it when it is right', async () => {
    const page = await wiki.open('/ferry/');
    const before = wiki.read('site.yml');
    wiki.write('site.yml', before.replace('title: Harbour', 'title: [Harbour'));
    await shown(page).waitFor(SOON);
    expect(await panel(page).locator('.path, pre').first().innerText()).toMatch(/site\.yml:\d/);
    expect(await panel(page).getByRole('alert').innerText()).toContain('the last good wiki stays');
    expect(await page.locator('.brand').innerText()).toBe('Harbour');
    wiki.write('site.yml', before.replace('title: Harbour', 'title: Port'));
    await expect.poll(() => page.locator('.brand').innerText().catch(() => ''), SOON).toBe('Port');
    await panel(page).waitFor({ state: 'hidden', ...SOON });
    wiki.write('site.yml', before);
    await expect.poll(() => page.locator('.brand').innerText().catch(() => ''), SOON).toBe('Harbour');
  });

  it('shows what the audience of site.yml may see, from the edit that names it', async () => {
    const page = await wiki.open('/ferry/pages/');
    const [site, deploy] = [wiki.read('site.yml'), wiki.read(DEPLOY)];
    const listed = () => page.locator('a[href$="/ferry/pages/deploy/"]').count();
    expect(await listed()).toBeGreaterThan(0);
    wiki.write(DEPLOY, deploy.replace('kind: page', 'kind: page\nclassification: internal'));
    wiki.write('site.yml', `${site}\naudience: public\nclassification: public\n`);
    await expect.poll(listed, SOON).toBe(0);
    expect(wiki.server().printed()).toMatch(/public edition: \d+ documents, 1 withheld/);
    expect((await fetch(`${wiki.server().origin}/ferry/pages/deploy/`)).status).toBe(404);
    // Nothing is public: the last good wiki stays, and why is said.
    wiki.write('site.yml', `${site}\naudience: public\n`);
    await expect.poll(() => wiki.server().printed(), SOON).toContain('no document is public');
    expect(await listed()).toBe(0);
    wiki.write('site.yml', site);
    wiki.write(DEPLOY, deploy);
    await expect.poll(listed, SOON).toBeGreaterThan(0);
  });

  it('follows editors that put a new file in place, two edits in a row, and says nothing of a file half written', async () => {
    const page = await wiki.open('/ferry/pages/deploy/');
    const before = wiki.read(DEPLOY);
    const next = (title: string): string => before.replace('title: Deployment', `title: ${title}`);
    for (const title of ['First', 'Second', 'Third']) {
      wiki.write(`${DEPLOY}.tmp`, next(title));
      renameSync(wiki.path(`${DEPLOY}.tmp`), wiki.path(DEPLOY));
      await expect.poll(() => page.locator('h1').innerText().catch(() => ''), SOON).toBe(title);
    }
    wiki.write(DEPLOY, next('Fourth'));
    wiki.write(DEPLOY, next('Fifth'));
    await expect.poll(() => page.locator('h1').innerText().catch(() => ''), SOON).toBe('Fifth');
    const printed = wiki.server().printed().length;
    wiki.write(DEPLOY, '');
    await new Promise((resolve) => setTimeout(resolve, 60));
    wiki.write(DEPLOY, next('Sixth').slice(0, 40));
    await new Promise((resolve) => setTimeout(resolve, 60));
    wiki.write(DEPLOY, next('Sixth'));
    await expect.poll(() => page.locator('h1').innerText().catch(() => ''), SOON).toBe('Sixth');
    expect(wiki.server().printed().slice(printed)).not.toMatch(/^error |[1-9]\d* errors?,/m);
    wiki.write(DEPLOY, before);
    await expect.poll(() => page.locator('h1').innerText().catch(() => ''), SOON).toBe('Deployment');
  });

  it('says that a port is in use, and ends on Ctrl-C', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-dev-end-'));
    layHarbour(folder);
    const port = new URL(wiki.server().origin).port;
    await Promise.all([
      expect(startDev(folder, '--port', port)).rejects.toThrow(`vigie dev: port ${port} is in use; stop what listens there, or choose another with --port\n`),
      expect(startDev(folder, '--audience', 'all')).rejects.toThrow('vigie dev: --audience takes internal or public, not all\n'),
      expect(startDev(folder, '--host', '192.0.2.1')).rejects.toThrow('vigie dev: 192.0.2.1 is no address of this machine'),
    ]);
    const started = await startDev(folder, '--host', '127.0.0.1');
    expect(started.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(started.origin)).status).toBe(200);
    expect(await started.stop()).toEqual({ code: 0, signal: null });
    expect(started.printed()).not.toMatch(/\n\s+at /);
    rmSync(folder, { recursive: true, force: true });
  });
});

it('leaves nothing in a built site', () => {
  const site = inject('site');
  const found = globSync('**/*.{html,js,css}', { cwd: site }).filter((name) => /vigie-page|vigie:(edit|hello)|live-errors|\.live\b/.test(readFileSync(join(site, name), 'utf8')));
  expect(found).toEqual([]);
});
