import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { repository, type Repository } from '../readers/git-repository.ts';
import { axeInAll, violationsInBothThemes } from './axe.ts';
import { launch, skipBrowser } from './browser.ts';
import { visit } from './every-page.ts';
import { serve } from './serve.ts';
import { sideways } from './sideways.ts';

const project = resolve(import.meta.dirname, '../..');

const SITE = 'title: Veille\nlanguage: fr\ntime_zone: Europe/Paris\nrepository: https://forge.example/ops/wiki\nforge: gitlab\n';
const SHOP = `---
kind: system
id: shop
title: Boutique
components:
  - { id: web, title: Site web, kind: application, rto: 15 min, depends_on: [api], fallback: Page statique }
  - { id: api, title: API, kind: application, rto: 30 min, depends_on: [db, mail] }
  - { id: db, title: Base, kind: datastore, rto: 2 h }
  - { id: mail, title: Courriels, kind: service, rto: 10 min }
  - { id: alone, title: Outil isolé, kind: application }
---
`;
const METHOD = `---
kind: method
id: m
title: Cotation
action_from: 12
likelihood: [{ value: 1, label: Rare }, { value: 2, label: Possible }, { value: 3, label: Probable }, { value: 4, label: Fréquent }, { value: 5, label: Sûr }]
impact: [{ value: 1, label: Nul }, { value: 2, label: Petit }, { value: 3, label: Moyen }, { value: 4, label: Grand }, { value: 5, label: Total }]
levels: [{ id: low, label: Faible, from: 1 }, { id: moderate, label: Moyen, from: 5 }, { id: high, label: Élevé, from: 10 }, { id: critical, label: Critique, from: 16 }]
---
`;
const WORDS = `---
kind: method
id: w
title: En mots
score: grid
likelihood: [{ value: 1, id: rare, label: Rare }, { value: 2, id: often, label: Souvent }]
impact: [{ value: 1, id: major, label: Majeur }, { value: 2, id: critical, label: Critique }]
grid: [{ impact: major, levels: [high, high] }, { impact: critical, levels: [critical, critical] }]
levels: [{ id: high, label: Majeur }, { id: critical, label: Critique }]
---
`;
type Line = readonly [id: string, title: string, likelihood: number | string, impact: number | string, more?: string];
const register = (method: string, ...lines: readonly Line[]): string =>
  `---\nkind: risk-register\nid: reg\ntitle: Registre\nmethod: ${method}\nrisks:\n${lines.map(([id, title, likelihood, impact, more = '']) => `  - { id: ${id}, title: ${title}, current: { likelihood: ${likelihood}, impact: ${impact} }${more} }`).join('\n')}\n---\n`;
const AIM = ', components: [db], inherent: { likelihood: 5, impact: 5 }, target: { likelihood: 2, impact: 4 }';

/** A wiki with a past: a score that climbs, a version that nobody can read, a register that changes its name, a risk that leaves. */
function write(repo: Repository): void {
  const quiet: Line = ['R2', 'Panne brève', 2, 2];
  repo.commit('2025-06-01', 'Ouvrir le registre', { 'site.yml': SITE, 'shop/system.md': SHOP, 'shop/method.md': METHOD, 'shop/old.md': register('m', ['R1', 'Base perdue', 3, 3], quiet, ['R3', 'Ancien', 1, 1]), 'mots/system.md': '---\nkind: system\nid: mots\ntitle: Mots\n---\n', 'mots/method.md': WORDS, 'mots/risks.md': register('w', ['M1', 'Menace', 'rare', 'major']), 'vide/system.md': '---\nkind: system\nid: vide\ntitle: Vide\n---\n', 'vide/method.md': METHOD, 'vide/risks.md': register('m', ['V1', 'Disparu', 2, 2]) });
  repo.commit('2025-09-01', 'Incident de septembre', { 'shop/old.md': register('m', ['R1', 'Base perdue', 3, 4], quiet, ['R3', 'Ancien', 1, 1]) });
  repo.commit('2025-10-01', 'Fusion ratée', { 'shop/old.md': '---\nkind: risk-register\nrisks: [\n---\n' });
  repo.commit('2025-10-02', 'Réparer', { 'shop/old.md': register('m', ['R1', 'Base perdue', 3, 4], quiet, ['R3', 'Ancien', 1, 1]) });
  repo.git('mv', 'content/shop/old.md', 'content/shop/risks.md');
  repo.commit('2026-01-15', 'Coter plus haut', { 'shop/risks.md': register('m', ['R1', 'Base perdue', 4, 4, AIM], quiet) });
  repo.commit('2026-02-01', 'Vider', { 'vide/risks.md': null });
  repo.commit('2026-02-20', 'Menace avérée', { 'mots/risks.md': register('w', ['M1', 'Menace', 'rare', 'critical']) }, 'Ana');
}

