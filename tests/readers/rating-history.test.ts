import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RatingHistory } from '../../src/model/rating-history.ts';
import { readRatingHistory } from '../../src/readers/rating-history.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { gitIn, repository, type Repository } from './git-repository.ts';

const SITE = 'title: Test\nlanguage: en\n';
const system = (id = 'shop'): string => `---\nkind: system\nid: ${id}\ntitle: Shop\n---\n`;
const method = (critical = 15): string =>
  `---\nkind: method\nid: m\ntitle: Scales\nlikelihood: [{ value: 1, label: Rare }, { value: 2, label: Possible }, { value: 3, label: Likely }, { value: 4, label: Frequent }, { value: 5, label: Sure }]\nimpact: [{ value: 1, label: None }, { value: 2, label: Small }, { value: 3, label: Some }, { value: 4, label: Large }, { value: 5, label: Total }]\nlevels: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 8 }, { id: critical, label: Critical, from: ${critical} }]\n---\n`;
type Line = readonly [id: string, likelihood: number | string, impact: number | string, more?: string];
const register = (lines: readonly Line[], body = '', id = 'reg'): string =>
  `---\nkind: risk-register\nid: ${id}\ntitle: Risks\nmethod: m\nrisks:${lines.length === 0 ? ' []' : ''}\n${lines.map(([risk, likelihood, impact, more = '']) => `  - { id: ${risk}, title: Risk ${risk}, current: { likelihood: ${likelihood}, impact: ${impact} }${more} }`).join('\n')}\n---\n${body}`;

