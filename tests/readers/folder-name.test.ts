import { globSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { folderNameProblem, TAKEN } from '../../src/readers/folder-name.ts';

const root = resolve(import.meta.dirname, '../..');

it('no folder takes the place of a page or file that every site has at its top', () => {
  const pages = readdirSync(join(root, 'src/site/pages')).filter((name) => !name.startsWith('[') && name !== 'index.astro').map((name) => name.replace(/\.(astro|ts)$/, ''));
  for (const name of [...pages, ...globSync('*', { cwd: join(root, 'public') }), 'index.html', '_astro', 'pagefind', 'sw.js']) expect(TAKEN, name).toContain(name);
  for (const name of ['shop', 'my shop', 'Équipe (nuit)', 'call', 'risk']) expect(folderNameProblem(name, `${name}/a.md`)).toBeUndefined();
});
