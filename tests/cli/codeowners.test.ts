import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository, type Repository } from '../readers/git-repository.ts';
import { ROOT, runIn } from './run-in.ts';

const HEAD = '# Written by vigie codeowners from the owners of content/ and the accounts of site.yml (owners:).\n';
const page = (owner?: string): string => `---\nkind: page\ntitle: P\n${owner === undefined ? '' : `owner: ${owner}\n`}---\n`;
const system = (id: string, owner?: string): string => `---\nkind: system\nid: ${id}\ntitle: S\n${owner === undefined ? '' : `owner: ${owner}\n`}---\n`;
const site = (owners: string): string => `title: X\nowners: ${owners}\n`;

let repo: Repository;
beforeEach(() => {
  repo = repository();
  repo.write('shop/system.md', system('shop', 'on-call'));
  repo.write('shop/pages/a.md', page('manager'));
  repo.write('shop/pages/b.md', page('on-call'));
  repo.write('shop/pages/c.md', page());
  repo.write('other/system.md', system('other', 'on-call'));
  repo.write('other/pages/deux mots #1.md', page('manager'));
});
afterEach(() => repo.remove());

describe('vigie codeowners', () => {
  it('gives each system to its owner, and each document to another where it has one', async () => {
    repo.write('site.yml', site('{ on-call: "@ops/on-call", manager: ["@ana", ops@example.org], "*": "@ops" }'));
    expect(await runIn(repo.folder, 'codeowners')).toEqual({ code: 0, err: '', out: `${HEAD}/content/ @ops\n/content/other/ @ops/on-call\n/content/other/pages/deux\\ mots\\ \\#1.md @ana ops@example.org\n/content/shop/ @ops/on-call\n/content/shop/pages/a.md @ana ops@example.org\n` });
  });

  it('tells the role of one system from that of another', async () => {
    repo.write('site.yml', site('{ on-call: "@ops/on-call", shop/on-call: "@shop", manager: "@ana" }'));
    const { out } = await runIn(repo.folder, 'codeowners');
    expect(out).toContain('/content/shop/ @shop\n');
    expect(out).toContain('/content/other/ @ops/on-call\n');
  });

  it('says whom it cannot name, and leaves their documents to the system', async () => {
    repo.write('site.yml', site('{ on-call: "@ops/on-call" }'));
    const { code, out, err } = await runIn(repo.folder, 'codeowners');
    expect([code, out]).toEqual([1, `${HEAD}/content/other/ @ops/on-call\n/content/shop/ @ops/on-call\n`]);
    expect(err).toBe('vigie codeowners: manager owns 1 document of other and has no account; add it under owners: in site.yml\nvigie codeowners: manager owns 1 document of shop and has no account; add it under owners: in site.yml\n');
  });

  it('writes the file, and says when it is no longer what it would write', async () => {
    repo.write('site.yml', site('{ on-call: "@ops/on-call", manager: "@ana" }'));
    expect(await runIn(repo.folder, 'codeowners', '--output', '.github/CODEOWNERS')).toMatchObject({ code: 0, out: '4 lines → .github/CODEOWNERS\n' });
    expect(readFileSync(join(repo.folder, '.github/CODEOWNERS'), 'utf8')).toBe((await runIn(repo.folder, 'codeowners')).out);
    expect(await runIn(repo.folder, 'codeowners', '--check', '--output', '.github/CODEOWNERS')).toEqual({ code: 0, out: '', err: '' });
    repo.write('shop/pages/a.md', page('on-call'));
    expect(await runIn(repo.folder, 'codeowners', '--check', '--output', '.github/CODEOWNERS')).toEqual({ code: 1, out: '', err: 'vigie codeowners: .github/CODEOWNERS is not what the owners of content/ make it; vigie codeowners --output .github/CODEOWNERS writes it\n' });
    expect((await runIn(repo.folder, 'codeowners', '--check')).code).toBe(1);
  });

  it('names the content where it stands in its repository', async () => {
    mkdirSync(join(repo.folder, 'wiki'));
    writeFileSync(join(repo.folder, 'wiki/x'), '');
    repo.write('site.yml', site('{ on-call: "@ops/on-call", manager: "@ana" }'));
    expect((await runIn(join(repo.folder, 'wiki'), 'codeowners', '--content', '../content')).out).toContain('/content/shop/ @ops/on-call\n');
  });

  it.each([
    ['without accounts', 'title: X\n', [], 'site.yml gives no owner an account: write owners: { on-call: "@ops/on-call" } there'],
    ['with a word too many', site('{ a: "@b" }'), ['x'], 'x is no option; --output names the file'],
    ['with no name of a file', site('{ a: "@b" }'), ['--output', ''], '--output takes the name of a file'],
    ['where it cannot write', site('{ on-call: "@b", manager: "@b" }'), ['--output', 'content/site.yml/x'], 'content/site.yml/x cannot be written (EEXIST); name another file with --output'],
  ])('refuses in a sentence %s', async (_what, text, words, sentence) => {
    repo.write('site.yml', text);
    expect(await runIn(repo.folder, 'codeowners', ...words)).toEqual({ code: 2, out: '', err: `vigie codeowners: ${sentence}\n` });
    expect(existsSync(join(repo.folder, 'CODEOWNERS'))).toBe(false);
  });

  it('takes no account that could be anything else', async () => {
    repo.write('site.yml', site('{ on-call: "@a\\n* @thief" }'));
    expect((await runIn(repo.folder, 'check', '--rule', 'content/schema')).out).toContain('content/schema');
    expect((await runIn(repo.folder, 'codeowners')).out).not.toContain('thief');
  });
});

describe('a pre-commit hook', () => {
  it('lets through what makes nothing worse, stops what does, and needs no earlier commit', () => {
    // The recipe as the wiki gives it, with this repository's command for the one that npm installs.
    const recipe = /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/.exec(readFileSync(join(ROOT, 'content/vigie/pages/demarrer.md'), 'utf8'))?.[1] ?? '';
    expect(recipe).toContain('npx --no-install vigie check');
    mkdirSync(join(repo.folder, '.githooks'));
    writeFileSync(join(repo.folder, '.githooks/pre-commit'), recipe.replaceAll('npx --no-install vigie', `"${process.execPath}" "${join(ROOT, 'src/cli/main.ts')}"`), { mode: 0o755 });
    repo.git('config', 'core.hooksPath', '.githooks');
    repo.write('site.yml', 'title: X\n');
    repo.git('add', '-A');
    const commit = (): string => {
      try {
        repo.git('commit', '-q', '-m', 'x');
        return '';
      } catch (error) {
        return String((error as { stdout: string }).stdout) + String((error as { stderr: string }).stderr);
      }
    };
    expect(commit()).toBe('');
    repo.write('shop/pages/c.md', '---\nkind: page\ntitle: P\nownr: x\n---\n');
    repo.git('add', '-A');
    expect(commit()).toContain('content/schema');
    repo.write('shop/pages/c.md', '---\nkind: page\ntitle: Q\n---\n');
    repo.git('add', '-A');
    expect(commit()).toBe('');
    expect(repo.git('rev-list', '--count', 'HEAD').trim()).toBe('2');
  }, 60_000);
});