describe('the history of ratings', () => {
  let repo: Repository;
  beforeEach(() => {
    repo = repository();
    repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE, 'shop/system.md': system(), 'shop/method.md': method() });
  });
  afterEach(() => repo.remove());

  const read = async (root = repo.root, shallow = false, most?: number): Promise<RatingHistory> => readRatingHistory(root, readWiki(root, { today: '2026-03-12' }), shallow, most);
  /** `2026-01-02 added 12` lines of one record. */
  const told = (history: RatingHistory, key: string): string[] => (history.of.get(key) ?? []).map(({ commit, change, then }) => `${commit.date.slice(0, 10)} ${change} ${then?.score ?? '-'}`);

  it('keeps every commit that changed a rating, and no other', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3], ['R2', 1, 1]]) });
    repo.commit('2026-01-03', 'Words', { 'shop/risks.md': register([['R1', 3, 3], ['R2', 1, 1]], 'Much to say.') });
    repo.commit('2026-01-04', 'Worse', { 'shop/risks.md': register([['R1', 3, 4], ['R2', 1, 1]], 'Much to say.') }, 'Ana');
    repo.commit('2026-01-05', 'The same in words', { 'shop/risks.md': register([['R1', 'Likely', 'Large'], ['R2', 1, 1]]) });
    repo.commit('2026-01-06', 'Aim', { 'shop/risks.md': register([['R1', 3, 4, ', target: { likelihood: 2, impact: 4 }'], ['R2', 1, 1]]) });
    repo.commit('2026-01-07', 'Close', { 'shop/risks.md': register([['R1', 3, 4, ', target: { likelihood: 2, impact: 4 }'], ['R2', 1, 1, ', state: closed']]) });
    const history = await read();
    expect(history).toMatchObject({ available: true, since: undefined, skipped: [] });
    expect(told(history, 'shop/R1')).toEqual(['2026-01-02 added 9', '2026-01-04 changed 12', '2026-01-06 changed 12']);
    expect(told(history, 'shop/R2')).toEqual(['2026-01-02 added 1', '2026-01-07 changed 1']);
    expect(history.of.get('shop/R1')?.[0]).toMatchObject({ withFile: true, commit: { author: 'Ops', subject: 'Register' } });
    expect(history.of.get('shop/R1')?.[1]).toMatchObject({ withFile: false, commit: { author: 'Ana', subject: 'Worse' }, then: { level: { id: 'high' } } });
    expect(history.of.get('shop/R1')?.[2]?.values.target).toEqual({ likelihood: 2, impact: 4 });
    expect(history.of.get('shop/R2')?.[1]?.values.state).toBe('closed');
  });

  it('says what appeared in a register that existed, and what left it', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3]]) });
    repo.commit('2026-01-03', 'Found', { 'shop/risks.md': register([['R1', 3, 3], ['R2', 4, 4]]) });
    repo.commit('2026-01-04', 'Dropped', { 'shop/risks.md': register([['R2', 4, 4]]) });
    const history = await read();
    expect(history.of.get('shop/R2')).toMatchObject([{ change: 'added', withFile: false }]);
    expect(history.of.get('shop/R1')).toMatchObject([{ change: 'added', withFile: true }, { change: 'removed', values: { title: 'Risk R1' }, then: { score: 9 } }]);
  });

  it('follows a register that is renamed and edited at once, and a risk that moves to another file', async () => {
    const many: Line[] = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'].map((id) => [id, 2, 2]);
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register(many) });
    repo.git('mv', 'content/shop/risks.md', 'content/shop/technical.md');
    repo.commit('2026-01-03', 'Rename', { 'shop/technical.md': register([['R1', 5, 2], ...many.slice(1)]) });
    repo.commit('2026-01-04', 'Split', { 'shop/technical.md': register(many.slice(2)), 'shop/other.md': register([['R1', 5, 2], ['R2', 2, 2]], '', 'other') });
    const history = await read();
    expect(told(history, 'shop/R1')).toEqual(['2026-01-02 added 4', '2026-01-03 changed 10']);
    expect(told(history, 'shop/R2')).toEqual(['2026-01-02 added 4']);
  });

  it('follows a whole system that changes its name', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3]]) });
    repo.commit('2026-01-03', 'Worse', { 'shop/risks.md': register([['R1', 3, 4]]) });
    repo.git('mv', 'content/shop', 'content/store');
    repo.commit('2026-01-04', 'Rename', { 'store/system.md': system('store') });
    const history = await read();
    expect(told(history, 'store/R1')).toEqual(['2026-01-02 added 9', '2026-01-03 changed 12']);
    expect(history.of.has('shop/R1')).toBe(false);
  });

  it('keeps the names apart when two registers swap theirs', async () => {
    const long = (prefix: string): Line[] => Array.from({ length: 8 }, (_, index) => [`${prefix}${index}`, 2, 2]);
    repo.commit('2026-01-02', 'Registers', { 'shop/a.md': register(long('A'), 'a', 'a'), 'shop/b.md': register(long('B'), 'b', 'b') });
    repo.commit('2026-01-03', 'Swap', { 'shop/a.md': register(long('B'), 'b', 'b'), 'shop/b.md': register(long('A'), 'a', 'a') });
    repo.commit('2026-01-04', 'Worse', { 'shop/b.md': register([['A0', 4, 4], ...long('A').slice(1)], 'a', 'a') });
    const history = await read();
    expect(told(history, 'shop/A0')).toEqual(['2026-01-02 added 4', '2026-01-04 changed 16']);
    expect(told(history, 'shop/B0')).toEqual(['2026-01-02 added 4']);
  });

  it('follows a risk from its register to a file of its own', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3], ['R2', 1, 1]]) });
    repo.commit('2026-01-03', 'Grow', { 'shop/risks.md': register([['R2', 1, 1]]), 'shop/r1.md': '---\nkind: risk\nid: R1\ntitle: Risk R1\nregister: reg\ncurrent: { likelihood: 3, impact: 3 }\n---\n' });
    repo.commit('2026-01-04', 'Worse', { 'shop/r1.md': '---\nkind: risk\nid: R1\ntitle: Risk R1\nregister: reg\ncurrent: { likelihood: 4, impact: 4 }\n---\n' });
    expect(told(await read(), 'shop/R1')).toEqual(['2026-01-02 added 9', '2026-01-04 changed 16']);
  });

  it('remembers registers that are gone', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/old.md': register([['R9', 3, 3]]), 'shop/page.md': '---\nkind: page\ntitle: Page\n---\n' });
    repo.commit('2026-01-03', 'Drop', { 'shop/old.md': null, 'shop/page.md': null });
    expect(told(await read(), 'shop/R9')).toEqual(['2026-01-02 added 9', '2026-01-03 removed 9']);
  });

  it('rates with the method of the day, and says when a method changed what it rates', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 4]]) });
    repo.commit('2026-01-03', 'Words of the method', { 'shop/method.md': `${method()}Explained.` });
    const stricter = repo.commit('2026-01-04', 'Stricter', { 'shop/method.md': method(12) });
    repo.commit('2026-01-05', 'Better', { 'shop/risks.md': register([['R1', 2, 4]]) });
    const history = await read();
    expect(history.of.get('shop/R1')?.map(({ then }) => then?.level.id)).toEqual(['high', 'high']);
    expect(history.methods.get('shop/m')?.map(({ hash }) => hash)).toEqual([stricter]);
  });

  it('passes over versions that cannot be read, and names them', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3], ['R2', 2, 2]]) });
    const yaml = repo.commit('2026-01-03', 'Bad YAML', { 'shop/risks.md': register([['R1', 4, 4], ['R2', 2, 2]]).replace('risks:', 'risks: [') });
    const binary = repo.commit('2026-01-04', 'Not text', { 'shop/risks.md': '---\nkind: risk-register\n---\n\0\0' });
    const schema = repo.commit('2026-01-05', 'Bad value', { 'shop/risks.md': register([['R1', 5, 5], ['R2', 2, 2]]).replace('Risk R1, current', 'Risk R1, treatment: forget, current') });
    repo.commit('2026-01-06', 'Mended', { 'shop/risks.md': register([['R1', 5, 5], ['R2', 2, 3]]) });
    const history = await read();
    expect(told(history, 'shop/R1')).toEqual(['2026-01-02 added 9', '2026-01-06 changed 25']);
    expect(told(history, 'shop/R2')).toEqual(['2026-01-02 added 4', '2026-01-06 changed 6']);
    expect(history.skipped.map(({ commit, file, keys }) => [commit.hash, file, [...keys]])).toEqual([
      [yaml, 'shop/risks.md', ['shop/R1', 'shop/R2']],
      [binary, 'shop/risks.md', ['shop/R1', 'shop/R2']],
      [schema, 'shop/risks.md', ['shop/R1']],
    ]);
  });

  it('does not call new what stood in a version that could not be read', async () => {
    repo.commit('2026-01-02', 'Bad from the start', { 'shop/risks.md': register([['R1', 3, 3]]).replace('risks:', 'risks: [') });
    repo.commit('2026-01-03', 'Mended', { 'shop/risks.md': register([['R1', 3, 3]]) });
    const history = await read();
    expect(told(history, 'shop/R1')).toEqual(['2026-01-03 known 9']);
    expect(history.skipped.map(({ keys }) => [...keys])).toEqual([['shop/R1']]);
  });

  it('follows the main line: what a side branch did counts when it is merged', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3], ['R2', 2, 2], ['R3', 1, 1]], '\n\n\n') });
    repo.git('checkout', '-q', '-b', 'side');
    repo.commit('2026-01-03', 'Side', { 'shop/side.md': register([['R4', 5, 5]], '', 'side') });
    repo.git('checkout', '-q', 'main');
    repo.commit('2026-01-04', 'Worse', { 'shop/risks.md': register([['R1', 4, 4], ['R2', 2, 2], ['R3', 1, 1]], '\n\n\n') });
    gitIn(repo.folder, { GIT_AUTHOR_DATE: '2026-01-05T10:00:00Z', GIT_COMMITTER_DATE: '2026-01-05T10:00:00Z' })('merge', '-q', '--no-ff', '-m', 'Merge side', 'side');
    const history = await read();
    expect(told(history, 'shop/R1')).toEqual(['2026-01-02 added 9', '2026-01-04 changed 16']);
    expect(told(history, 'shop/R4')).toEqual(['2026-01-05 added 25']);
  });

  it('knows where a shallow clone was cut', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register([['R1', 3, 3]]) });
    repo.commit('2026-01-03', 'Worse', { 'shop/risks.md': register([['R1', 3, 4]]) });
    repo.commit('2026-01-04', 'Worst', { 'shop/risks.md': register([['R1', 5, 4], ['R2', 1, 1]]) });
    const folder = mkdtempSync(join(tmpdir(), 'vigie-shallow-'));
    try {
      gitIn(folder)('clone', '-q', '--depth', '2', `file://${repo.folder}`, 'clone');
      const history = await read(join(folder, 'clone/content'), true);
      expect(history.since).toMatchObject({ why: 'shallow', commit: { subject: 'Worse' } });
      expect(told(history, 'shop/R1')).toEqual(['2026-01-03 known 12', '2026-01-04 changed 20']);
      expect(told(history, 'shop/R2')).toEqual(['2026-01-04 added 1']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('reads a clone without its older texts as far as it goes, without asking the network', async () => {
    const many: Line[] = ['R1', 'R2', 'R3', 'R4'].map((id) => [id, 2, 2]);
    repo.commit('2026-01-02', 'Register', { 'shop/risks.md': register(many) });
    repo.git('mv', 'content/shop/risks.md', 'content/shop/register.md');
    repo.commit('2026-01-03', 'Worse', { 'shop/register.md': register([['R1', 3, 4], ...many.slice(1)]) });
    const folder = mkdtempSync(join(tmpdir(), 'vigie-partial-'));
    try {
      repo.git('config', 'uploadpack.allowFilter', 'true');
      gitIn(folder)('clone', '-q', '--filter=blob:none', `file://${repo.folder}`, 'clone');
      const history = await read(join(folder, 'clone/content'));
      expect(history.available).toBe(true);
      expect(history.of.get('shop/R1')?.at(-1)).toMatchObject({ commit: { subject: 'Worse' }, then: { score: 12 } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('stops where it was told to, at a whole commit, and says so', async () => {
    repo.commit('2026-01-02', 'Registers', { 'shop/a.md': register([['A1', 1, 1]], '', 'a'), 'shop/b.md': register([['B1', 1, 1]], '', 'b') });
    for (const [index, day] of ['2026-01-03', '2026-01-04', '2026-01-05'].entries()) repo.commit(day, `Worse ${index}`, { 'shop/a.md': register([['A1', index + 2, 1]], '', 'a'), 'shop/b.md': register([['B1', index + 2, 1]], '', 'b') });
    const history = await read(repo.root, false, 3);
    expect(history.since).toMatchObject({ why: 'many', commit: { subject: 'Worse 1' } });
    expect(told(history, 'shop/A1')).toEqual(['2026-01-04 known 3', '2026-01-05 changed 4']);
    expect(told(history, 'shop/B1')).toEqual(['2026-01-04 known 3', '2026-01-05 changed 4']);
  });

  it('reads file names that Git would quote', async () => {
    repo.commit('2026-01-02', 'Register', { 'shop/risques « é ».md': register([['R1', 3, 3]]) });
    repo.commit('2026-01-03', 'Worse', { 'shop/risques « é ».md': register([['R1', 4, 4]]) });
    expect(told(await read(), 'shop/R1')).toEqual(['2026-01-02 added 9', '2026-01-03 changed 16']);
  });

  it('is empty without Git, and in a repository without a commit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-no-git-'));
    try {
      expect(await read(folder)).toMatchObject({ available: false });
      gitIn(folder)('init', '-q');
      expect(await read(folder)).toMatchObject({ available: false });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
