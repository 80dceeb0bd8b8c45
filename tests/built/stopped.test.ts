import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, inject, it } from 'vitest';

const home = resolve(import.meta.dirname, '../..');

it('a build that errors stop says all of them, however many, and leaves the site that stood there', () => {
  const folder = join(inject('folder'), 'stopped');
  mkdirSync(join(folder, 'content/shop'), { recursive: true });
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), 'before');
  writeFileSync(join(folder, 'content/site.yml'), 'title: Stopped\nlanguage: en\n');
  writeFileSync(join(folder, 'content/shop/system.md'), '---\nkind: system\nid: shop\ntitle: Shop\n---\n');
  // More than what a process can tell another in one go.
  const many = Array.from({ length: 3000 }, (_, index) => `key-${index}: ${'x'.repeat(40)}`);
  writeFileSync(join(folder, 'content/shop/page.md'), `---\nkind: page\ntitle: Page\n${many.join('\n')}\n---\n`);
  const { status, stderr } = spawnSync(process.execPath, [join(home, 'src/cli/main.ts'), 'build', '--content', join(folder, 'content'), '--out', join(folder, 'site'), '--cache', join(folder, 'cache')], { cwd: home, encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(status).toBe(1);
  expect(stderr.match(/^ {2}key-\d+ is not a known key/gm)).toHaveLength(3000);
  expect(stderr).toContain('3000 errors, 0 warnings in 1 file\nThe site is not built: errors stop it, and the one built before stands.');
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('before');
  expect(existsSync(join(folder, 'site/404.html'))).toBe(false);
});
