import { appendFileSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPages } from '../../src/cli/kept-pages.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-kept-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function build(name: string, pages: Readonly<Record<string, string>>, { code = 'v1', ends = true } = {}): Record<string, string | undefined> {
  const kept = keptPages(folder, code, name);
  const taken = Object.fromEntries(Object.keys(pages).map((key) => [key, kept.take(key)]));
  for (const [key, text] of Object.entries(pages)) kept.keep(key, taken[key] ?? bytes(text));
  if (ends) kept.close();
  return Object.fromEntries(Object.entries(taken).map(([key, body]) => [key, body && new TextDecoder().decode(body)]));
}

describe('pages kept from one build to the next', () => {
  it('are taken under the key that they were made under, and by the same code', () => {
    expect(build('1', { a: 'été', b: 'B' })).toEqual({ a: undefined, b: undefined });
    expect(build('2', { b: '', c: 'C', a: '' })).toEqual({ b: 'B', c: undefined, a: 'été' });
    expect(build('3', { a: '', b: '', c: '' })).toEqual({ a: 'été', b: 'B', c: 'C' });
    expect(build('4', { a: 'new' }, { code: 'v2' })).toEqual({ a: undefined });
  });

  it('are those of the last build that ended', () => {
    build('1', { a: 'A', b: 'B' });
    expect(build('2', { a: 'half' }, { ends: false })).toEqual({ a: 'A' });
    expect(build('3', { a: '', b: '' })).toEqual({ a: 'A', b: 'B' });
    expect(build('4', { b: '' })).toEqual({ b: 'B' });
    expect(build('5', { a: 'again' })).toEqual({ a: undefined });
    expect(readdirSync(folder).sort()).toEqual(['list.json', 'pages-2', 'pages-5']);
    // It may still be under way; a day later it is not.
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(join(folder, 'pages-2'), yesterday, yesterday);
    build('6', { a: 'again' });
    expect(readdirSync(folder).sort()).toEqual(['list.json', 'pages-6']);
  });

  it('are made again where the file is not the one that was written', () => {
    build('1', { a: 'A' });
    appendFileSync(join(folder, 'pages-1'), 'more');
    expect(build('2', { a: 'A' })).toEqual({ a: undefined });
    writeFileSync(join(folder, 'list.json'), '{');
    expect(build('3', { a: 'A' })).toEqual({ a: undefined });
    rmSync(join(folder, 'pages-3'));
    expect(build('4', { a: 'A' })).toEqual({ a: undefined });
    expect(build('5', { a: '' })).toEqual({ a: 'A' });
  });
});
