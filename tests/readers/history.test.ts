import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noHistory, readHistory } from '../../src/readers/history.ts';
import { repository, type Repository } from './git-repository.ts';

describe('what Git knows of content/', () => {
  let git: Repository;
  const commits: string[] = [];
  beforeAll(() => {
    git = repository();
    commits.push(git.commit('2026-01-01', 'Begin', { 'shop/system.md': 'a', 'shop/runbooks/été.md': 'b', 'bank/system.md': 'c', 'site.yml': 'title: T' }, 'Ada'));
    commits.push(git.commit('2026-01-02', 'Edit', { 'shop/runbooks/été.md': 'd' }, 'Bo'));
    commits.push(git.commit('2026-01-03', 'Drop', { 'bank/system.md': 'e', 'shop/system.md': null }));
    commits.push(git.commit('2026-01-04', 'Title', { 'site.yml': 'title: U' }));
    commits.push(git.commit('2026-01-05', 'Nothing'));
  });
  afterAll(() => git.remove());

  it('is each file’s last commit', async () => {
    const { lastOf, head, prefix } = await readHistory(git.root);
    expect([lastOf.get('shop/runbooks/été.md')?.hash, lastOf.get('shop/runbooks/été.md')?.author, lastOf.get('bank/system.md')?.hash]).toEqual([commits[1], 'Bo', commits[2]]);
    expect([head?.hash, prefix]).toEqual([commits[4], 'content/']);
  });

  it('is each folder’s last commit, which may have dropped a file of it, and its tree', async () => {
    const { folders } = await readHistory(git.root);
    const tree = (folder: string): string => git.git('rev-parse', `HEAD:content/${folder}`).trim();
    expect(Object.fromEntries([...folders].map(([name, { commit, tree: hash }]) => [name, [commit.subject, hash]]))).toEqual({ '': ['Title', undefined], shop: ['Drop', tree('shop')], bank: ['Drop', tree('bank')] });
    expect(git.git('rev-parse', `${folders.get('shop')?.commit.hash ?? ''}:content/shop`).trim()).toBe(folders.get('shop')?.tree);
  });

  it('is nothing outside a repository', async () => {
    expect(await readHistory('/')).toEqual(noHistory);
  });
});
