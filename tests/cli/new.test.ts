import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fileOf, idOf, newDocument } from '../../src/cli/new-document.ts';
import { readFrontmatter } from '../../src/readers/frontmatter.ts';
import { kinds, type Kind } from '../../src/schemas/kinds.ts';
import { read } from '../readers/report.ts';
import { FIXTURES, ROOT, runIn } from './run-in.ts';

const KINDS = Object.keys(kinds) as Kind[];
const real = read(join(ROOT, 'content'));
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A wiki made by init, in a folder of its own. */
async function ownWiki(lang = 'en'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-new-'));
  folders.push(folder);
  expect((await runIn(folder, 'init', '--lang', lang)).code).toBe(0);
  return folder;
}

/** The same document with every comment that is a field made one. */
const uncommented = (text: string): string => text.replace(/^( *)# (?!yaml-language)([\w-]+: )/gm, '$1$2');

describe.each(KINDS)('a new %s', (kind) => {
  it.each(['fr', 'en'] as const)('reads without a mistake in each system, as it is and with all of its fields (%s)', (lang) => {
    for (const { id: system } of real.systems) {
      const wanted = { kind, system, lang, today: '2026-03-12' };
      const text = newDocument(real, wanted, idOf(real, wanted), '../x.json');
      for (const each of [text, uncommented(text)]) {
        const { data, problems } = readFrontmatter(each, 'a.md');
        expect(problems).toEqual([]);
        expect(kinds[kind].safeParse(data).error?.issues ?? [], each).toEqual([]);
      }
      expect(Object.keys(readFrontmatter(uncommented(text), 'a.md').data ?? {}).length).toBeGreaterThan(Object.keys(readFrontmatter(text, 'a.md').data ?? {}).length);
    }
  });

  it('says what every field that has a doc line is for', () => {
    const wanted = { kind, system: 'bienbon', lang: 'en', today: '2026-03-12' } as const;
    const text = newDocument(real, wanted, idOf(real, wanted), '../x.json');
    for (const [key, field] of Object.entries(kinds[kind].shape as Record<string, { description?: string }>)) {
      if (key === 'system') continue;
      const line = text.split('\n').find((each) => each.startsWith(`${key}:`) || each.startsWith(`# ${key}:`));
      expect(line, key).toBeDefined();
      if (field.description !== undefined) expect(line).toContain(field.description);
    }
  });

  it('is taken by check, in a wiki of one’s own', async () => {
    const folder = await ownWiki();
    // What stands there of lists that are one file a system makes way.
    const system = kind === 'system' ? 'shop' : 'example';
    const { code, out, err } = await runIn(folder, 'new', kind, '--system', system, ...(kind === 'system' || kind === 'runbook' ? [] : ['--file', `${system}/new/one.md`]));
    expect([code, err]).toEqual([0, '']);
    const file = /^(content\/\S+)/.exec(out)?.[1] ?? '';
    expect(existsSync(join(folder, file)), file).toBe(true);
    const checked = await runIn(folder, 'check', '--format', 'json');
    const { findings } = JSON.parse(checked.out) as { findings: { rule: string; file: string; severity: string; what: string }[] };
    expect(findings.filter((finding) => finding.file === file && /^(content|link)\//.test(finding.rule) && finding.severity === 'error').map(({ what }) => what)).toEqual([]);
  });
});

describe('the next free id', () => {
  it.each([
    ['runbook', 'bienbon', 'RB-S10'],
    ['risk', 'bienbon', 'R6'],
    ['decision', 'bienbon', 'ADR-037'],
    ['risk', 'ascension', 'R13'],
    // Their ids are words.
    ['runbook', 'ascension', 'RB-01'],
    ['action-plan', 'sp-e', 'A-01'],
    ['continuity-plan', 'amazon-reviews', 'SC-4'],
    ['indicators', 'immersion-facilitee', 'I-06'],
  ] as const)('of a %s in %s is nobody’s, and goes on from theirs: %s', (kind, system, expected) => {
    const id = idOf(real, { kind, system, lang: 'fr', today: '2026-03-12' });
    const all = [...real.records.values()].filter((record) => record.system === system);
    expect(all.map((record) => record.id.toLowerCase())).not.toContain(id.toLowerCase());
    expect(id).toBe(expected);
  });

  it('is none that an alias keeps, an unreadable file holds, or another case spells', async () => {
    const folder = await ownWiki();
    const file = join(folder, 'content/example/runbooks/rb-01.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('id: RB-01\n', 'id: RB-01\naliases: [rb-02]\n'));
    expect((await runIn(folder, 'new', 'runbook')).out).toContain('runbook RB-03\n');
    writeFileSync(join(folder, 'content/example/runbooks/rb-04.md'), '---\nkind: runbook\nid: RB-04\ntitle: x\ntype: nonsense\n---\n');
    expect((await runIn(folder, 'new', 'runbook')).out).toContain('runbook RB-05\n');
  });

  it('begins where a system has none', async () => {
    const folder = await ownWiki('fr');
    await runIn(folder, 'new', 'system', '--system', 'boutique', '--title', 'La boutique');
    expect(readFileSync(join(folder, 'content/boutique/system.md'), 'utf8')).toMatch(/^---\n# yaml-language-server: \$schema=\.\.\/\.\.\/node_modules\/vigie\/src\/schemas\/json\/system\.json\nkind: system\nid: boutique .*\ntitle: La boutique /);
    expect((await runIn(folder, 'new', 'backup-policy', '--system', 'boutique')).out).toContain('content/boutique/sauvegardes.md  backup-policy SV-01\n');
    expect((await runIn(folder, 'new', 'review', '--system', 'boutique')).out).toContain('content/boutique/revues/rev-01.md  review REV-01\n');
  });
});

describe('the file of a new document', () => {
  it('stands where the system keeps its own of that kind', () => {
    const wanted = { kind: 'runbook', system: 'bienbon', lang: 'fr', today: '2026-03-12' } as const;
    expect(fileOf(real, wanted, 'RB-X1')).toBe('bienbon/runbooks/rb-x1.md');
    expect(fileOf(real, { ...wanted, kind: 'incident-matrix', system: 'ascension' }, 'P1')).toMatch(/^ascension\/incidents\.md$/);
  });
});

describe('vigie new', () => {
  it.each([
    [[], `name a kind: ${KINDS.join(', ')}`],
    [['runbok'], 'there is no kind runbok; the nearest is runbook'],
    [['xyz'], `there is no kind xyz: ${KINDS.join(', ')}`],
    [['runbook', 'risk'], 'one document at a time, not runbook risk'],
    [['system'], 'name the new system with --system, such as vigie new system --system shop'],
    [['runbook', '--system', 'nowhere'], 'there is no system nowhere; vigie new system --system nowhere makes it'],
    [['system', '--system', '../x'], '--system takes the name of one folder, in letters, digits, dots and dashes, not ../x'],
    [['runbook', '--id', 'RB 1'], '--id takes letters, digits, dots, dashes and underscores, not RB 1'],
    [['runbook', '--id', 'rb-01'], 'rb-01 is taken in example: an id is never used twice'],
    [['runbook', '--file', '../outside.md'], '--file takes a Markdown file of content/, not ../outside.md'],
    [['runbook', '--file', 'example/a.txt'], '--file takes a Markdown file of content/, not example/a.txt'],
    [['incident-matrix'], 'content/example/incidents.md is there already: name another with --file'],
    [['runbook', '--file', 'content/example/runbooks/rb-01.md'], 'content/example/runbooks/rb-01.md is there already: name another with --file'],
    [['page', '--title', ' '], '--title takes a text'],
  ])('refuses %j in a sentence', async (words, sentence) => {
    const folder = await ownWiki();
    expect(await runIn(folder, 'new', ...words)).toEqual({ code: 2, out: '', err: `vigie new: ${sentence}\n` });
  });

  it('asks which system where there are several, and says so where there is none', async () => {
    expect(await runIn(ROOT, 'new', 'runbook')).toMatchObject({ code: 2, err: expect.stringMatching(/^vigie new: name the system with --system: amazon-reviews, /) });
    const folder = mkdtempSync(join(tmpdir(), 'vigie-new-'));
    folders.push(folder);
    cpSync(join(FIXTURES, 'model-examples/content/site.yml'), join(folder, 'content/site.yml'));
    expect(await runIn(folder, 'new', 'runbook')).toMatchObject({ code: 2, err: 'vigie new: there is no system yet: make one with vigie new system --system shop\n' });
  });
});

describe('the schema that a new document names', () => {
  it('is there, from where the document stands', async () => {
    const folder = await ownWiki();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/vigie'), 'junction');
    await runIn(folder, 'new', 'runbook');
    const file = join(folder, 'content/example/runbooks/rb-02.md');
    const path = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    expect(JSON.parse(readFileSync(join(dirname(file), path), 'utf8'))).toMatchObject({ title: 'Vigie: runbook' });
  });
});
