import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { textReport } from '../../src/cli/reporters/text.ts';
import type { Lang } from '../../src/model/text.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readDiagrams } from '../../src/readers/diagrams.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/checks');
const nameOf = (id: string): string => id.replace('/', '-');

/**
 * One folder a rule: `content/` and `expected.txt`, what `check` prints for that rule alone on 2026-03-12; `expected.fr.txt` is
 * the same in French.
 * `right/content/`, beside, is the same document once mended: the rule must say nothing about it.
 */
describe('every rule', () => {
  for (const rule of rules) {
    const folder = join(FIXTURES, nameOf(rule.id));
    const wikiOf = (content: string): Promise<Wiki> => readDiagrams(readWiki(content, { today: '2026-03-12', asOf: '2026-03-12' }), findDiagramError);
    const report = (wiki: Wiki, lang: Lang): string => textReport(runChecks(wiki, [rule], lang), { color: false, prefix: 'content/', lang });

    it(`${rule.id} finds what is wrong in its fixture`, async () => {
      expect(existsSync(join(folder, 'content')), `${rule.id} has no fixture`).toBe(true);
      const wiki = await wikiOf(join(folder, 'content'));
      const printed = report(wiki, 'en');
      expect(printed).toContain(rule.id);
      await expect(printed).toMatchFileSnapshot(join(folder, 'expected.txt'));
      await expect(report(wiki, 'fr')).toMatchFileSnapshot(join(folder, 'expected.fr.txt'));
    });

    it(`${rule.id} says the same things in both languages`, async () => {
      const problems = [...rule.find(await wikiOf(join(folder, 'content')))];
      for (const text of [rule.title, rule.why, rule.fix, ...problems.flatMap(({ what, fix }) => [what, fix ?? rule.fix])]) {
        expect(text.en).toMatch(/\w/);
        expect(text.fr).toMatch(/\w/);
        expect(text.fr).not.toBe(text.en);
        expect(`${text.en}\n${text.fr}`).not.toMatch(/\bundefined\b|\[object /);
        // Typographic signs with plain spaces: the site narrows them. What an author wrote stands between guillemets.
        expect(text.fr.replace(/«.*?»/g, '')).not.toMatch(/[“”\u00A0\u202F!]|[a-zà-ÿ]'[a-zà-ÿ]|\bveuillez\b/i);
      }
    });

    it(`${rule.id} is silent once mended`, async () => {
      expect(existsSync(join(folder, 'right/content')), `${rule.id} has no mended fixture`).toBe(true);
      expect(report(await wikiOf(join(folder, 'right/content')), 'en')).toBe('no finding\n');
    });
  }

  it('find the same things in the same order in every language', () => {
    const wiki = readWiki(join(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });
    const found = (lang: Lang): string[] => runChecks(wiki, rules, lang).findings.map(({ rule, place, record }) => `${place.file}:${place.line}:${place.column} ${rule} ${record ?? ''}`);
    expect(found('fr')).toEqual(found('en'));
    expect(found('fr').length).toBeGreaterThan(100);
  });

  it('are named differently', () => {
    for (const lang of ['en', 'fr'] as const) expect(new Set(rules.map(({ title }) => title[lang])).size).toBe(rules.length);
  });

  it('has no fixture without a rule', () => {
    const names = rules.map(({ id }) => nameOf(id));
    expect(readdirSync(FIXTURES).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says why and how to mend it', () => {
    for (const { id, why, fix } of rules) {
      for (const lang of ['en', 'fr'] as const) {
        expect(why[lang].length, id).toBeGreaterThan(30);
        expect(fix[lang].length, id).toBeGreaterThan(10);
      }
      expect(readFileSync(join(import.meta.dirname, `../../src/checks/rules/${nameOf(id)}.ts`), 'utf8')).toContain(id.split('/')[1]);
    }
  });
});
