import { cpSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { readingMemory } from '../../src/readers/reading-memory.ts';

const options = { today: '2026-03-12', asOf: '2026-03-12' };
const page = (title: string): string => `---\nkind: page\ntitle: ${title}\n---\n\n[there](b.md)\n`;

/** All that two readings can differ in. */
const whole = (wiki: Wiki): unknown => ({ documents: wiki.documents.map(({ file, digest, lang }) => `${file} ${digest} ${lang}`), records: [...wiki.records.keys()], problems: wiki.problems, site: wiki.site, findings: runChecks(wiki), lost: [...wiki.unreadable] });

describe('a reading that remembers the last one', () => {
  let root: string;
  const memory = { now: readingMemory() };
  const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(root, file), text);
  /** What is opened again; the wiki is the one that a reading from nothing gives. */
  const again = (): readonly string[] => {
    const remembered = readWiki(root, { ...options, memory: memory.now });
    expect(whole(remembered)).toEqual(whole(readWiki(root, options)));
    return memory.now.opened;
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vigie-memory-'));
    memory.now = readingMemory();
    cpSync(join(import.meta.dirname, '../fixtures/model-examples/content'), root, { recursive: true });
    write('ascension/a.md', page('A'));
    write('ascension/b.md', page('B'));
    again();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('opens nothing where nothing changed', () => {
    expect(again()).toEqual([]);
  });

  it('opens what changed, and only that', () => {
    write('ascension/a.md', page('Another'));
    expect(again()).toEqual(['ascension/a.md']);
    expect(again()).toEqual([]);
  });

  it('sees an edit that keeps the size, and one whose time was put back', () => {
    write('ascension/a.md', page('Z'));
    expect(again()).toEqual(['ascension/a.md']);
    write('ascension/a.md', page('Y'));
    utimesSync(join(root, 'ascension/a.md'), new Date('2020-01-01'), new Date('2020-01-01'));
    expect(again()).toEqual(['ascension/a.md']);
  });

  it('forgets what is gone, and what depends on it is found', () => {
    rmSync(join(root, 'ascension/b.md'));
    expect(again()).toEqual([]);
    const { findings } = runChecks(readWiki(root, { ...options, memory: memory.now }));
    expect(findings.some(({ rule, place }) => rule === 'link/broken-page' && place.file === 'ascension/a.md')).toBe(true);
    expect(memory.now.files.has('ascension/b.md')).toBe(false);
  });

  it('follows files that come, move, and take the place of another', () => {
    write('ascension/c.md', page('C'));
    expect(again()).toEqual(['ascension/c.md']);
    renameSync(join(root, 'ascension/c.md'), join(root, 'ascension/d.md'));
    expect(again()).toEqual(['ascension/d.md']);
    renameSync(join(root, 'ascension/d.md'), join(root, 'ascension/b.md'));
    expect(again()).toEqual(['ascension/b.md']);
  });

  it('reads every document anew when site.yml changes: its language is theirs', () => {
    write('site.yml', 'title: T\nlanguage: en\n');
    again();
    write('site.yml', 'title: T\nlanguage: fr\n');
    expect(again()).toEqual(['site.yml']);
    expect(new Set(readWiki(root, { ...options, memory: memory.now }).documents.map(({ lang }) => lang))).toEqual(new Set(['fr']));
    rmSync(join(root, 'site.yml'));
    again();
  });

  it('keeps the problems of a file that stays wrong, and drops those of one that is mended', () => {
    write('ascension/a.md', Buffer.from(page('Été'), 'latin1'));
    write('ascension/b.md', '---\nkind: [\n---\n');
    again();
    expect(again()).toEqual([]);
    write('ascension/b.md', page('B'));
    expect(again()).toEqual(['ascension/b.md']);
  });
});
