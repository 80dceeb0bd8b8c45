import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../src/cli/reporters/report-json.ts';
import { gitIn, repository, type Repository } from '../readers/git-repository.ts';
import { ROOT, runIn } from './run-in.ts';

const SITE = 'title: Test\nlanguage: en\n';
const SYSTEM = '---\nkind: system\nid: shop\ntitle: Shop\nowner: ops\n---\n';
const METHOD = '---\nkind: method\nid: m\ntitle: M\nlikelihood: [{ value: 1, label: Rare }, { value: 2, label: Often }]\nimpact: [{ value: 1, label: Low }, { value: 2, label: High }]\nlevels: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 4 }]\n---\n';
const risk = (id: string, more = ''): string => `  - { id: ${id}, title: ${id}, current: { likelihood: 1, impact: 1 }, treatment: mitigate${more} }\n`;
const register = (...risks: string[]): string => `---\nkind: risk-register\ntitle: Risks\nmethod: m\nrisks:\n${risks.join('')}---\n`;
const first = { 'site.yml': SITE, 'shop/system.md': SYSTEM, 'shop/method.md': METHOD, 'shop/risks.md': register(risk('R-1'), risk('R-2', ', owner: ops')) };

describe('vigie check --changed', () => {
  let repo: Repository;
  beforeEach(() => {
    repo = repository();
    repo.commit('2026-01-01', 'Begin', first);
  });
  afterEach(() => repo.remove());

  /** Rule, place and record of what is reported. */
  async function worse(...words: string[]): Promise<string[]> {
    const { code, out, err } = await runIn(repo.folder, 'check', '--changed', 'HEAD', '--format', 'json', '--rule', 'risk/no-owner', '--rule', 'link/broken-reference', ...words);
    expect([code === 2, err]).toEqual([false, '']);
    return (JSON.parse(out) as ReportJson).findings.map(({ severity, rule, file, line, record }) => `${severity} ${rule} ${file}:${line} ${record ?? ''}`);
  }

  it('says nothing of what stood before, and counts it', async () => {
    expect(await worse()).toEqual([]);
    const { code, out } = await runIn(repo.folder, 'check', '--changed', 'HEAD', '--rule', 'risk/no-owner', '--max-warnings', '0');
    expect([code, out]).toEqual([0, expect.stringMatching(/^nothing made worse since HEAD \([0-9a-f]{8}\), where 1 other finding stood already\n$/)]);
    expect((await runIn(repo.folder, 'check', '--changed', 'HEAD', '--rule', 'risk/no-owner', '--lang', 'fr')).out).toMatch(/^rien n’est aggravé depuis HEAD \(\w+\), où 1 autre constat existait déjà\n$/);
  });

  it('reports what is new in the working folder, and fails on it', async () => {
    repo.write('shop/risks.md', register(risk('R-1'), risk('R-2')));
    expect(await worse()).toEqual(['warning risk/no-owner content/shop/risks.md:7 shop/R-2']);
    expect((await runIn(repo.folder, 'check', '--changed', 'HEAD', '--rule', 'risk/no-owner', '--max-warnings', '0')).code).toBe(1);
    repo.write('shop/risks.md', register(risk('R-1'), risk('R-2', ', owner: ops, actions: [A-9]')));
    expect(await worse()).toEqual(['error link/broken-reference content/shop/risks.md:7 shop/R-2']);
  });

  it('takes no moved line for a new finding, nor a moved file whose record is the same', async () => {
    repo.write('shop/risks.md', register('  # a comment\n', '\n', risk('R-0', ', owner: ops'), risk('R-1'), risk('R-2', ', owner: ops')));
    expect(await worse()).toEqual([]);
    rmSync(join(repo.root, 'shop/risks.md'));
    repo.write('shop/register/all.md', register(risk('R-1')));
    expect(await worse()).toEqual([]);
  });

  it('follows a record to its new id and a document to its new name', async () => {
    repo.commit('2026-01-02', 'Broken', { 'shop/page.md': '---\nkind: page\ntitle: A page of the shop\nrelated: [R-9]\n---\n\nIts text is long enough to be known again.\n' });
    rmSync(join(repo.root, 'shop/page.md'));
    repo.write('shop/pages/page.md', '---\nkind: page\ntitle: A page of the shop\nrelated: [R-9]\n---\n\nIts text is long enough to be known again.\n');
    expect((await runIn(repo.folder, 'fix', '--yes', '--rename', 'shop/R-1=R-T01')).code).toBe(0);
    expect((await runIn(repo.folder, 'check', '--rule', 'risk/no-owner')).out).toContain('R-T01');
    expect(await worse()).toEqual([]);
  });

  it('counts findings that say the same of one record', async () => {
    repo.commit('2026-01-02', 'Broken once', { 'shop/risks.md': register(risk('R-1', ', actions: [A-9]')) });
    repo.write('shop/risks.md', register(risk('R-1', ', actions: [A-9, A-9]')));
    expect(await worse()).toEqual(['error link/broken-reference content/shop/risks.md:6 shop/R-1']);
  });

  it('reports a warning that became an error, and no error that became a warning', async () => {
    repo.write('site.yml', `${SITE}checks: { risk/no-owner: error }\n`);
    expect(await worse()).toEqual(['error risk/no-owner content/shop/risks.md:6 shop/R-1']);
    repo.commit('2026-01-02', 'Stricter');
    repo.write('site.yml', SITE);
    expect(await worse()).toEqual([]);
  });

  it('reports what a waiver that was taken away hid', async () => {
    const waived = (until: string): string => register(risk('R-1')).replace('method: m\n', `method: m\nwaivers: [{ rule: risk/no-owner, record: R-1, reason: Soon, by: ops, until: ${until} }]\n`);
    repo.commit('2026-01-02', 'Waive', { 'shop/risks.md': waived('2027-01-01') });
    expect(await worse()).toEqual([]);
    repo.write('shop/risks.md', waived('2026-01-01'));
    expect(await worse()).toEqual(['warning risk/no-owner content/shop/risks.md:7 shop/R-1']);
  });

  it('blames the change for no day that passed', async () => {
    const due = 'due: 2026-02-01';
    repo.commit('2026-01-02', 'Plan', { 'shop/actions.md': `---\nkind: action-plan\ntitle: Plan\nactions:\n  - { id: A-1, title: A, owner: ops, ${due}, state: open }\n---\n` });
    expect(await worse('--rule', 'action/overdue', '--as-of', '2026-06-01')).toEqual([]);
  });

  it('holds a branch against where it left its base, not against what the base became', async () => {
    repo.git('checkout', '-q', '-b', 'topic');
    repo.commit('2026-01-02', 'Topic', { 'shop/page.md': '---\nkind: page\ntitle: Page\n---\n' });
    repo.git('checkout', '-q', 'main');
    repo.commit('2026-01-03', 'Main gives R-1 an owner', { 'shop/risks.md': register(risk('R-1', ', owner: ops')) });
    repo.git('checkout', '-q', 'topic');
    expect((await runIn(repo.folder, 'check', '--changed', 'main', '--rule', 'risk/no-owner')).out).toContain('nothing made worse since main');
  });

  it('keeps to a system that the change brings', async () => {
    repo.write('bank/risks.md', register(risk('R-1')).replace('method: m', 'method: shop/m'));
    const { out } = await runIn(repo.folder, 'check', '--changed', 'HEAD', '--rule', 'risk/no-owner', '--system', 'bank', '--format', 'gitlab');
    expect((JSON.parse(out) as { location: { path: string } }[]).map(({ location }) => location.path)).toEqual(['content/bank/risks.md']);
  });

  describe('refuses in one sentence', () => {
    async function refusal(folder: string, base: string): Promise<string> {
      const { code, out, err } = await runIn(folder, 'check', '--changed', base);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^vigie check: [^\n]+\n$/);
      expect(err).not.toMatch(/undefined| {4}at /);
      return err;
    }

    it('a folder that is in no repository', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'vigie-no-git-'));
      try {
        execFileSync('cp', ['-r', repo.root, folder]);
        expect(await refusal(folder, 'main')).toContain('is not in a Git repository');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('a repository without a commit', async () => {
      rmSync(join(repo.folder, '.git'), { recursive: true });
      repo.git('init', '-q');
      expect(await refusal(repo.folder, 'main')).toContain('no commit yet');
    });

    it.each(['mian', 'v9', '--all', '', 'HEAD~40'])('the unknown revision “%s”', async (base) => {
      const { code, out, err } = await runIn(repo.folder, 'check', `--changed=${base}`);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^vigie check: there is no revision [^\n]+\n$/);
    });

    it('a shallow clone that lacks the base, or where the change left it', async () => {
      repo.git('checkout', '-q', '-b', 'topic');
      repo.commit('2026-01-02', 'Topic', { 'shop/a.md': '---\nkind: page\ntitle: A\n---\n' });
      repo.git('checkout', '-q', 'main');
      repo.commit('2026-01-03', 'Main', { 'shop/b.md': '---\nkind: page\ntitle: B\n---\n' });
      const folder = mkdtempSync(join(tmpdir(), 'vigie-shallow-'));
      try {
        gitIn(folder)('clone', '-q', '--depth', '1', '--branch', 'topic', `file://${repo.folder}`, 'clone');
        const clone = join(folder, 'clone');
        expect(await refusal(clone, 'HEAD~1')).toMatch(/this clone is shallow and does not hold HEAD~1; fetch/);
        gitIn(clone)('fetch', '-q', '--depth', '1', 'origin', 'main:main');
        expect(await refusal(clone, 'main')).toMatch(/this clone is shallow and does not hold the commit where HEAD left main/);
        gitIn(clone)('fetch', '-q', '--unshallow', 'origin');
        expect((await runIn(clone, 'check', '--changed', 'main', '--rule', 'risk/no-owner')).code).toBe(0);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('a base that has nothing in common', async () => {
      repo.git('checkout', '-q', '--orphan', 'other');
      repo.commit('2026-01-02', 'Other');
      expect(await refusal(repo.folder, 'main')).toContain('no commit in common');
    });

    it.each([
      ['a document that YAML cannot read', { 'shop/risks.md': '---\nkind: [\n---\n' }],
      ['a record that its schema refuses', { 'shop/risks.md': register(risk('R-1'), '  - { id: R-2, title: 4 }\n') }],
      ['a site.yml that cannot be read', { 'site.yml': 'title: [\n' }],
      ['a document that is binary', { 'shop/risks.md': '\0\u0001\0' }],
    ])('a base with %s, and says where', async (_name, files) => {
      repo.commit('2026-01-02', 'Broken', files);
      repo.commit('2026-01-03', 'Mended', first);
      const said = await refusal(repo.folder, 'HEAD~1');
      expect(said).toContain(`could not be read whole, so nothing can be held against it: ${Object.keys(files).join('')}:`);
    });
  });

  it('does not stop at a base that is wrong and was read whole', async () => {
    repo.commit('2026-01-02', 'Unknown key', { 'shop/page.md': '---\nkind: page\ntitle: A\ncolour: red\n---\n', 'shop/system.md': SYSTEM });
    const { code, out } = await runIn(repo.folder, 'check', '--changed', 'HEAD');
    expect([code, out]).toEqual([0, expect.stringContaining('nothing made worse')]);
    writeFileSync(join(repo.root, 'shop/logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]));
    expect((await runIn(repo.folder, 'check', '--changed', 'HEAD')).code).toBe(0);
  });

  it('runs in a hook, which names its repository by paths of its own', async () => {
    repo.write('shop/risks.md', register(risk('R-1'), risk('R-2')));
    const hook = { ...process.env, GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_WORK_TREE: '.', GIT_PREFIX: '' };
    const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'check', '--changed', 'HEAD', '--rule', 'risk/no-owner'], { cwd: repo.folder, env: hook });
    expect(stdout).toMatch(/1 warning in 1 file since HEAD \(\w+\), where 1 other finding stood already\n$/);
  }, 60_000);

  it('reads the real wiki at its own head', async () => {
    const { code, out } = await runIn(ROOT, 'check', '--changed', 'HEAD', '--format', 'json');
    const { compared } = JSON.parse(out) as ReportJson;
    expect([code === 2, compared?.revision, (compared?.standing ?? 0) > 50]).toEqual([false, 'HEAD', true]);
  }, 60_000);
});
