import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compilePdf } from '../../plugins/pdf/compile.ts';
import { compose, type Composed } from '../../src/snapshot/compose.ts';
import { wikiRepository } from './wiki-repository.ts';

const CONTENT = join(import.meta.dirname, '../../content');

describe('what the engine refuses', () => {
  let composed: Composed;

  beforeAll(async () => {
    const made = await compose({ root: join(wikiRepository(CONTENT), 'content'), systems: ['ascension', 'bienbon'] }, () => undefined);
    if ('problem' in made) throw new Error(JSON.stringify(made));
    composed = made;
  }, 120_000);

  // The engine checks a standard only where its native binary loads.
  it.runIf(process.platform === 'linux' && process.arch === 'x64').each(['ua-1', 'a-3a'] as const)('is nothing of %s', { timeout: 120_000 }, async (standard) => {
    const set = await compilePdf({ main: '/main.typ', files: composed.files, standard });
    expect('errors' in set ? set.errors : []).toEqual([]);
  });

  it('describes every picture', () => {
    const alts = JSON.stringify(composed.document).match(/"alt":"[^"]*"/g) ?? [];
    expect(alts.length).toBeGreaterThan(10);
    expect(alts.filter((alt) => alt.length < 20)).toEqual([]);
  });

  it('sees no markup in the template that is made of content', () => {
    const template = [...composed.files].flatMap(([path, text]) => (path.endsWith('.typ') && typeof text === 'string' ? [text] : [])).join('\n');
    expect(template).not.toMatch(/\beval\s*\(/);
    expect(template).not.toMatch(/mode:\s*"markup"/);
  });
});
