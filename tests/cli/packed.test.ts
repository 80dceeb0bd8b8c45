import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../readers/git-repository.ts';
import { ROOT } from './run-in.ts';

/**
 * The package as npm publishes it: packed, unpacked below node_modules of an empty folder. Its dependencies are links to those of this
 * repository, where an installation would have copies. A link resolves to where it leads, so what is tested of node_modules is Vigie's
 * own part: its TypeScript, its pages, its assets.
 */
const folder = mkdtempSync(join(tmpdir(), 'vigie-packed-'));
const wiki = join(folder, 'wiki');
const own = join(wiki, 'node_modules/vigie');
const MINUTES = 60_000;

/** Files of the folders that are published whole. */
const sources = globSync('{src,plugins,public}/**/*', { cwd: ROOT, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1).split(sep).join('/'));

let packed: readonly string[] = [];

function linkDependencies(): void {
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((each) => !each.startsWith('.') && each !== 'vigie')) {
    const scoped = name.startsWith('@') ? readdirSync(join(ROOT, 'node_modules', name)).map((each) => `${name}/${each}`) : [name];
    if (name.startsWith('@')) mkdirSync(join(wiki, 'node_modules', name));
    for (const each of scoped) symlinkSync(join(ROOT, 'node_modules', each), join(wiki, 'node_modules', each), 'junction');
  }
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?!type\s)(?:[\w*${},\s]+?\s+from\s+)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)/g;

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** As somebody's terminal has it: what the test runner sets makes Astro take itself for tested. */
const terminal = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL|TEST)/.test(name)));

const vigie = (words: readonly string[], node = process.execPath, env: Readonly<Record<string, string>> = {}): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(node, [join(own, 'src/cli/bin/vigie.js'), ...words], { cwd: wiki, encoding: 'utf8', env: { ...terminal, ...env } });
  return { code: status, out: stdout, err: stderr };
};

beforeAll(() => {
  const [made] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { filename: string; files: { path: string }[] }[];
  packed = made?.files.map(({ path }) => path) ?? [];
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['xzf', join(folder, made?.filename ?? ''), '-C', own, '--strip-components=1']);
  linkDependencies();
  // As `npm pack` does before it packs (prepack), but where it cannot meet a build of this repository.
  execFileSync(process.execPath, [...['strip-types.js', 'built-pages.js'].flatMap((name) => ['--import', join(own, 'src/cli/bin', name)]), join(own, 'src/cli/compile-main.ts')], { cwd: own, env: terminal, stdio: 'pipe' });
}, 2 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what runs and what makes a wiki, and none of the wiki of this repository', () => {
    const tops = new Set(packed.filter((path) => !path.startsWith('.compiled/')).map((path) => path.split('/')[0]));
    expect([...tops].sort()).toEqual(['.vscode', 'CHANGELOG.md', 'LICENSE', 'README.md', 'astro.config.mjs', 'package.json', 'plugins', 'public', 'src', 'tests', 'tsconfig.json']);
    // Rule pages show the example that their rule is tested with.
    expect(packed.filter((path) => path.startsWith('tests/') && !path.startsWith('tests/fixtures/checks/'))).toEqual([]);
    expect(sources.filter((path) => !packed.includes(path))).toEqual([]);
    expect(sources.length).toBeGreaterThan(500);
  });

  it('may be published', () => {
    const manifest = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).not.toHaveProperty('private');
    expect(manifest).toMatchObject({ name: 'vigie', license: 'MIT', bin: { vigie: 'src/cli/bin/vigie.js' }, scripts: { prepack: 'node src/cli/compile-main.ts' } });
    expect(manifest['files']).toContain('.compiled');
  });

  it('needs no package that is there for tests only', () => {
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const declared = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)]);
    const named = new Set<string>();
    for (const path of packed.filter((each) => /^(src|plugins)\/.*\.(ts|js|astro)$|^astro\.config\.mjs$/.test(each))) {
      const text = readFileSync(join(own, path), 'utf8');
      for (const [, still, later] of text.matchAll(IMPORT)) named.add((still ?? later ?? '').replace(/^((?:@[^/]+\/)?[^/]+).*$/, '$1'));
    }
    expect(named.size).toBeGreaterThan(15);
    // What Node has, what Astro makes up, and what a page imports for its types only.
    const brought = [...named].filter((name) => !/^(?:node:|virtual:|astro:|\.)/.test(name));
    expect(brought.filter((name) => !declared.has(name)).sort()).toEqual([]);
  });
});

