import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { FIXTURES } from './run-in.ts';

const page = (title: string, target: string): string => `---\nkind: page\ntitle: ${title}\n---\n\n[there](${target})\n`;

/** What a watch on a busy machine may take. */
const WAIT = { timeout: 20_000, interval: 20 };

describe('vigie check --watch', () => {
  let folder: string;
  let stop: AbortController;
  let printed: { out: string; err: string };
  let ended: Promise<number>;
  const write = (file: string, text: string): void => writeFileSync(join(folder, 'content', file), text);
  const begin = async (...words: string[]): Promise<void> => {
    ended = run(['check', '--watch', ...words], { out: (text) => void (printed.out += text), err: (text) => void (printed.err += text), cwd: folder, now: new Date('2026-03-12T10:00:00Z'), color: false, progress: false, signal: stop.signal });
    await expect.poll(() => printed.err, WAIT).toContain('content/ is watched (Ctrl-C stops it)');
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-watch-'));
    cpSync(join(FIXTURES, 'model-examples/content'), join(folder, 'content'), { recursive: true });
    stop = new AbortController();
    printed = { out: '', err: '' };
    write('ascension/a.md', page('A', 'b.md'));
    write('ascension/b.md', page('B', 'a.md'));
  });
  afterEach(async () => {
    stop.abort();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints what an edit breaks, then what it mends, with the time it took, and ends when it is told to', async () => {
    await begin('--rule', 'link/broken-page');
    expect(printed.out).toBe('no finding\n');
    printed.out = '';
    write('ascension/a.md', page('A', 'c.md'));
    await expect.poll(() => printed.out, WAIT).toMatch(/^\ncontent\/ascension\/a\.md\n\nerror link\/broken-page\n[^]*why:[^]*\n\n1 error, 0 warnings in 1 file · 1 file read again, answered in \d+ ms\n$/);
    printed.out = '';
    write('ascension/a.md', page('A', 'b.md'));
    await expect.poll(() => printed.out, WAIT).toMatch(/^\ngone link\/broken-page content\/ascension\/a\.md:6\n {2}[^\n]+\n\nno finding · 1 file read again, answered in \d+ ms\n$/);
    printed.out = '';
    rmSync(join(folder, 'content/ascension/b.md'));
    await expect.poll(() => printed.out, WAIT).toMatch(/error link\/broken-page[^]*1 error, 0 warnings in 1 file · 0 files read again/);
    stop.abort();
    expect(await ended).toBe(0);
  }, 60_000);

  it('writes the whole report again in another format', async () => {
    await begin('--rule', 'link/broken-page', '--format', 'gitlab', '--lang', 'fr');
    expect(printed.out).toBe('[]\n');
    printed.out = '';
    write('ascension/a.md', page('A', 'c.md'));
    await expect.poll(() => printed.out, WAIT).toMatch(/^\[\n[^]*"check_name": "link\/broken-page"[^]*\]\n$/);
  }, 60_000);

  it('says that the folder is gone', async () => {
    await begin('--rule', 'link/broken-page');
    rmSync(join(folder, 'content'), { recursive: true });
    expect(await ended).toBe(2);
    expect(printed.err).toMatch(/vigie check: the folder \S+content is gone\n$/);
  }, 60_000);
});
