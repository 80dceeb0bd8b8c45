import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, report } from './report.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/readers');

/** One folder a mistake: `content/`, and `expected.txt`, everything that reading it must say; `expected.fr.txt` is the same in French. `shop/fine.md` is right and must be read. */
describe('bad input', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(name, async () => {
      const wiki = read(join(FIXTURES, name, 'content'));
      expect(wiki.records.has('shop/page:fine')).toBe(true);
      for (const { what } of wiki.problems) expect(what.fr).not.toBe(what.en);
      await expect(report(wiki)).toMatchFileSnapshot(join(FIXTURES, name, 'expected.txt'));
      await expect(report(wiki, 'fr')).toMatchFileSnapshot(join(FIXTURES, name, 'expected.fr.txt'));
    });
  }
});
