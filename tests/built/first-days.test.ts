import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';

const home = resolve(import.meta.dirname, '../..');

describe('a wiki in its first days', { timeout: 120_000 }, () => {
  let folder = '';
  const write = (file: string, text: string | Buffer): void => {
    const path = join(folder, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  /** Builds it as it stands, with what earlier builds kept; what went wrong. */
  const build = (): string => {
    const { status, stderr } = spawnSync(process.execPath, [join(home, 'src/cli/main.ts'), 'build', '--content', join(folder, 'content'), '--out', join(folder, 'site'), '--cache', join(folder, 'cache')], { cwd: home, encoding: 'utf8' });
    return status === 0 ? '' : stderr;
  };
  beforeAll(() => {
    folder = join(inject('folder'), 'first-days');
    write('site.yml', 'title: Ops\nlanguage: en\nsnapshots: none\n');
  });

  it('is built with no document, with a page only, with a system that lists no component yet', () => {
    expect(build()).toBe('');
    write('Tools/welcome.md', '---\nkind: page\ntitle: Welcome\n---\nHello.\n');
    expect(build()).toBe('');
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toMatch(/Another section: <a href="\/Tools\/">Tools<\/a>/);
    write('Shop/system.md', '---\nkind: system\nid: Shop\ntitle: Shop\n---\nIt sells.\n');
    expect(build()).toBe('');
    expect(existsSync(join(folder, 'site/Shop/index.html'))).toBe(true);
  });

  it('is built where the findings of a rule are about a system with a capital letter', () => {
    write('Shop/system.md', '---\nkind: system\nid: Shop\ntitle: Shop\nrto: 1 h\ncomponents: [{ id: db, title: Database, kind: datastore }]\n---\nIt sells.\n');
    expect(build()).toBe('');
    expect(readFileSync(join(folder, 'site/rules/coverage/no-backup/index.html'), 'utf8')).toContain('href="/checks/?sys=Shop#shop"');
  });

  it('says that a site cannot be put where a file stands', () => {
    write('../taken', 'a file');
    const { status, stderr } = spawnSync(process.execPath, [join(home, 'src/cli/main.ts'), 'build', '--content', join(folder, 'content'), '--out', join(folder, 'taken/site'), '--cache', join(folder, 'cache')], { cwd: home, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The site is not published: it cannot be put into .*taken\/site \(.*\)\n$/)]);
  });

  it('shows the pictures that it has, byte for byte', () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    write("Shop/l'été #1.png", picture);
    write('Shop/pages/plan.md', "---\nkind: page\ntitle: Plan\n---\n![Plan](../l'%C3%A9t%C3%A9%20%231.png)\n");
    expect(build()).toBe('');
    expect(readFileSync(join(folder, "site/files/Shop/l'été #1.png"))).toEqual(picture);
  });
});
