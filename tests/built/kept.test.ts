import { execFile, execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { unstamped } from '../../plugins/offline/stamp.ts';
import { buildSite } from './build.ts';
import type { KeptFound } from './kept-pages.ts';
import { layCrossing } from './lay-crossing.ts';
import { layHarbour } from './lay-harbour.ts';

const home = resolve(import.meta.dirname, '../..');
const filesOf = (site: string): string[] => globSync('**', { cwd: site }).filter((path) => statSync(join(site, path)).isFile()).sort();
/** Who commits, and when, on every machine. */
const keeper = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: '2026-03-01T09:00:00Z', GIT_COMMITTER_DATE: '2026-03-01T09:00:00Z', GIT_AUTHOR_NAME: 'Keeper', GIT_AUTHOR_EMAIL: 'keeper@harbour.example', GIT_COMMITTER_NAME: 'Keeper', GIT_COMMITTER_EMAIL: 'keeper@harbour.example' };

describe('pages that a build keeps from the one before', () => {
  it('are the pages that would be made, whatever was edited, across systems too', { timeout: 120_000 }, async () => {
    const content = layCrossing(join(inject('folder'), 'crossing'));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', join(home, 'src/cli/bin/built-pages.js'), join(import.meta.dirname, 'kept-pages.ts'), content], { cwd: home, maxBuffer: 1 << 26, env: { ...process.env, NODE_ENV: 'production' } });
    const { pages, edits, kept, made, stale } = JSON.parse(stdout) as KeptFound;
    expect(stale).toEqual([]);
    // It would hold of none, too.
    expect({ pages: pages > 90, edits: edits > 18, kept: kept > edits * 40, made: made > edits * 5 }).toEqual({ pages: true, edits: true, kept: true, made: true });
  });

  it('stay when a commit touches another system, and the site is the one that is built from nothing', { timeout: 180_000 }, async () => {
    const folder = join(inject('folder'), 'commits');
    const content = layHarbour(folder);
    const commit = (message: string): void => {
      for (const args of [['add', '.'], ['commit', '-q', '-m', message]]) execFileSync('git', args, { cwd: content, env: { ...process.env, ...keeper } });
    };
    mkdirSync(join(content, 'quay'));
    writeFileSync(join(content, 'quay/system.md'), '---\nkind: system\nid: quay\ntitle: Quay\n---\n');
    commit('Begin the quay');
    const before = await buildSite(join(folder, 'kept'), content);
    const foot = (site: string, page: string): string => /<footer class="prov">.*?<\/dl>/s.exec(readFileSync(join(site, page), 'utf8'))?.[0] ?? '';
    const old = new Map(filesOf(before).map((path) => [path, readFileSync(join(before, path))]));
    const oldFoot = foot(before, 'ferry/coverage/index.html');

    const file = join(content, 'tide/method.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nThe moon decides.\n`);
    commit('Say who decides');
    // What the journal tells of a folder that is gone leads nowhere.
    rmSync(join(content, 'quay'), { recursive: true });
    commit('Drop the quay');
    const [kept, cold] = [await buildSite(join(folder, 'kept'), content), await buildSite(join(folder, 'cold'), content)];

    expect(filesOf(kept)).toEqual(filesOf(cold));
    expect(filesOf(cold).filter((path) => !readFileSync(join(kept, path)).equals(readFileSync(join(cold, path))))).toEqual([]);
    const changed = filesOf(cold).filter((path) => path.endsWith('.html') && unstamped(readFileSync(join(cold, path), 'utf8')) !== unstamped(old.get(path)?.toString() ?? ''));
    expect(changed).toContain('index.html');
    expect(changed.filter((path) => path.startsWith('tide/')).length).toBeGreaterThan(0);
    expect(readFileSync(join(cold, 'index.html'), 'utf8')).toContain('Drop the quay');
    expect(changed.filter((path) => path.startsWith('ferry/'))).toEqual([]);
    // Findings lead to their lines as the forge has them.
    expect(readFileSync(join(cold, 'ferry/coverage/index.html'), 'utf8') + readFileSync(join(cold, 'ferry/risks/index.html'), 'utf8')).toContain('https://forge.example/harbour/wiki/blob/');

    // The commit and the tree that a page of a system names are those of its folder.
    const tree = execFileSync('git', ['rev-parse', 'HEAD:ferry'], { cwd: content, encoding: 'utf8' }).slice(0, 8);
    const last = execFileSync('git', ['log', '-1', '--format=%h', '--abbrev=7', '--', 'ferry'], { cwd: content, encoding: 'utf8' }).trim();
    expect(oldFoot).toContain(`<code>${last}</code>`);
    expect(oldFoot).toContain(tree);
    expect(foot(cold, 'index.html')).toContain(execFileSync('git', ['log', '-1', '--format=%h', '--abbrev=7'], { cwd: content, encoding: 'utf8' }).trim());
  });
});
