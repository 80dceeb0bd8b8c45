import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Room {
  /** Other rooms it may import. */
  readonly imports: readonly string[];
  /** Whether it may open files or start programs. */
  readonly disk?: true;
  /** Whether it may know the framework that draws pages. */
  readonly astro?: true;
}

/** Which folder may import which. src/README.md shows the same table. A new folder is a new line in both. */
const rooms: Readonly<Record<string, Room>> = {
  schemas: { imports: [] },
  model: { imports: ['schemas'] },
  readers: { imports: ['schemas', 'model'], disk: true },
  checks: { imports: ['schemas', 'model'] },
  views: { imports: ['schemas', 'model', 'checks'] },
  words: { imports: ['model', 'checks', 'views'] },
  importers: { imports: ['schemas', 'model'] },
  site: { imports: ['schemas', 'model', 'readers', 'checks', 'views', 'words', 'plugins'], disk: true, astro: true },
  cli: { imports: ['schemas', 'model', 'readers', 'checks', 'views', 'words', 'importers', 'snapshot', 'plugins'], disk: true, astro: true },
  snapshot: { imports: ['schemas', 'model', 'readers', 'checks', 'views', 'words', 'plugins'], disk: true },
  starter: { imports: [] },
  plugins: { imports: [], disk: true, astro: true },
};

const DISK = /^(node:)?(fs|fs\/promises|child_process|worker_threads|net|http|https)$/;
const ASTRO = /^(astro|vite|@astrojs\/.+)(\/|:|$)/;
const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*${},\s]+?\s+from\s+)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)/g;
const DRAWERS = /(^|\/)(utils?|helpers?|common|misc|lib|shared)(\/|\.ts$)/;

/** The room of a path from the top of the repository: the folder of src, or plugins. */
const roomOf = (path: string): string => (path.startsWith('src/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? ''));

/** Every way in which a file breaks the table, in a sentence that names it. */
function breaches(file: string, text: string): string[] {
  const room = roomOf(file);
  const rules = rooms[room];
  if (!rules) return [`${file} stands in ${room}, which the table does not know`];
  const found = DRAWERS.test(file) ? [`${file} is a drawer: a helper lives beside its user`] : [];
  for (const match of text.matchAll(IMPORT)) {
    const target = match[1] ?? match[2] ?? '';
    if (!target.startsWith('.')) {
      if (DISK.test(target) && !rules.disk) found.push(`${file} imports ${target}: ${room} touches no disk`);
      if (ASTRO.test(target) && !rules.astro) found.push(`${file} imports ${target}: ${room} knows no framework`);
      continue;
    }
    const other = roomOf(posix.join(posix.dirname(file), target));
    if (other !== room && !rules.imports.includes(other)) found.push(`${file} imports ${target}: ${room} may not know ${other}`);
  }
  return found;
}

const files = globSync(['src/**/*.{ts,astro}', 'plugins/**/*.ts'], { cwd: ROOT }).map((file) => file.split(sep).join('/')).sort();
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the architecture', () => {
  it('holds in every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => breaches(file, textOf(file)))).toEqual([]);
  });

  it('reads no clock and no process in the core: today and the options are handed in', () => {
    const core = files.filter((file) => ['schemas', 'model', 'readers', 'checks', 'views', 'importers'].includes(roomOf(file)));
    expect(core.filter((file) => /\bprocess\.(env|argv|cwd|exit|std)|\bnew Date\(\)|\bDate\.now\(\)/.test(textOf(file)))).toEqual([]);
  });

  it('touches the process in its entries, where the one that renders is started, and where the build hands its options to Astro', () => {
    expect(files.filter((file) => file.startsWith('src/cli/') && /\bprocess\.(env|argv|cwd\(|exit|std)/.test(textOf(file)))).toEqual(['src/cli/compile-main.ts', 'src/cli/exports-main.ts', 'src/cli/main.ts', 'src/cli/render-main.ts', 'src/cli/render-process.ts', 'src/cli/site-paths.ts', 'src/cli/snapshot-main.ts']);
  });

  it('is shown in src/README.md', () => {
    const rows = [...textOf('src/README.md').matchAll(/^\| `(\w+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|/gm)].map(([, name = '', , imports = '', outside = '']) => [name, imports.trim(), outside.trim()]);
    expect(rows).toEqual(Object.entries(rooms).map(([name, room]) => [name, room.imports.join(', ') || '—', [room.disk && 'disk', room.astro && 'Astro'].filter(Boolean).join(', ') || '—']));
  });
});

describe('a file that breaks it', () => {
  it.each([
    ['src/model/wiki.ts', `import { check } from '../checks/run-checks.ts';`, 'model may not know checks'],
    ['src/schemas/risk.ts', `import type {\n  Wiki,\n} from '../model/wiki.ts';`, 'schemas may not know model'],
    ['src/checks/rules/a.ts', `export { a } from '../../views/a.ts';`, 'checks may not know views'],
    ['src/site/pages/index.astro', `---\nimport { run } from '../../cli/run.ts';\n---`, 'site may not know cli'],
    ['src/cli/a.ts', `const page = await import('../site/routes.ts');`, 'cli may not know site'],
    ['plugins/markdown/a.ts', `import type { Wiki } from '../../src/model/wiki.ts';`, 'plugins may not know model'],
    ['src/views/a.ts', `import { readFileSync } from 'node:fs';`, 'views touches no disk'],
    ['src/checks/a.ts', `import 'child_process';`, 'checks touches no disk'],
    ['src/readers/a.ts', `import { getCollection } from 'astro:content';`, 'readers knows no framework'],
    ['src/views/a.ts', `import mdx from '@astrojs/mdx';`, 'views knows no framework'],
    ['src/model/utils/dates.ts', '', 'is a drawer'],
    ['src/readers/helpers.ts', '', 'is a drawer'],
    ['src/services/a.ts', '', 'stands in services'],
  ])('is named: %s', (file, text, expected) => {
    expect(breaches(file, text)).toEqual([expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')} .*${expected}`))]);
  });

  it('is not one that only speaks of another', () => {
    expect(breaches('src/model/a.ts', `// see '../checks/run-checks.ts'\nconst from = ['node:fs'];\nimport { z } from 'zod';`)).toEqual([]);
  });
});

describe('the top of the repository', () => {
  /** Agreed with the project's user: what else is needed stands inside one of these, or is a dotfile. */
  const AGREED = ['CHANGELOG.md', 'LICENSE', 'README.md', 'astro.config.mjs', 'content', 'package-lock.json', 'package.json', 'plugins', 'public', 'src', 'tests', 'tsconfig.json'];
  /** What installing, building and exporting leave, which .gitignore names. */
  const ignored = textOf('.gitignore').split('\n').filter(Boolean).map((line) => line.replace(/\/$/, ''));

  it('holds what was agreed and nothing else', () => {
    expect(readdirSync(ROOT).filter((name) => !name.startsWith('.') && !ignored.some((pattern) => matchesGlob(name, pattern)) && !AGREED.includes(name))).toEqual([]);
  });
});
