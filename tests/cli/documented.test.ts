import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { kinds } from '../../src/schemas/kinds.ts';
import { ROOT, runIn } from './run-in.ts';

/** A path named in a sentence, and the fence that follows: a file as its author is told to write it. */
const FILE = /`(content\/[\w./-]+)`[^\n]*(?:\n\s*\n[^\n`]*)?\n\s*\n( *)```(?:markdown|yaml)\n([\s\S]*?)\n\2```/g;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-documented-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the files that a document shows, and hands over their names. */
function write(document: string): string[] {
  return [...readFileSync(join(ROOT, document), 'utf8').matchAll(FILE)].map(([, path = '', indent = '', text = '']) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text.replace(new RegExp(`^${indent}`, 'gm'), '')}\n`);
    return path;
  });
}

it('the wiki that the page on every kind shows has a document of each, and no finding', async () => {
  const files = write('content/vigie/pages/champs.md');
  const shown = files.flatMap((file) => /^kind: (\S+)/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? []);
  expect(Object.keys(kinds).filter((kind) => kind !== 'risk' && !shown.includes(kind))).toEqual([]);
  expect(await runIn(folder, 'check')).toMatchObject({ code: 0, out: 'no finding\n' });
});

it('the wiki that README shows can be published, and lacks what it says', async () => {
  expect(write('README.md')).toEqual(['content/site.yml', 'content/shop/system.md', 'content/shop/method.md', 'content/shop/risks.md']);
  const { code, out } = await runIn(folder, 'check');
  expect(code).toBe(0);
  expect([...out.matchAll(/^\w+ (\S+\/\S+)$/gm)].map(([, rule]) => rule).sort()).toEqual(['coverage/no-backup', 'risk/high-without-runbook', 'risk/needs-action']);
  // As it says of an error.
  const system = join(folder, 'content/shop/system.md');
  writeFileSync(system, readFileSync(system, 'utf8').replace('rto: 2 h', 'rto: 2 h\nrpo: 24 h'));
  expect(await runIn(folder, 'check')).toMatchObject({ code: 1, out: expect.stringContaining('error time/backup-exceeds-rpo') });
});
