import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWiki, readWikiByTurns } from '../../src/readers/read-wiki.ts';

const root = join(import.meta.dirname, '../../content');

describe('reading by turns', () => {
  it('reads the same wiki, and lets others work in between', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const wiki = await readWikiByTurns(root, { today: '2026-03-12' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    const whole = readWiki(root, { today: '2026-03-12' });
    expect(wiki.documents.map(({ file, digest }) => `${file} ${digest}`)).toEqual(whole.documents.map(({ file, digest }) => `${file} ${digest}`));
    expect([...wiki.records.keys()]).toEqual([...whole.records.keys()]);
    expect(wiki.problems).toEqual(whole.problems);
  });
});
