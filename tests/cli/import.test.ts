import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { runIn } from './run-in.ts';

const REGISTER = `# Boutique

## Risques

| ID | Risque | Probabilité | Impact | Criticité | Responsable |
| --- | --- | --- | --- | --- | --- |
| R-01 | Panne du paiement | 3 | 4 | 10 | Ops |
| R-02 | Perte de la base | 1 | 5 | 5 | DBA |

## Historique

Le registre date de 2024.
`;

let folder: string;
const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
const read = (name: string): string => readFileSync(join(folder, 'content/shop', name), 'utf8');
const tree = (): string[] => readdirSync(join(folder, 'content'), { recursive: true }).map(String).sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-import-'));
  mkdirSync(join(folder, 'content'));
  write('content/site.yml', 'title: Essai\nlanguage: en\n');
  write('risques.md', REGISTER);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('vigie import', () => {
  it('prints the plan with lines on both sides, writes on a yes, and what it wrote is read without an error of form', async () => {
    const dry = await runIn(folder, 'import', 'risques.md', '--into', 'shop', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/content\/shop\/risks\.md {2}risk-register {2}new\n {2}7 → 6 +R-01 {2}Panne du paiement/);
    expect(tree()).toEqual(['site.yml']);
    const done = await runIn(folder, 'import', 'risques.md', '--into', 'shop', '--yes');
    expect(done.code).toBe(0);
    expect(read('risks.md').split('\n')[5]).toBe('  - id: R-01');
    const checked = await runIn(folder, 'check');
    expect(checked.out).not.toMatch(/content\/(?:schema|syntax|value)/);
    // The source's own score disagrees with its method: it is kept, and check says so.
    expect(checked.out).toMatch(/risk\/score-mismatch[\s\S]*R-01/);
  });

  it('writes nothing without a yes, and asks where somebody can answer', async () => {
    const silent = await runIn(folder, 'import', 'risques.md', '--into', 'shop');
    expect(silent).toMatchObject({ code: 2 });
    expect(silent.err).toMatch(/^vigie import: nothing is written without a yes: add --yes/);
    const questions: string[] = [];
    const answer = async (word: string): Promise<number> =>
      run(['import', 'risques.md', '--into', 'shop'], { out: () => undefined, err: () => undefined, cwd: folder, now: new Date('2026-03-12'), color: false, progress: false, ask: (question) => (questions.push(question), Promise.resolve(word)) });
    expect(await answer('n')).toBe(0);
    expect(tree()).toEqual(['site.yml']);
    expect(await answer('oui')).toBe(0);
    expect(questions[0]).toMatch(/^Write \d files into content\/shop\? /);
    expect(existsSync(join(folder, 'content/shop/risks.md'))).toBe(true);
  });

  it('accounts for every line', async () => {
    const { code, out } = await runIn(folder, 'import', 'risques.md', '--into', 'shop', '--account');
    expect(code).toBe(0);
    expect(out).toMatch(/ 7 {2}record {6}content\/shop\/risks\.md/);
    expect(out).toMatch(/ 12 {2}narrative {3}content\/shop\/pages\/historique\.md/);
    expect(out).toMatch(/8 lines = 6 in records \+ 2 in narrative \+ 0 not placed\n {2}every line is accounted for/);
    expect(tree()).toEqual(['site.yml']);
  });

  it('gives the plan as JSON', async () => {
    const { out } = await runIn(folder, 'import', 'risques.md', '--into', 'shop', '--json', '--dry-run');
    const plan = JSON.parse(out) as { system: string; documents: { path: string; records: { id: string; line: number; from: { line: number }[] }[] }[] };
    expect(plan.system).toBe('shop');
    expect(plan.documents.find(({ path }) => path.endsWith('risks.md'))?.records.map(({ id, line, from }) => [id, from[0]?.line, line])).toEqual([['R-01', 7, 6], ['R-02', 8, 11]]);
  });
});

