import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSnapshot } from '../../src/snapshot/make-snapshot.ts';
import { onePage, wikiRepository } from './wiki-repository.ts';

// Tools of others read a finished file. None comes from npm: where one is not installed, its test is skipped, and says so.
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

const BODY = `
| Clé | Valeur |
| --- | --- |
| a | [un lien](https://exemple.fr) |

- [ ] À faire
- [x] Faite 🚒

\`\`\`mermaid
flowchart LR
  a --> b
\`\`\`

> [!NOTE]
> Une note[^1].

[^1]: En bas.
`;

let folder = '';
let file = '';

beforeAll(async () => {
  const made = await makeSnapshot({ root: join(wikiRepository(onePage(BODY)), 'content') });
  if ('problem' in made) throw new Error(JSON.stringify(made));
  folder = mkdtempSync(join(tmpdir(), 'vigie-valid-'));
  file = join(folder, 'snapshot.pdf');
  writeFileSync(file, made.bytes);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (tool: string, ...words: string[]): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, out: stdout, err: stderr };
};

describe('a finished file, read by', { timeout: 120_000 }, () => {
  it.skipIf(!has('qpdf'))('qpdf, has no error of syntax or encoding', () => {
    const { status, out, err } = run('qpdf', '--check', file);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('No syntax or stream encoding errors found');
  });

  it.skipIf(!has('mutool'))('mutool, is drawn whole without a warning', () => {
    const { status, err } = run('mutool', 'draw', '-q', '-F', 'text', '-o', join(folder, 'text'), file);
    // Debian's mutool knows no colour profiles.
    expect([status, err.replace('warning: ICC support is not available\n', '')]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'text'), 'utf8')).toContain('À faire');
  });

  it.skipIf(!has('pdfinfo'))('poppler, is tagged, with a structure that it knows', () => {
    const { out } = run('pdfinfo', file);
    expect(out).toMatch(/^Tagged: +yes$/m);
    expect(out).toMatch(/^Suspects: +no$/m);
    expect(out).toMatch(/^JavaScript: +no$/m);
    const { status, err } = run('pdfinfo', '-struct', file);
    expect(status).toBe(0);
    // Poppler knows one colour for four borders; ISO 32000-1 (14.8.5.4) lets each have its own.
    expect(err.split('\n').filter((line) => line !== '' && !line.includes('Attribute BorderColor value is of wrong type (array)'))).toEqual([]);
  });

  it.skipIf(!has('verapdf')).each(['3a', 'ua1'])('veraPDF, is what it says: %s', (flavour) => {
    const { out } = run('verapdf', '--flavour', flavour, '--format', 'text', file);
    expect(out).toMatch(/^PASS /);
  });
});
