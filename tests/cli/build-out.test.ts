import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from './run-in.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-out-'));
  for (const [file, text] of [['wiki/content/shop/system.md', '---\nkind: system\n---\n'], ['notes/mine.txt', 'mine']] as const) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of the site', () => {
  it.each([
    ['content', 'holds'],
    ['content/..', 'holds'],
    ['..', 'holds'],
    ['../notes', 'holds something else'],
    ['../notes/mine.txt', 'holds something else'],
  ])('is not %s, which would be deleted', async (out, why) => {
    const { code, err } = await runIn(join(folder, 'wiki'), 'build', '--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(/^The site is not built: --out takes a /);
    expect(err).toContain(why);
    for (const file of ['wiki/content/shop/system.md', 'notes/mine.txt']) expect(existsSync(join(folder, file))).toBe(true);
  });
});
