import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { contentPlace, findRevision, mergeBase, type ContentPlace, type Revision, type RevisionProblem } from '../../src/readers/revision-name.ts';
import { readWikiAt } from '../../src/readers/revision.ts';
import { gitIn, repository, type Repository } from './git-repository.ts';

const TODAY = { today: '2026-03-12' };
const SITE = 'title: Test\nlanguage: en\n';
const system = '---\nkind: system\nid: shop\ntitle: Shop\n---\n';
const page = (title: string): string => `---\nkind: page\ntitle: ${title}\n---\n`;

/** All that two readings can differ in. */
const whole = (wiki: Wiki | undefined): unknown => wiki && { documents: wiki.documents.map(({ file, digest }) => `${file} ${digest}`), records: [...wiki.records.keys()], problems: wiki.problems, asOf: wiki.asOf };

const placeOf = async (root: string): Promise<ContentPlace> => {
  const place = await contentPlace(root);
  if ('problem' in place) throw new Error(place.problem);
  return place;
};
const revisionOf = (found: Revision | RevisionProblem): Revision => {
  if ('problem' in found) throw new Error(found.problem);
  return found;
};

describe('content/ at a revision', () => {
  let repo: Repository;
  beforeEach(() => (repo = repository()));
  afterEach(() => repo.remove());

  it('is what the disk held, by name, text, record, order and problem', async () => {
    repo.commit('2026-01-01', 'Begin', {
      'site.yml': SITE,
      'shop/system.md': system,
      'shop/a.md': page('A'),
      'shop/a/b.md': page('B'),
      'shop/a-b.md': page('C'),
      'shop/É « x ».md': page('D'),
      'shop/broken.md': '---\nkind: [\n---\n',
      'shop/latin.md': page('E'),
      'shop/active.svg': '<svg onload="x()"/>',
      'shop/.hidden.md': page('F'),
      'shop/node_modules/x.md': page('G'),
    });
    writeFileSync(join(repo.root, 'shop/latin.md'), Buffer.from(page('Été'), 'latin1'));
    writeFileSync(join(repo.root, 'shop/huge.md'), page('H') + 'x'.repeat(2.5 * 1024 * 1024));
    symlinkSync('a.md', join(repo.root, 'shop/link.md'));
    const hash = repo.commit('2026-01-02', 'All');
    const disk = readWiki(repo.root, TODAY);
    expect(disk.problems.map(({ what }) => what.en).join('\n')).toMatch(/2\.5 MB[^]*symbolic link|symbolic link[^]*2\.5 MB/);
    repo.commit('2026-01-03', 'Away', { 'shop/a.md': null, 'shop/system.md': null, 'site.yml': 'title: Other\n' });
    const at = await readWikiAt(repo.folder, 'content', hash, TODAY);
    expect(whole(at)).toEqual(whole(disk));
    expect(at?.textOf('shop/active.svg')).toBe(disk.textOf('shop/active.svg'));
    expect([at?.hasFile('shop/a.md'), at?.hasFile('shop/link.md'), at?.hasFile('shop/.hidden.md')]).toEqual([true, false, false]);
    expect(at?.site.title).toBe('Test');
  });

  it('is this repository’s, at its head', async () => {
    const root = join(import.meta.dirname, '../../content');
    const place = await placeOf(root);
    expect(place.content).toBe('content');
    const { hash } = revisionOf(await findRevision(place, 'HEAD'));
    const at = await readWikiAt(place.repository, place.content, hash, TODAY);
    expect(at?.systems.length).toBeGreaterThanOrEqual(5);
    expect(at?.records.size).toBeGreaterThan(300);
  });

  it('passes over submodules', async () => {
    const hash = repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE, 'shop/a.md': page('A') });
    repo.git('update-index', '--add', '--cacheinfo', `160000,${hash},content/shop/module`);
    repo.git('commit', '-q', '-m', 'Module');
    const at = await readWikiAt(repo.folder, 'content', 'HEAD', TODAY);
    expect(at?.documents.map(({ file }) => file)).toEqual(['shop/a.md']);
    expect(at?.problems).toEqual([]);
  });

  it('is empty where the commit has no content/, and nothing where there is no commit', async () => {
    writeFileSync(join(repo.folder, 'README.md'), 'x');
    const hash = repo.commit('2026-01-01', 'Begin');
    expect((await readWikiAt(repo.folder, 'content', hash, TODAY))?.documents).toEqual([]);
    expect(await readWikiAt(repo.folder, 'content', 'nothing', TODAY)).toBeUndefined();
  });

  it('is read where content/ is the top of the repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-top-'));
    try {
      const git = gitIn(folder);
      git('init', '-q');
      writeFileSync(join(folder, 'site.yml'), SITE);
      git('add', '-A');
      git('commit', '-q', '-m', 'Begin');
      const place = await placeOf(folder);
      expect(place.content).toBe('');
      expect((await readWikiAt(place.repository, '', 'HEAD', TODAY))?.site.title).toBe('Test');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says which texts a partial clone lacks, and asks no network for them', async () => {
    repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE, 'shop/a.md': page('A') });
    repo.commit('2026-01-02', 'Change', { 'shop/a.md': page('B') });
    repo.git('config', 'uploadpack.allowFilter', 'true');
    const folder = mkdtempSync(join(tmpdir(), 'vigie-partial-'));
    try {
      gitIn(folder)('clone', '-q', '--filter=blob:none', `file://${repo.folder}`, 'clone');
      const at = await readWikiAt(join(folder, 'clone'), 'content', 'HEAD~1', TODAY);
      expect(at?.problems.map(({ what }) => what.en)).toEqual(['shop/a.md cannot be read: this clone does not hold its text']);
      expect(at?.site.title).toBe('Test');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a revision by its name', () => {
  let repo: Repository;
  beforeEach(() => (repo = repository()));
  afterEach(() => repo.remove());

  it('is found as a branch, a tag, a hash or an ancestor', async () => {
    const first = repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE });
    repo.git('tag', '-a', 'v1.0', '-m', 'One');
    const second = repo.commit('2026-01-02', 'More', { 'shop/a.md': page('A') }, 'Ana');
    const place = await placeOf(repo.root);
    const named = await Promise.all(['main', 'HEAD', second.slice(0, 10), 'v1.0', 'HEAD~1'].map(async (name) => revisionOf(await findRevision(place, name)).hash));
    expect(named).toEqual([second, second, second, first, first]);
    expect(await findRevision(place, 'main')).toEqual({ name: 'main', hash: second, date: '2026-01-02T10:00:00+00:00', author: 'Ana', subject: 'More' });
  });

  it('is unknown, with the nearest', async () => {
    repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE });
    repo.git('tag', 'v1.2.0');
    const place = await placeOf(repo.root);
    expect(await findRevision(place, 'v1.2.1')).toEqual({ problem: 'unknown', name: 'v1.2.1', shallow: false, nearest: 'v1.2.0' });
    expect(await findRevision(place, 'mian')).toMatchObject({ nearest: 'main' });
    expect(await findRevision(place, '--output=x')).toMatchObject({ problem: 'unknown', nearest: undefined });
    expect(await findRevision(place, '')).toMatchObject({ problem: 'unknown' });
  });

  it('is offered under the name of the remote, where a clone never opened the branch', async () => {
    repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE });
    repo.git('branch', 'topic');
    const folder = mkdtempSync(join(tmpdir(), 'vigie-clone-'));
    try {
      gitIn(folder)('clone', '-q', `file://${repo.folder}`, 'clone');
      expect(await findRevision(await placeOf(join(folder, 'clone/content')), 'topic')).toMatchObject({ problem: 'unknown', nearest: 'origin/topic' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is looked for where there is no repository, and no commit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-no-git-'));
    try {
      expect(await contentPlace(join(folder, 'content'))).toEqual({ problem: 'no-repository' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(await findRevision(await placeOf(repo.root), 'HEAD')).toEqual({ problem: 'no-commit' });
  });

  it('tells a repository that Git does not open from a folder that is none', async () => {
    rmSync(join(repo.folder, '.git/HEAD'));
    expect(await contentPlace(repo.root)).toEqual({ problem: 'refused', folder: repo.folder });
  });

  it('finds a content/ that only older commits have', async () => {
    expect(await placeOf(join(repo.folder, 'wiki/content'))).toMatchObject({ content: 'wiki/content' });
  });

  it('is the commit where two lines parted, or none', async () => {
    const first = repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE });
    repo.git('checkout', '-q', '-b', 'topic');
    repo.commit('2026-01-02', 'Topic', { 'shop/a.md': page('A') });
    repo.git('checkout', '-q', 'main');
    repo.commit('2026-01-03', 'Main', { 'shop/b.md': page('B') });
    const place = await placeOf(repo.root);
    const [main, topic] = [revisionOf(await findRevision(place, 'main')), revisionOf(await findRevision(place, 'topic'))];
    expect(await mergeBase(place, main, topic)).toMatchObject({ hash: first, name: 'main' });
    repo.git('checkout', '-q', '--orphan', 'other');
    repo.commit('2026-01-04', 'Other');
    expect(await mergeBase(place, main, revisionOf(await findRevision(place, 'other')))).toEqual({ problem: 'unrelated', name: 'main', other: 'other', shallow: false });
  });

  it('says that the clone is shallow', async () => {
    repo.commit('2026-01-01', 'Begin', { 'site.yml': SITE });
    repo.commit('2026-01-02', 'More', { 'shop/a.md': page('A') });
    const folder = mkdtempSync(join(tmpdir(), 'vigie-shallow-'));
    try {
      gitIn(folder)('clone', '-q', '--depth', '1', `file://${repo.folder}`, 'clone');
      const place = await placeOf(join(folder, 'clone/content'));
      expect(place.shallow).toBe(true);
      expect(await findRevision(place, 'HEAD~1')).toMatchObject({ problem: 'unknown', shallow: true });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
