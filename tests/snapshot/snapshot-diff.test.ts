import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../cli/run-in.ts';
import { repository, type Repository } from '../readers/git-repository.ts';
import { changed, SHOP } from '../views/diff-wiki.ts';

const SLOW = { timeout: 120_000 };
const WORSE = changed(SHOP, { 'shop/risks.md': [['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }'], ['    owner: lead\n', '']] });
const OPEN = { 'gate/system.md': '---\nkind: system\nid: gate\ntitle: Gate\nclassification: public\n---\n', 'gate/pages/open.md': '---\nkind: page\nid: open\ntitle: Open\nclassification: public\n---\n\nOpen to all.\n' };
const QUAY = { 'quay/system.md': '---\nkind: system\nid: quay\ntitle: Quay\n---\n' };

let repo: Repository;
const diff = (...words: string[]): Promise<{ code: number; out: string; err: string }> => runIn(repo.folder, 'snapshot', 'diff', ...words);
const make = async (file: string, ...words: string[]): Promise<void> => {
  const { code, err } = await runIn(repo.folder, 'snapshot', '-o', file, ...words);
  expect([code, err]).toEqual([0, '']);
};

beforeAll(async () => {
  repo = repository();
  repo.commit('2026-03-01', 'Begin', { '../.gitignore': '*.pdf*\n', ...SHOP, ...QUAY, ...OPEN });
  await make('a.pdf');
  await make('quay.pdf', '--system', 'quay');
  await make('public.pdf', '--audience', 'public');
  repo.commit('2026-03-02', 'Worse', { 'shop/risks.md': WORSE['shop/risks.md'] ?? '', 'quay/pages/new.md': '---\nkind: page\nid: new\ntitle: New\n---\n\n![Plan](plan.png)\n', 'quay/pages/plan.png': 'x' });
  await make('b.pdf');
  await make('shop.pdf', '--system', 'shop');
}, 120_000);
afterAll(() => repo.remove());

describe('vigie snapshot diff', SLOW, () => {
  it('says the same as a diff of the two commits, from the files alone', async () => {
    const { code, out, err } = await diff('a.pdf', 'b.pdf');
    expect([code, err]).toEqual([0, '']);
    const commits = await runIn(repo.folder, 'diff', 'HEAD~1', 'HEAD');
    const body = (text: string): string => text.slice(text.indexOf('\n')).replace(/\n  new {6}content\/quay\/pages\/plan\.png/, '').replace(/and \d files? changed/, 'and files changed');
    expect(body(out)).toBe(body(commits.out));
    expect(out).toContain('12 → 16, High → Critical, leaves tolerance');
    expect(out).toMatch(/^a\.pdf \([0-9a-f]{8}, 2026-03-01\) → b\.pdf \([0-9a-f]{8}, 2026-03-02\), as of 2026-03-02\n/);
  });

  it('is silent on a picture that a snapshot does not carry', async () => {
    expect((await diff('a.pdf', 'b.pdf')).out).not.toContain('link/');
  });

  it('finds nothing between a snapshot and itself', async () => {
    expect((await diff('a.pdf', 'a.pdf', '--lang', 'fr')).out.split('\n')[1]).toBe('rien n’a changé');
  });

  it('holds to what both hold', async () => {
    const { code, out } = await diff('a.pdf', 'shop.pdf');
    expect(code).toBe(0);
    expect(out).toContain('R-1 Memory');
    expect(out).not.toContain('quay');
  });

  it('prints JSON, or writes its report', async () => {
    const { out } = await diff('a.pdf', 'b.pdf', '--format', 'json');
    expect((JSON.parse(out) as { from: { name: string } }).from.name).toBe('a.pdf');
    expect((await diff('a.pdf', 'b.pdf', '--format', 'markdown', '-o', 'diff.md')).out).toContain('→ diff.md');
    expect(readFileSync(join(repo.folder, 'diff.md'), 'utf8')).toContain('R-1');
  });

  it('leaves a snapshot for the public to be verified by its commit alone', async () => {
    const { code, out } = await runIn(repo.folder, 'verify', 'public.pdf', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { facts: { id: string }[] }).facts.map(({ id }) => id).slice(-2)).toEqual(['commit/found', 'sources/none']);
    expect((await runIn(repo.folder, 'verify', 'public.pdf', '--rebuild')).out).toContain('the snapshot is the same file');
  });

  it('takes the word of no file that was changed', async () => {
    const document = await PDFDocument.load(readFileSync(join(repo.folder, 'a.pdf')), { updateMetadata: false });
    const names = document.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('EmbeddedFiles'), PDFDict).lookup(PDFName.of('Names'), PDFArray);
    names.remove(names.size() - 1);
    names.remove(names.size() - 1);
    writeFileSync(join(repo.folder, 'changed.pdf'), await document.save({ updateFieldAppearances: false }));
    expect(await diff('changed.pdf', 'b.pdf')).toEqual({ code: 2, out: '', err: 'vigie snapshot diff: changed.pdf changed since it was made, so what it carries says nothing; vigie verify changed.pdf says where\n' });
  });

  it.each([
    [[], 'takes two files: vigie snapshot diff <a.pdf> <b.pdf>'],
    [['a.pdf'], 'takes two files: vigie snapshot diff <a.pdf> <b.pdf>'],
    [['a.pdf', 'none.pdf'], 'there is no file none.pdf'],
    [['a.pdf', 'content/site.yml'], 'content/site.yml: This is not a PDF.'],
    [['public.pdf', 'public.pdf'], 'public.pdf carries no sources to compare, as it was made for the public; take two that were made without --audience public'],
    [['quay.pdf', 'shop.pdf'], 'quay.pdf holds quay and shop.pdf holds shop: they have no system in common'],
    [['a.pdf', 'b.pdf', '--lang', 'de'], '--lang takes en or fr, not de'],
    [['a.pdf', 'b.pdf', '--format', 'xml'], '--format takes text, json, markdown, not xml'],
    [['a.pdf', 'b.pdf', '-o', 'a.pdf/x'], 'a.pdf/x cannot be written (EEXIST); name another file with --output'],
  ])('refuses in one sentence: %s', async (words, sentence) => {
    expect(await diff(...words)).toEqual({ code: 2, out: '', err: `vigie snapshot diff: ${sentence}\n` });
  });
});
