import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pagesAsWritten } from '../../src/cli/pages-as-written.ts';

let root: string;
const write = (path: string, html: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), html);
};

beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'vigie-pages-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('pages read while they are written', () => {
  it('come in the announced order, each whole, then the others sorted', async () => {
    let ended = false;
    const read: string[] = [];
    const reading = (async () => {
      for await (const { path, html } of pagesAsWritten(root, ['z/index.html', 'never/index.html', 'a/index.html', '404.html'], () => ended)) read.push(`${path} ${html}`);
    })();
    write('z/index.html', 'half');
    await pause(80);
    // Nothing says yet that the first page is whole.
    expect(read).toEqual([]);
    write('z/index.html', 'whole');
    write('a/index.html', 'A');
    await expect.poll(() => read).toEqual(['z/index.html whole']);
    write('404.html', 'no');
    write('y.html', 'Y');
    write('b/index.html', 'B');
    ended = true;
    await reading;
    expect(read).toEqual(['z/index.html whole', 'a/index.html A', '404.html no', 'b/index.html B', 'y.html Y']);
  });

  it('end with the rendering, whatever was announced', async () => {
    const read: string[] = [];
    for await (const { path } of pagesAsWritten(root, ['a/index.html', 'b/index.html'], () => true)) read.push(path);
    expect(read).toEqual([]);
  });
});
