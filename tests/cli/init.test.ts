import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '../../src/schemas/kinds.ts';
import { read } from '../readers/report.ts';
import { ROOT, runIn } from './run-in.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-init-'));
  folders.push(folder);
  return folder;
}

const filesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();

describe.each(['fr', 'en'] as const)('vigie init, in %s', (lang) => {
  it('makes a wiki with one example of each kind, in which nothing is wrong', async () => {
    const folder = emptyFolder();
    const { code, out, err } = await runIn(folder, 'init', '--lang', lang, '--title', 'Ops: « nuit »');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('npm install && npm start');
    const wiki = read(join(folder, 'content'));
    expect(new Set(wiki.documents.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
    expect(wiki.site).toMatchObject({ title: 'Ops: « nuit »', language: lang });
    const checked = await runIn(folder, 'check');
    expect(checked.code).toBe(0);
    // The one thing that check says: its contacts are invented, and marked so.
    expect([...new Set(checked.out.match(/^(?:error|warning) \S+/gm))]).toEqual(['warning contact/unverified']);
  });

  it('marks every example as one', async () => {
    const folder = emptyFolder();
    await runIn(folder, 'init', '--lang', lang);
    for (const file of filesOf(join(folder, 'content')).filter((name) => name.endsWith('.md'))) {
      const text = readFileSync(join(folder, 'content', file), 'utf8');
      expect(text, file).toMatch(lang === 'fr' ? /^---\n# Exemple fictif/ : /^---\n# A made-up example/);
      expect(text, file).not.toContain('{{');
    }
    const left = filesOf(folder).filter((name) => /\{\{(?:title|schemas|[+-]\d)/.test(readFileSync(join(folder, name), 'utf8')));
    expect(left).toEqual([]);
  });

  it('is not late on the day it is made, whatever the day', async () => {
    const folder = emptyFolder();
    await runIn(folder, 'init', '--lang', lang);
    // runIn's day: a year later the same examples ask for a review.
    expect((await runIn(folder, 'check', '--as-of', '2026-03-12')).out).not.toContain('overdue');
    expect((await runIn(folder, 'check', '--as-of', '2028-03-12')).out).toContain('overdue');
  });
});

describe('vigie init', () => {
  it('writes what a wiki needs around its content', async () => {
    const folder = emptyFolder();
    await runIn(folder, 'init');
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, Record<string, unknown>>;
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(manifest).toMatchObject({ private: true, scripts: { start: 'vigie start', test: 'vigie check' }, dependencies: { vigie: `^${version}` }, allowScripts: { node: true } });
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toContain('node_modules/');
    expect(filesOf(folder)).toEqual(expect.arrayContaining(['.github/workflows/vigie.yml', '.vscode/extensions.json', '.vscode/settings.json', '.vscode/extensions/vigie/package.json', 'README.md']));
    expect(existsSync(join(folder, '.gitlab-ci.yml'))).toBe(false);
  });

  it('writes the pipeline of the forge that is named', async () => {
    const folder = emptyFolder();
    await runIn(folder, 'init', '--forge', 'gitlab');
    expect(parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'))).toHaveProperty('check');
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  it('makes the folder that is named', async () => {
    const folder = emptyFolder();
    const { code, out } = await runIn(folder, 'init', 'wiki-ops');
    expect([code, out.includes('cd wiki-ops && npm install')]).toEqual([0, true]);
    expect(readFileSync(join(folder, 'wiki-ops/content/site.yml'), 'utf8')).toContain('title: Wiki ops\n');
  });

  it('takes a folder where the package was installed first, and keeps what its package.json says', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'ours', scripts: { test: 'echo "Error: no test specified" && exit 1', build: 'ours' }, devDependencies: { vigie: '1.2.3' } }));
    expect((await runIn(folder, 'init')).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({ name: 'ours', scripts: { start: 'vigie start', dev: 'vigie dev', build: 'ours', check: 'vigie check', test: 'vigie check' }, devDependencies: { vigie: '1.2.3' }, allowScripts: { node: true, esbuild: true } });
  });

  it.each([
    ['a folder that holds something', (folder: string) => writeFileSync(join(folder, 'notes.md'), 'x'), ['init'], 'this folder is not empty (notes.md): a new wiki goes into an empty folder, such as vigie init ops-wiki'],
    ['a wiki', (folder: string) => cpSync(join(ROOT, 'src/starter/fr'), folder, { recursive: true }), ['init'], 'this folder is not empty (README.md, content): a new wiki goes into an empty folder, such as vigie init ops-wiki'],
    ['a file', (folder: string) => writeFileSync(join(folder, 'wiki'), 'x'), ['init', 'wiki'], 'wiki is a file: name a folder'],
    ['a package.json that is not JSON', (folder: string) => writeFileSync(join(folder, 'package.json'), '{'), ['init'], 'package.json is not JSON: mend it, or remove it'],
    ['another language', () => undefined, ['init', '--lang', 'de'], '--lang takes fr or en, not de'],
    ['another forge', () => undefined, ['init', '--forge', 'sourceforge'], '--forge takes github or gitlab, not sourceforge'],
    ['two folders', () => undefined, ['init', 'a', 'b'], 'one folder at a time, not a b'],
    ['an empty title', () => undefined, ['init', '--title', ' '], '--title takes a text'],
  ])('refuses %s in one sentence, and writes nothing', async (_what, prepare, words, sentence) => {
    const folder = emptyFolder();
    prepare(folder);
    const before = filesOf(folder);
    expect(await runIn(folder, ...words)).toEqual({ code: 2, out: '', err: `vigie init: ${sentence}\n` });
    expect(filesOf(folder)).toEqual(before);
  });
});
