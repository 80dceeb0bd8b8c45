import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editsOf } from '../../src/cli/watch-content.ts';

const WAIT = { timeout: 20_000, interval: 10 };

describe('a folder that is watched', () => {
  let root: string;
  let stop: AbortController;
  let edits: number;
  let ended: Promise<void>;
  const write = (file: string, text: string): void => writeFileSync(join(root, file), text);
  /** The edits that follow, once those before are told. */
  const told = async (): Promise<void> => {
    await expect.poll(() => edits, WAIT).toBeGreaterThan(0);
    // What comes within the same moment is one edit: its last events must be gone before the next is counted.
    let before = -1;
    while (before !== edits) {
      before = edits;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    edits = 0;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vigie-watched-'));
    mkdirSync(join(root, 'a'));
    write('a/one.md', '1');
    stop = new AbortController();
    edits = 0;
    const all = editsOf(root, stop.signal);
    ended = (async () => {
      for await (const _ of all) edits += 1;
    })();
  });
  afterEach(async () => {
    stop.abort();
    await ended;
    rmSync(root, { recursive: true, force: true });
  });

  it('hears of files that are written, new, renamed and removed', async () => {
    write('a/one.md', '2');
    await told();
    write('a/two.md', '1');
    await told();
    renameSync(join(root, 'a/two.md'), join(root, 'a/three.md'));
    await told();
    rmSync(join(root, 'a/three.md'));
    await told();
  });

  it('hears of a file again and again that editors put in place of the old one', async () => {
    for (const text of ['2', '3', '4']) {
      write('a/one.md~', text);
      renameSync(join(root, 'a/one.md~'), join(root, 'a/one.md'));
      await told();
    }
    write('a/one.md', '5');
    await told();
  });

  it('hears of files in folders that are new, or removed and made again', async () => {
    mkdirSync(join(root, 'b/c'), { recursive: true });
    await told();
    write('b/c/one.md', '1');
    await told();
    rmSync(join(root, 'a'), { recursive: true });
    mkdirSync(join(root, 'a'));
    await told();
    write('a/one.md', '1');
    await told();
  });

  it('hears of what is edited before it is asked', async () => {
    const other = editsOf(root, stop.signal);
    write('a/one.md', '2');
    expect(await other.next()).toEqual({ done: false, value: undefined });
    await other.return();
  });
});