async function build(content: string, out: string, cache: string): Promise<void> {
  const { NODE_ENV: _node, VITEST: _vitest, ...env } = process.env;
  await promisify(execFile)(process.execPath, [join(project, 'src/cli/main.ts'), 'build', '--content', content, '--out', out, '--cache', cache, '--as-of', '2026-03-12'], { cwd: project, maxBuffer: 1 << 26, env });
}

const text = async (locator: Locator): Promise<string> => (await locator.innerText()).replace(/\s+/g, ' ').trim();

describe.skipIf(skipBrowser)('what moved, what protects, what falls', { timeout: 240_000 }, () => {
  let browser: Browser;
  let repo: Repository;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-explore-'));
  const [dirty, lived, bare, cache] = ['dirty', 'lived', 'bare', 'cache'].map((name) => join(folder, name)) as [string, string, string, string];
  const sites = new Map<string, Awaited<ReturnType<typeof serve>>>();

  beforeAll(async () => {
    browser = await launch();
    repo = repository();
    write(repo);
    // What is written and not committed is shown as such; the commit then shows in pages that were kept from that build.
    const now = register('m', ['R1', 'Base perdue', 4, 4, AIM], ['R2', 'Panne brève', 5, 3]);
    repo.write('shop/risks.md', now);
    const copy = join(folder, 'content');
    cpSync(repo.root, copy, { recursive: true });
    await Promise.all([build(copy, bare, join(folder, 'cache-bare')), build(repo.root, dirty, cache)]);
    repo.commit('2026-03-10', 'Revue de mars', { 'shop/risks.md': now });
    await build(repo.root, lived, cache);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await Promise.all([...sites.values()].map((site) => site.close()));
    repo.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(root: string, path: string): Promise<Page> {
    let site = sites.get(root);
    if (!site) sites.set(root, (site = await serve(root)));
    const page = await browser.newPage({ locale: 'fr-FR', serviceWorkers: 'block', viewport: { width: 1280, height: 900 } });
    await page.goto(`${site.origin}${path}`);
    return page;
  }

  it('draws the score of a risk over time, with the same values in words and in a table', async () => {
    const page = await open(lived, '/shop/risks/r1/');
    const chart = page.getByRole('img', { name: /^9 \(Moyen\) le 1er juin 2025, 12 \(Élevé\) le 1er septembre 2025, 16 \(Critique\) depuis le 15 janvier 2026\. Cible : 8 \(Moyen\)\.$/ });
    expect(await chart.count()).toBe(1);
    expect((await chart.locator('.v').allTextContents()).map((label) => label.trim())).toEqual(['9', '12', '16', '8']);
    // A level is a name and a shape before it is a colour.
    expect((await chart.locator('.bl').allTextContents()).map((label) => label.trim())).toEqual(['Critique', 'Élevé', 'Moyen', 'Faible']);
    expect(new Set(await chart.locator('svg svg path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')))).size).toBe(3);
    const rows = page.getByRole('table', { name: /Cotations successives/ }).getByRole('row');
    expect((await rows.allInnerTexts()).slice(1).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^15 janv\. 2026 16 Critique 4 × 4 Probabilité 3 → 4, score 12 → 16, avant mesures : 25, cible fixée à 8 Coter plus haut Ops [0-9a-f]{7}$/),
      expect.stringMatching(/^1er sept\. 2025 12 Élevé 3 × 4 Impact 3 → 4, score 9 → 12 Incident de septembre Ops [0-9a-f]{7}$/),
      expect.stringMatching(/^1er juin 2025 9 Moyen 3 × 3 Ajouté au registre Ouvrir le registre Ops [0-9a-f]{7}$/),
    ]);
    const [hash = ''] = repo.git('log', '--format=%H', '--grep=Coter plus haut').trim().split('\n');
    expect(await page.getByRole('link', { name: `Commit ${hash.slice(0, 7)}` }).getAttribute('href')).toBe(`https://forge.example/ops/wiki/-/commit/${hash}`);
    expect(await text(page.locator('[aria-labelledby=history]'))).toContain('Une version n’a pas pu être lue, et ce qu’elle disait manque ici :');
    await page.close();
  });

  it('shows the way from before the controls to the target, what protects and what is touched', async () => {
    const page = await open(lived, '/shop/risks/r1/');
    expect(await page.locator('svg.pos').getAttribute('aria-label')).toMatch(/4 × 4.*5 × 5.*2 × 4/);
    expect((await page.locator('.move li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '))).toEqual(['Avant mesures 25 Critique 5 × 5', 'Aujourd’hui 16 Critique 4 × 4', 'Cible 8 Moyen 2 × 4']);
    expect(await text(page.locator('[aria-labelledby=protects]'))).toContain('Aucune sauvegarde');
    expect(await text(page.locator('[aria-labelledby=touches]'))).toContain('Base Composant, entraîne 2 composants');
    await page.close();
  });

  it('says that a rating never moved, in numbers or in words', async () => {
    const words = await open(lived, '/mots/risks/m1/');
    expect(await words.getByRole('img', { name: /^Majeur le 1er juin 2025, Critique depuis le 20 février 2026\.$/ }).count()).toBe(1);
    expect(await text(words.getByRole('table', { name: /Cotations/ }).getByRole('row').nth(1))).toContain('Impact Majeur → Critique, niveau Majeur → Critique Menace avérée Ana');
    await words.close();
    const still = await open(dirty, '/shop/risks/r2/');
    expect(await text(still.getByRole('table', { name: /Cotations/ }).getByRole('row').nth(1))).toContain('Pas encore dans Git');
    await still.close();
  });

  it('renders a page again when its past alone changed', async () => {
    const page = await open(lived, '/shop/risks/r2/');
    expect(await text(page.getByRole('table', { name: /Cotations/ }).getByRole('row').nth(1))).toMatch(/^10 mars 2026 15 Élevé 5 × 3 .* Revue de mars/);
    await page.close();
  });

  it('lists what changed in a register, from the first day that counts to now', async () => {
    const page = await open(lived, '/shop/risks/');
    const section = page.locator('[aria-labelledby=changed]');
    expect(await text(section.locator('h2'))).toBe('Ce qui a changé depuis le 12 déc. 2025');
    expect((await section.locator('li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim())).toEqual(['R2 4 Faible 15 Élevé P 2 → 5, I 2 → 3, sans action 10 mars', 'R1 12 Élevé 16 Critique P 3 → 4, sans action 15 janv.', 'R3 1 Faible retiré Ancien 15 janv.']);
    expect(await section.getByRole('link', { name: 'R1' }).getAttribute('href')).toBe('/shop/risks/r1/');
    expect(await section.getByRole('link', { name: 'R3' }).count()).toBe(0);
    await page.close();
  });

  it('says what left a register that is gone', async () => {
    const page = await open(lived, '/vide/risks/');
    expect(await text(page.locator('main'))).toMatch(/Registre absent .* V1 4 Faible retiré Disparu 1er févr\.$/);
    await page.close();
  });

  it('is honest without Git', async () => {
    const risk = await open(bare, '/shop/risks/r1/');
    expect(await text(risk.locator('[aria-labelledby=trend]'))).toContain('L’historique Git n’est pas disponible');
    expect(await risk.locator('.hist, svg.trend').count()).toBe(0);
    await risk.close();
    const page = await open(bare, '/shop/risks/');
    expect(await text(page.locator('[aria-labelledby=changed]'))).toBe('Ce qui a changé L’historique Git n’est pas disponible : ce qui a changé n’est pas connu.');
    await page.close();
  });

  it('draws what a component needs and what needs it, and names what falls and what is too slow', async () => {
    const page = await open(lived, '/shop/components/db/');
    const graph = page.getByRole('region', { name: 'Dépendances de Base, en schéma' });
    expect((await graph.locator('.dnode').allInnerTexts()).map((node) => node.replace(/\s+/g, ' ').trim())).toEqual([expect.stringMatching(/^Site web RTO 15 min/), expect.stringMatching(/^API RTO 30 min/), 'Base RTO 2 h']);
    expect(await graph.locator('svg.dlinks path').count()).toBe(2);
    const rows = page.locator('[aria-labelledby=falls] tbody tr');
    expect((await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual(['API Directement 30 min Intenable avant 2 h Aucun repli écrit', 'Site web Par API 15 min Intenable avant 2 h Page statique']);
    await graph.getByRole('link', { name: /Site web/ }).click();
    await page.waitForURL('**/shop/components/web/');
    expect((await page.locator('[aria-labelledby=against] tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual(['Ce composant 15 min', 'API 30 min Plus lent que la promesse', 'Base par API 2 h Plus lent que la promesse', 'Courriels par API 10 min Assez rapide']);
    await page.goto(page.url().replace('/web/', '/alone/'));
    expect(await text(page.locator('[aria-labelledby=deps]'))).toBe('Dépendances Ni dépendance, ni dépendant déclaré.');
    await page.close();
  });

  it('compares systems by level, and says how', async () => {
    const page = await open(inject('site'), '/risks/');
    const rows = page.locator('#compare .cmp tbody tr');
    expect(await rows.count()).toBe(5);
    expect(await text(rows.first())).toMatch(/^Amazon Review Analysis 1 9 12 2 /);
    expect(await text(rows.last())).toContain('Registre absent');
    await page.getByText('Comment les systèmes sont comparés').click();
    expect((await page.locator('.match tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toContain('Méthode de cotation de SP-E 4 × 2, en mots Critique Majeur aucun aucun');
    await page.goto(`${new URL(page.url()).origin}/`);
    expect(await page.getByRole('link', { name: 'Comment on compare' }).getAttribute('href')).toBe('/risks/#compare');
    await page.close();
  });

  it('is accessible in both themes, keeps to its policy and fits every width', async () => {
    const site = sites.get(lived) ?? (await serve(lived));
    sites.set(lived, site);
    const paths = ['/shop/risks/r1/', '/shop/risks/r2/', '/mots/risks/m1/', '/shop/risks/', '/vide/risks/', '/shop/components/api/', '/risks/', '/'];
    const problems: string[] = [];
    const faults = await visit(browser, { origin: site.origin, root: lived }, paths, { viewport: { width: 1280, height: 900 }, prepare: axeInAll }, async (page, path) => {
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      problems.push(...(await violationsInBothThemes(page)).map((found) => `${path} ${found}`));
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        problems.push(...(await sideways(page)).map((found) => `${path} at ${width}: ${found}`));
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    });
    expect([...problems, ...faults]).toEqual([]);
    for (const path of paths) expect(readFileSync(join(lived, path, 'index.html'), 'utf8'), path).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
  });
});
