import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gitIn, repository, type Repository } from '../readers/git-repository.ts';
import { changed, SHOP } from '../views/diff-wiki.ts';
import { ROOT, runIn } from './run-in.ts';

const WORSE = changed(SHOP, { 'shop/risks.md': [['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }'], ['    owner: lead\n', '']] });
/** Git is started many times, on machines that do more than this. */
const SLOW = { timeout: 60_000 };

/** What one commit of these tests does: R-1 moves, R-2 loses its owner. */
const TALE = { 'shop/risks.md': WORSE['shop/risks.md'] ?? '' };

describe('vigie diff', SLOW, () => {
  let repo: Repository;
  let first = '';
  beforeEach(() => {
    repo = repository();
    first = repo.commit('2026-03-01', 'Begin', SHOP);
  });
  afterEach(() => repo.remove());
  const diff = (...words: string[]) => runIn(repo.folder, 'diff', ...words);

  it('holds the work tree against a revision, files that Git does not follow included', async () => {
    repo.write('shop/risks.md', TALE['shop/risks.md']);
    repo.write('shop/pages/new.md', '---\nkind: page\nid: fresh\ntitle: New\n---\n');
    repo.write('shop/plan.png', 'x');
    const { code, out, err } = await diff('HEAD');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`HEAD (${first.slice(0, 8)}, 2026-03-01) → work tree, as of 2026-03-12
2 worse; 3 records and 3 files changed; 1 finding appears

worse    shop R-1 Memory is full during the nightly join
         12 → 16, High → Critical, leaves tolerance
         content/shop/risks.md:9
worse    shop R-2 The supplier goes out of business
         has no owner any more (was lead)
         content/shop/risks.md:16

Risk matrix, Shop (Scale)
Critical 0 → 1, High 2 → 1
Before (impact ↑, likelihood →)   After (impact ↑, likelihood →)
 5 │  ·   1   ·   ·   ·            5 │  ·   1   ·   ·   ·
 4 │  ·   ·  [1] [·]  ·            4 │  ·   ·  [·] [1]  ·
 3 │  ·   ·   ·   ·   ·            3 │  ·   ·   ·   ·   ·
 2 │  ·   1   ·   ·   ·            2 │  ·   1   ·   ·   ·
 1 │  ·   ·   ·   ·   ·            1 │  ·   ·   ·   ·   ·
   └────────────────────             └────────────────────
      1   2   3   4   5                 1   2   3   4   5

Records, field by field
  changed  risk shop/R-1 Memory is full during the nightly join
    current.likelihood: 3 → 4
  changed  risk shop/R-2 The supplier goes out of business
    owner: lead → —
  new      page shop/fresh New

Findings
  + risk/no-owner content/shop/risks.md:16
    R-2 (The supplier goes out of business) has no owner

Documents and files
  new      content/shop/pages/new.md
  changed  content/shop/risks.md
  new      content/shop/plan.png
`);
  });

  it('is in French where it is asked to be', async () => {
    repo.commit('2026-03-02', 'Worse', TALE);
    const { out } = await diff('HEAD~1', 'HEAD', '--lang', 'fr');
    expect(out).toContain('2 dégradations ; 2 fiches et 1 fichier changent ; 1 constat apparaît');
    expect(out).toContain('pire      shop R-1 Memory is full during the nightly join\n          12 → 16, High → Critical, sort de la tolérance');
    expect(out).toContain('\nConstats\n  + risk/no-owner content/shop/risks.md:16\n    R-2 (The supplier goes out of business) n’a pas de responsable\n');
  });

  it('reads both states on the day of the head, or on the one it is given', async () => {
    repo.commit('2026-03-02', 'Worse', TALE);
    expect((await diff('HEAD~1', 'HEAD')).out).toContain(', as of 2026-03-02\n');
    expect((await diff('HEAD~1')).out).toContain(', as of 2026-03-12\n');
    expect((await diff('HEAD~1', 'HEAD', '--as-of', '2027-01-01')).out).toContain(', as of 2027-01-01\n');
    const [one, other] = [await diff('HEAD~1', 'HEAD'), await diff('HEAD~1', 'HEAD')];
    expect(one).toEqual(other);
  });

  it('follows a file that Git renamed', async () => {
    const { 'shop/pages/guide.md': guide = '' } = SHOP;
    repo.git('mv', 'content/shop/pages/guide.md', 'content/shop/pages/manual.md');
    repo.commit('2026-03-02', 'Rename', { 'shop/pages/manual.md': guide.replace('Two', 'Three') });
    for (const words of [['HEAD~1', 'HEAD'], ['HEAD~1']]) expect((await diff(...words)).out).toContain('renamed  content/shop/pages/manual.md (was shop/pages/guide.md)');
  });

  it('takes the base where the change left it, unless two dots ask for it as it is', async () => {
    repo.git('checkout', '-q', '-b', 'topic');
    repo.commit('2026-03-02', 'Topic', TALE);
    repo.git('checkout', '-q', 'main');
    repo.commit('2026-03-03', 'Main', { 'shop/pages/other.md': '---\nkind: page\nid: other\ntitle: Other\n---\n' });
    const since = await diff('main', 'topic');
    expect(since.out).toContain(`main (${first.slice(0, 8)}, 2026-03-01) → topic`);
    expect(since.out).not.toContain('other');
    const asIs = await diff('main..topic');
    expect(asIs.out).toContain('gone     page shop/other Other');
    expect((await diff('topic...main')).out).toContain('new      page shop/other Other');
    // A head that is behind is held against what came after.
    expect((await diff('topic', first)).out).toContain('16 → 12, Critical → High, comes back within tolerance');
  });

  it('says that nothing changed', async () => {
    expect(await diff('HEAD', 'HEAD')).toEqual({ code: 0, out: `HEAD (${first.slice(0, 8)}, 2026-03-01) → HEAD (${first.slice(0, 8)}, 2026-03-01), as of 2026-03-01\nnothing changed\n`, err: '' });
    expect((await diff('HEAD', '-f', 'markdown', '--lang', 'fr')).out).toContain('rien n’a changé');
    expect((await diff('HEAD', '--fail-on', 'worse')).code).toBe(0);
  });

  it('fails only where it is asked to', async () => {
    repo.commit('2026-03-02', 'Worse', TALE);
    expect((await diff('HEAD~1', 'HEAD')).code).toBe(0);
    expect((await diff('HEAD~1', 'HEAD', '--fail-on', 'worse')).code).toBe(1);
    expect((await diff('HEAD', 'HEAD~1', '--fail-on', 'worse')).code).toBe(0);
  });

  it('compares what could be read where the base was invalid, and says what could not', async () => {
    repo.commit('2026-03-02', 'Break', { 'shop/risks.md': (SHOP['shop/risks.md'] ?? '').replace('risks:', 'risks: [') });
    repo.commit('2026-03-03', 'Mend', { 'shop/risks.md': SHOP['shop/risks.md'] ?? '', 'shop/system.md': (SHOP['shop/system.md'] ?? '').replace('rto: 4 h', 'rto: 8 h') });
    const { code, out } = await diff('HEAD~1', 'HEAD');
    expect(code).toBe(0);
    expect(out).toMatch(/Could not be read, and is left out\n {2}HEAD~1 \(\w+, 2026-03-02\): content\/shop\/risks\.md:\d+: /);
    expect(out).toContain('RTO: 4 h → 8 h');
    expect(out).not.toContain('R-1 risk/appeared');
    expect((await diff('HEAD~1', 'HEAD', '-f', 'markdown')).out).toContain('> [!WARNING]\n> Could not be read, and is left out');
  });

  it('takes a base without content/', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-empty-'));
    try {
      const git = gitIn(folder);
      git('init', '-q', '-b', 'main');
      git('commit', '-q', '--allow-empty', '-m', 'Begin');
      gitIn(folder)('pull', '-q', '--no-rebase', '--allow-unrelated-histories', repo.folder, 'main');
      const { code, out } = await runIn(folder, 'diff', 'HEAD^1', 'HEAD');
      expect(code).toBe(0);
      expect(out).toContain('is a new system: 2 risks, 1 scenario, 2 severities, 1 escalation policy, 1 runbook, 1 backup');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('gives JSON that its schema describes', async () => {
    repo.commit('2026-03-02', 'Worse', { ...TALE, 'shop/plan.png': 'x', 'site.yml': `${SHOP['site.yml'] ?? ''}summary: More\n`, 'shop/pages/guide.md': null });
    const { out } = await diff('HEAD~1', 'HEAD', '--format', 'json');
    const { out: schema } = await diff('--schema');
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(schema) as object);
    const report = JSON.parse(out) as { worse: boolean; consequences: unknown[]; others: unknown; settings: unknown; documents: { change: string; file: string }[] };
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({ version: '1.0', language: 'en', same: false, worse: true, from: { name: 'HEAD~1', commit: first }, others: [{ change: 'appeared', file: 'content/shop/plan.png' }], settings: [{ path: 'summary', after: 'More' }] });
    expect(report.consequences[0]).toEqual({ id: 'risk/moved', effect: 'worse', kind: 'risk', system: 'shop', key: 'shop/R-1', title: 'Memory is full during the nightly join', what: '12 → 16, High → Critical, leaves tolerance', from: 12, to: 16, file: 'content/shop/risks.md', line: 9 });
    expect(report.documents).toContainEqual(expect.objectContaining({ change: 'gone', file: 'content/shop/pages/guide.md' }));
  });

  it('is a comment that is short first: the worst first, the rest folded', async () => {
    repo.commit('2026-03-02', 'Worse', TALE);
    const { out } = await diff('HEAD~1', 'HEAD', '-f', 'markdown');
    const sight = out.slice(0, out.indexOf('<details>'));
    expect(sight).toContain('### Vigie: 2 worse; 2 records and 1 file changed; 1 finding appears\n');
    expect(sight).toContain('- 🔴 **R-1** Memory is full during the nightly join — 12 → 16, High → Critical, leaves tolerance\n- 🔴 **R-2** The supplier goes out of business — has no owner any more (was lead)\n');
    expect(sight).toContain('```text\nBefore (impact ↑, likelihood →)   After');
    expect(out.match(/<details>/g)).toHaveLength(3);
    expect(out.match(/<\/details>/g)).toHaveLength(3);
    expect(out).toContain('<summary>Records, field by field (2)</summary>');
  });

  it('writes a comment that calls nobody and opens nothing, whatever a title says', async () => {
    repo.commit('2026-03-02', 'Worse', { 'shop/risks.md': (SHOP['shop/risks.md'] ?? '').replace('title: The supplier goes out of business', 'title: "@everyone <script>x</script> | [a](https://evil.example) </details> `rm`"').replace('    owner: lead\n', '') });
    const { out } = await diff('HEAD~1', 'HEAD', '-f', 'markdown');
    expect(out).not.toMatch(/<script|@everyone|(?<!\\)\]\(|(?<!\\)`rm/);
    expect(out.match(/<details>/g)?.length).toBe(out.match(/<\/details>/g)?.length);
  });

  it('keeps a comment within what a forge takes', async () => {
    const risks = Array.from({ length: 700 }, (_, index) => `  - { id: X-${index}, title: ${'Risk of many words '.repeat(6)}${index}, current: { likelihood: ${(index % 5) + 1}, impact: 3 } }`);
    const register = (lines: readonly string[]): string => `---\nkind: risk-register\nid: many\ntitle: Many\nmethod: scale\nrisks:\n${lines.join('\n')}\n---\n`;
    repo.commit('2026-03-02', 'Many', { 'shop/many.md': register(risks) });
    repo.commit('2026-03-03', 'All moved', { 'shop/many.md': register(risks.map((line) => line.replace('impact: 3', 'impact: 5'))) });
    const { out } = await diff('HEAD~1', 'HEAD', '-f', 'markdown');
    expect(out.length).toBeLessThan(65_536);
    expect(out).toContain('more: vigie diff --format json gives them all.');
    expect(out.match(/<details>/g)?.length).toBe(out.match(/<\/details>/g)?.length);
  });

  it('writes its report to a file, and its summary on the terminal', async () => {
    repo.commit('2026-03-02', 'Worse', TALE);
    expect(await diff('HEAD~1', 'HEAD', '-f', 'markdown', '-o', 'out/comment.md')).toMatchObject({ code: 0, out: '2 worse; 2 records and 1 file changed; 1 finding appears → out/comment.md\n' });
    expect(readFileSync(join(repo.folder, 'out/comment.md'), 'utf8')).toContain('### Vigie: 2 worse');
  });

  it('keeps to a system', async () => {
    repo.commit('2026-03-02', 'Worse', { ...TALE, 'depot/system.md': '---\nkind: system\nid: depot\ntitle: Depot\n---\n' });
    const { out } = await diff('HEAD~1', 'HEAD', '--system', 'depot');
    expect(out).toContain('is a new system');
    expect(out).not.toContain('R-1');
    expect(await diff('HEAD', '--system', 'depto')).toMatchObject({ code: 2, err: 'vigie diff: there is no system depto; there are depot, shop\n' });
  });
});

describe('vigie changelog', SLOW, () => {
  let repo: Repository;
  beforeAll(() => {
    repo = repository();
    repo.commit('2026-01-01', 'Begin', { ...SHOP, 'depot/system.md': '---\nkind: system\nid: depot\ntitle: Depot\nrto: 1 h\n---\n' });
    repo.git('tag', 'v1.0');
    repo.commit('2026-02-01', 'Worse', TALE);
    repo.commit('2026-03-01', 'Longer', { 'depot/system.md': '---\nkind: system\nid: depot\ntitle: Depot\nrto: 2 h\n---\n' });
    repo.git('tag', '-a', 'v1.1', '-m', 'Second');
  });
  afterAll(() => repo.remove());

  it('says what changed between two releases, a heading a system', async () => {
    const { code, out } = await runIn(repo.folder, 'changelog', 'v1.0', 'v1.1');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => /^(#|- 🔴 \*|<summary>)/.test(line))).toEqual([
      '## v1.1 (2026-03-01)',
      '### Depot',
      '- 🔴 **depot** Depot — RTO: 1 h → 2 h',
      '<summary>Records, field by field (1)</summary>',
      '<summary>Documents and files (1)</summary>',
      '### Shop',
      '- 🔴 **R-1** Memory is full during the nightly join — 12 → 16, High → Critical, leaves tolerance',
      '- 🔴 **R-2** The supplier goes out of business — has no owner any more (was lead)',
      '<summary>Findings (1)</summary>',
      '<summary>Records, field by field (2)</summary>',
      '<summary>Documents and files (1)</summary>',
    ]);
    expect(out).toContain('Risk matrix: Critical 0 → 1, High 2 → 1.');
    expect((await runIn(repo.folder, 'changelog', 'v1.0', 'v1.1', '--lang', 'fr')).out).toContain('Matrice des risques : Critical 0 → 1, High 2 → 1.');
  });

  it('needs two revisions', async () => {
    for (const words of [[], ['v1.0'], ['v1.0', 'v1.1', 'v1.2']]) expect(await runIn(repo.folder, 'changelog', ...words)).toEqual({ code: 2, out: '', err: 'vigie changelog: takes two revisions: vigie changelog v1.0 v1.1\n' });
    expect(await runIn(repo.folder, 'changelog', 'v1.0', 'v1.2')).toEqual({ code: 2, out: '', err: 'vigie changelog: there is no revision v1.2 in this repository; did you mean v1.0?\n' });
  });
});

describe('what cannot be compared', SLOW, () => {
  let repo: Repository;
  beforeAll(() => {
    repo = repository();
    repo.commit('2026-03-01', 'Begin', SHOP);
    repo.commit('2026-03-02', 'More', TALE);
  });
  afterAll(() => repo.remove());
  const refused = async (folder: string, ...words: string[]): Promise<string> => {
    const { code, out, err } = await runIn(folder, 'diff', ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^vigie diff: [^\n]+\n$/);
    return err;
  };

  it('is said in one sentence', async () => {
    expect(await refused(repo.folder)).toContain('name what to compare with: vigie diff main');
    expect(await refused(repo.folder, 'a', 'b', 'c')).toContain('takes one or two revisions');
    expect(await refused(repo.folder, 'mian')).toContain('did you mean main?');
    expect(await refused(repo.folder, 'HEAD', 'mian')).toContain('did you mean main?');
    expect(await refused(repo.folder, 'HEAD', '-f', 'yaml')).toContain('--format takes text, json, markdown, not yaml');
    expect(await refused(repo.folder, 'HEAD', '--fail-on', 'better')).toContain('--fail-on takes worse, not better');
    expect(await refused(repo.folder, 'HEAD', '--lang', 'de')).toContain('--lang takes en or fr, not de');
    expect(await refused(repo.folder, 'HEAD', '--as-of', 'soon')).toContain('--as-of takes a date as YYYY-MM-DD, not soon');
    expect(await refused(repo.folder, 'HEAD', '--content', 'wiki')).toMatch(/there is no folder .*wiki/);
    expect(await refused(repo.folder, 'HEAD', 'HEAD', '--content', 'wiki')).toContain('neither HEAD nor HEAD has a wiki in wiki; name its folder with --content');
    writeFileSync(join(repo.folder, 'file'), '');
    expect(await refused(repo.folder, 'HEAD', '-o', 'file/report.md')).toContain('file/report.md cannot be written');
  });

  it('is a folder without Git, a repository without a commit, a shallow clone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-bad-'));
    try {
      expect(await refused(folder, 'HEAD')).toContain('content is not in a Git repository');
      const git = gitIn(folder);
      git('clone', '-q', '--depth', '1', `file://${repo.folder}`, 'clone');
      expect(await refused(join(folder, 'clone'), 'HEAD~1')).toContain('this clone is shallow and does not hold HEAD~1; fetch the history first (git fetch --unshallow');
      git('init', '-q', 'new');
      expect(await refused(join(folder, 'new'), 'HEAD')).toContain('has no commit yet');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('this repository', SLOW, () => {
  it('is read from its first content to its head', async () => {
    const first = gitIn(ROOT)('log', '--format=%H', '--diff-filter=A', '--reverse', '--', 'content/site.yml').split('\n')[0] ?? '';
    // A shallow clone has no first commit to speak of.
    if (first === '' || gitIn(ROOT)('rev-parse', '--is-shallow-repository').trim() === 'true') return;
    const { code, out } = await runIn(ROOT, 'diff', first, 'HEAD', '-f', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as { consequences: { id: string; system: string }[]; records: unknown[]; findings: { appeared: unknown[] } };
    const systems = report.consequences.filter(({ id }) => id === 'system/appeared').map(({ system }) => system);
    expect(systems.sort()).toEqual(expect.arrayContaining(['amazon-reviews', 'ascension', 'bienbon', 'immersion-facilitee', 'sp-e']));
    // What came with a system is said by the system.
    expect(report.consequences.filter(({ id, system }) => id !== 'system/appeared' && systems.includes(system))).toEqual([]);
    expect(report.findings.appeared.length).toBeGreaterThan(50);
    expect(report.records.length).toBeGreaterThan(400);
  });
});