describe('the plan', () => {
  const CSV = 'ID;Risque;Probabilité;Impact\nR-01;Panne;3;4\nTotal;;;12\n';
  beforeEach(() => write('risques.csv', CSV));
  const plan = async (...words: string[]): Promise<string> => (await runIn(folder, 'import', 'risques.csv', '--into', 'shop', '--dry-run', ...words)).out;
  const FRENCH = [/risks\.md {2}risk-register {2}nouveau\n/, /la source ne dit pas à partir de quel score un risque est grave/, /1 ligne, une ligne de totaux \(risques\.csv : 3\)/, /1 fiche, 3 fichiers à écrire/];

  it('speaks the language of the site', async () => {
    write('content/site.yml', 'title: Essai\nlanguage: fr\n');
    const said = await plan();
    for (const sentence of FRENCH) expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\b(?:the|lines|records|file|to write)\b/);
    const questions: string[] = [];
    const code = await run(['import', 'risques.csv', '--into', 'shop'], { out: () => undefined, err: () => undefined, cwd: folder, now: new Date('2026-03-12'), color: false, progress: false, ask: (question) => (questions.push(question), Promise.resolve('o')) });
    expect({ code, questions }).toEqual({ code: 0, questions: ['Écrire 3 fichiers dans content/shop ? [o/N] '] });
  });

  it('speaks another where it is asked to, and writes in that of the site', async () => {
    const said = await plan('--lang', 'fr');
    for (const sentence of FRENCH) expect(said).toMatch(sentence);
    await runIn(folder, 'import', 'risques.csv', '--into', 'shop', '--yes', '--lang', 'fr');
    expect(read('risks.md')).toMatch(/title: Risk register/);
    expect(await runIn(folder, 'import', 'risques.csv', '--lang', 'de')).toMatchObject({ code: 2, err: 'vigie import: --lang takes en or fr, not de\n' });
  });
});

