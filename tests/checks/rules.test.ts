import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { textReport } from '../../src/cli/reporters/text.ts';
import { readDiagrams } from '../../src/readers/diagrams.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/checks');
const nameOf = (id: string): string => id.replace('/', '-');

/**
 * One folder a rule: `content/` and `expected.txt`, what `check` prints for that rule alone on 2026-03-12.
 * `right/content/`, beside, is the same document once mended: the rule must say nothing about it.
 */
describe('every rule', () => {
  for (const rule of rules) {
    const folder = join(FIXTURES, nameOf(rule.id));
    const report = async (content: string): Promise<string> => textReport(runChecks(await readDiagrams(readWiki(content, { today: '2026-03-12', asOf: '2026-03-12' }), findDiagramError), [rule]), { color: false, prefix: 'content/' });

    it(`${rule.id} finds what is wrong in its fixture`, async () => {
      expect(existsSync(join(folder, 'content')), `${rule.id} has no fixture`).toBe(true);
      const printed = await report(join(folder, 'content'));
      expect(printed).toContain(rule.id);
      await expect(printed).toMatchFileSnapshot(join(folder, 'expected.txt'));
    });

    it(`${rule.id} is silent once mended`, async () => {
      expect(existsSync(join(folder, 'right/content')), `${rule.id} has no mended fixture`).toBe(true);
      expect(await report(join(folder, 'right/content'))).toBe('no finding\n');
    });
  }

  it('has no fixture without a rule', () => {
    const names = rules.map(({ id }) => nameOf(id));
    expect(readdirSync(FIXTURES).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says why and how to mend it', () => {
    for (const { id, why, fix } of rules) {
      expect(why.length, id).toBeGreaterThan(30);
      expect(fix.length, id).toBeGreaterThan(10);
      expect(readFileSync(join(import.meta.dirname, `../../src/checks/rules/${nameOf(id)}.ts`), 'utf8')).toContain(id.split('/')[1]);
    }
  });
});
