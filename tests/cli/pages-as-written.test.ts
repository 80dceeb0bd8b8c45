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
  it('come in the announced order, each once it is whole', async () => {
    const told = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()];
    const read: string[] = [];
    const reading = (async () => {
      for await (const { path, html } of pagesAsWritten(root, ['z/index.html', 'a/index.html'], (count) => told[count - 1]?.promise ?? Promise.resolve(false))) read.push(`${path} ${html}`);
    })();
    write('z/index.html', 'half');
    write('a/index.html', 'A');
    await pause(20);
    // Nothing says yet that the first page is whole.
    expect(read).toEqual([]);
    write('z/index.html', 'whole');
    told[0]?.resolve(true);
    await expect.poll(() => read).toEqual(['z/index.html whole']);
    told[1]?.resolve(true);
    await reading;
    expect(read).toEqual(['z/index.html whole', 'a/index.html A']);
  });

  it('end with the rendering, whatever was announced', async () => {
    const read: string[] = [];
    write('a/index.html', 'A');
    for await (const { path } of pagesAsWritten(root, ['a/index.html', 'b/index.html'], (count) => Promise.resolve(count === 1))) read.push(path);
    expect(read).toEqual(['a/index.html']);
  });
});