describe('the package installed in an empty folder', () => {
  it('makes a wiki, checks it without an error and builds it', () => {
    expect(vigie(['init', '--title', 'Le nôtre'])).toMatchObject({ code: 0, err: '' });
    const checked = vigie(['check']);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toMatch(/\n0 errors, \d+ warnings/);

    const built = vigie(['build']);
    expect(built.err).toBe('');
    expect(built.code).toBe(0);
    // Its pages came compiled.
    expect(existsSync(join(wiki, 'node_modules/.cache/vigie/pages'))).toBe(false);
    const home = readFileSync(join(wiki, 'dist/index.html'), 'utf8');
    expect(home).toContain('Le nôtre');
    for (const page of ['exemple', 'exemple/runbooks/rb-01', 'exemple/risks', 'exemple/risks/r-02', 'exemple/decisions/dec-01', 'exemple/pages/bienvenue', 'calendar', 'rules/time/runbook-exceeds-rto']) expect(existsSync(join(wiki, 'dist', page, 'index.html')), page).toBe(true);
    // The styles and scripts that a page asks for are there.
    for (const [, asset = ''] of home.matchAll(/(?:href|src)="(\/(?:_astro\/|theme\.js|mark\.svg)[^"]*)"/g)) expect(existsSync(join(wiki, 'dist', asset)), asset).toBe(true);
    expect(home).toMatch(/href="\/_astro\/[^"]+\.css"/);
  }, 5 * MINUTES);

  it('builds the same bytes as this repository does of the same content', () => {
    const here = join(folder, 'here');
    execFileSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'build', '--content', join(wiki, 'content'), '--out', here, '--cache', join(folder, 'cache')], { cwd: ROOT, env: terminal, stdio: 'pipe' });
    const bytesOf = (root: string): Map<string, string> => new Map(globSync('**/*', { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort().map((file) => [file.slice(root.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]));
    const [built, expected] = [bytesOf(join(wiki, 'dist')), bytesOf(here)];
    expect(built.size).toBeGreaterThan(100);
    expect([...built].filter(([file, hash]) => expected.get(file) !== hash).map(([file]) => file)).toEqual([]);
    expect([...expected.keys()]).toEqual([...built.keys()]);
  }, 5 * MINUTES);

  it('builds a wiki beside which nothing is installed, as npx does', () => {
    const bare = mkdtempSync(join(tmpdir(), 'vigie-bare-'));
    try {
      cpSync(join(wiki, 'content'), join(bare, 'content'), { recursive: true });
      const { status, stderr } = spawnSync(process.execPath, [join(own, 'src/cli/bin/vigie.js'), 'build'], { cwd: bare, encoding: 'utf8', env: terminal });
      expect([status, stderr]).toEqual([0, '']);
      expect(existsSync(join(bare, 'dist/exemple/runbooks/rb-01/index.html'))).toBe(true);
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  }, 5 * MINUTES);

  it('shows nothing of this repository’s own wiki', () => {
    const pages = globSync('**/*.html', { cwd: join(wiki, 'dist') });
    expect(pages.length).toBeGreaterThan(60);
    const strangers = pages.filter((page) => /VIG-\d|href="\/(?:vigie|bienbon|ascension|sp-e|amazon-reviews|immersion-facilitee)\//.test(readFileSync(join(wiki, 'dist', page), 'utf8')));
    expect(strangers).toEqual([]);
  });

  it('prints the snapshot of a commit, which verify takes', () => {
    const git = gitIn(wiki);
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'Begin');
    expect(vigie(['snapshot', '--output', 'wiki.pdf'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(wiki, 'wiki.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(vigie(['verify', 'wiki.pdf'])).toMatchObject({ code: 0 });
  }, 5 * MINUTES);

  /** Starts a command that serves, asks of it, and ends it. */
  async function whileServed(command: string, ask: (address: string) => Promise<void>): Promise<void> {
    const child = spawn(process.execPath, [join(own, 'src/cli/bin/vigie.js'), command, '--port', String(await freePort())], { cwd: wiki, env: terminal, stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      await ask(
        await new Promise<string>((done, failed) => {
          let said = '';
          const listen = (chunk: Buffer): void => {
            said += chunk.toString();
            const found = /served on (\S+)/.exec(said)?.[1];
            if (found !== undefined) done(found);
          };
          child.stdout.on('data', listen);
          child.stderr.on('data', listen);
          child.on('close', () => failed(new Error(said)));
        }),
      );
    } finally {
      child.kill();
    }
  }

  it('serves what it built until it is stopped, from pages that it compiled where none came compiled', () => {
    rmSync(join(own, '.compiled'), { recursive: true });
    return whileServed('start', async (address) => {
      expect(readdirSync(join(wiki, 'node_modules/.cache/vigie/pages'))).toHaveLength(1);
      const answer = await fetch(new URL('exemple/runbooks/rb-01/', address));
      expect([answer.status, (await answer.text()).includes('Restaurer la base')]).toEqual([200, true]);
    });
  }, 5 * MINUTES);

  it('serves it while it is written, with the fonts of the packages beside it and no other file of the machine', () =>
    whileServed('dev', async (address) => {
      const page = await fetch(new URL('exemple/runbooks/rb-01/', address));
      expect([page.status, (await page.text()).includes('Restaurer la base')]).toEqual([200, true]);
      const font = globSync('*latin-wght-normal.woff2', { cwd: join(ROOT, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files') })[0] ?? '';
      const statusOf = async (file: string): Promise<number> => (await fetch(new URL(`/@fs${file}`, address))).status;
      expect(await statusOf(join(ROOT, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files', font))).toBe(200);
      expect(await statusOf(join(ROOT, 'package.json'))).toBe(403);
    }), 5 * MINUTES);

  it('says in a sentence what it cannot do, as it does here', () => {
    expect(vigie(['init'])).toEqual({ code: 2, out: '', err: 'vigie init: this folder is not empty (.github, .gitignore, .vscode…): a new wiki goes into an empty folder, such as vigie init ops-wiki\n' });
  });
});

/** A Node of the machine that cannot run TypeScript; where there is none, that part is skipped. */
const OLD = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => existsSync(node) && /^v(18|20)\./.test(execFileSync(node, ['--version'], { encoding: 'utf8' })));

describe.skipIf(OLD === undefined)('on a machine whose Node is too old', () => {
  it('starts under the Node that npm brought', () => {
    expect(vigie(['check'], OLD)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/\n0 errors, /) });
    expect(vigie(['chekc'], OLD)).toMatchObject({ code: 2, err: expect.stringContaining('there is no command chekc') });
  }, MINUTES);

  it('says what to do where there is no other', () => {
    expect(vigie(['check'], OLD, { VIGIE_NODE: 'tried' })).toEqual({ code: 2, out: '', err: expect.stringMatching(/^vigie: Node 22\.15 or later is needed, and this is v\d+\.\S+; npm install --save-dev node@24 brings one to this folder\n$/) });
  });
});