describe('importing again', () => {
  beforeEach(async () => void (await runIn(folder, 'import', 'risques.md', '--into', 'shop', '--yes')));
  const again = (...words: string[]): ReturnType<typeof runIn> => runIn(folder, 'import', 'risques.md', '--into', 'shop', '--yes', ...words);
  const edit = (name: string, from: string, to: string): void => writeFileSync(join(folder, 'content/shop', name), read(name).replace(from, to));

  it('changes nothing where nothing changed', async () => {
    const before = tree().map((name) => [name, name.endsWith('.md') ? readFileSync(join(folder, 'content', name), 'utf8') : '']);
    const { code, out } = await again();
    expect(code).toBe(0);
    expect(out).toMatch(/Nothing to write/);
    expect(tree().map((name) => [name, name.endsWith('.md') ? readFileSync(join(folder, 'content', name), 'utf8') : ''])).toEqual(before);
  });

  it('shows what the source changed and takes it over', async () => {
    write('risques.md', REGISTER.replace('| 1 | 5 | 5 |', '| 2 | 5 | 10 |'));
    const { code, out } = await again();
    expect(code).toBe(0);
    expect(out).toMatch(/risks\.md {2}risk-register {2}updated from the source[\s\S]*- {5}current: \{ likelihood: 1, impact: 5 \}[\s\S]*\+ {5}current: \{ likelihood: 2, impact: 5 \}/);
    expect(read('risks.md')).toMatch(/likelihood: 2, impact: 5/);
  });

  it('keeps an edit, and merges it with a change elsewhere', async () => {
    edit('risks.md', 'owner: Ops', 'owner: Équipe paiement');
    write('risques.md', REGISTER.replace('| 1 | 5 | 5 |', '| 2 | 5 | 10 |'));
    const { code, out } = await again();
    expect(code).toBe(0);
    expect(out).toMatch(/merged with your edits/);
    expect(read('risks.md')).toMatch(/owner: Équipe paiement/);
    expect(read('risks.md')).toMatch(/likelihood: 2, impact: 5/);
  });

  it('leaves a file alone where the source changed what an author edited, and says so every time', async () => {
    edit('risks.md', 'likelihood: 1', 'likelihood: 3');
    write('risques.md', REGISTER.replace('| 1 | 5 | 5 |', '| 2 | 5 | 10 |'));
    for (const attempt of [1, 2]) {
      const { code, out } = await again();
      expect(code, `attempt ${attempt}`).toBe(1);
      expect(out).toMatch(/kept: the source changed where it was edited by hand\n[\s\S]*\+ {5}current: \{ likelihood: 2/);
      expect(read('risks.md')).toMatch(/likelihood: 3, impact: 5/);
    }
  });

  it('never writes over what it did not write, nor brings back what was deleted', async () => {
    rmSync(join(folder, 'content/shop/.import.json'));
    writeFileSync(join(folder, 'content/shop/risks.md'), 'by hand\n');
    expect((await again()).code).toBe(1);
    expect(read('risks.md')).toBe('by hand\n');
  });

  it('keeps the ids it gave when a row comes in between', async () => {
    const rows = ['| Action | Échéance | Responsable |', '| --- | --- | --- |', '| Doubler la base | 31/03/2026 | Ops |', '| Tester la reprise | 30/04/2026 | Ops |'];
    write('actions.md', `# Plan\n\n${rows.join('\n')}\n`);
    await runIn(folder, 'import', 'actions.md', '--into', 'plan', '--yes');
    write('actions.md', `# Plan\n\n${[...rows.slice(0, 2), '| Former l’équipe | 01/02/2026 | RH |', ...rows.slice(2)].join('\n')}\n`);
    await runIn(folder, 'import', 'actions.md', '--into', 'plan', '--yes');
    const text = readFileSync(join(folder, 'content/plan/actions.md'), 'utf8');
    expect([...text.matchAll(/id: (A-\d+)\n\s+title: (.*)/g)].map(([, id, title]) => [id, title])).toEqual([['A-03', 'Former l’équipe'], ['A-01', 'Doubler la base'], ['A-02', 'Tester la reprise']]);
  });
});

describe('what cannot be imported', () => {
  const locked = new Uint8Array(2048);
  locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  locked.set([...'EncryptedPackage'].flatMap((sign) => [sign.charCodeAt(0), 0]), 600);
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) });
  it.each<[string, string | Uint8Array, RegExp]>([
    ['secret.xlsx', locked, /secret\.xlsx is protected by a password: open it, save it without the password/],
    ['old.xls', locked.slice(0, 512), /old\.xls is in the format of Office 97: save it as \.xlsx/],
    ['plan.pdf', '%PDF-1.7\n…', /plan\.pdf is a PDF: copy its text/],
    ['photo.jpg', Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256), /photo\.jpg is not text/],
    ['empty.md', '', /empty\.md is empty/],
    ['signs.txt', '--- 12 %% 44\n', /signs\.txt holds no words/],
    ['data.json', '{"risks": [1, 2]}', /data\.json is JSON data, not a document/],
    ['site.zip', zipSync({ 'a.txt': strToU8('words') }), /site\.zip is an archive, not a document/],
    ['bomb.xlsx', bomb, /bomb\.xlsx unpacks to 80 MB/],
    ['broken.docx', zipSync({ 'word/document.xml': strToU8('<w:document') }), /broken\.docx is a damaged Word document/],
    ['broken.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook') }), /broken\.xlsx is a damaged workbook/],
    ['rows.csv', `id;risque\n${'1;panne\n'.repeat(25_000)}`, /rows\.csv holds 2500\d lines; import takes up to 20000/],
    ['minified.txt', `${'mot,'.repeat(40_000)}\n`, /minified\.txt holds a line of more than 100000 characters/],
    ['export.csv', `id;risque\n${'1;panne du service\n'.repeat(3_000_000)}`, /export\.csv weighs \d+ MB; import takes up to 16 MB/],
  ])('is refused in one sentence: %s', async (name, bytes, sentence) => {
    write(name, bytes);
    const { code, out, err } = await runIn(folder, 'import', name, '--yes');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(tree()).toEqual(['site.yml']);
  });

  it.each<[readonly string[], RegExp]>([
    [[], /name the files to import/],
    [['nowhere.md'], /there is no file nowhere\.md/],
    [['content'], /content is a folder/],
    [['risques.md', '--into', '../out'], /--into takes the name of one folder/],
    [['risques.md', '--content', 'wiki'], /there is no folder .*wiki/],
  ])('is wrong use: %s', async (words, sentence) => {
    const { code, err } = await runIn(folder, 'import', ...words, '--yes');
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});
