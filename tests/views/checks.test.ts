import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/checks/finding.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { ruleFamilies } from '../../src/model/rule-family.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { checksView } from '../../src/views/checks.ts';

const DAY = { today: '2026-03-12', asOf: '2026-03-12' };
const wiki = readWiki(join(import.meta.dirname, '../../content'), DAY);
const checks = runChecks(wiki);

describe('every finding of the wiki', () => {
  const view = checksView(wiki, checks, rules);

  it('is listed once, under its system and its file', () => {
    const listed = view.folders.flatMap(({ id, files }) =>
      files.flatMap(({ file, groups }) => {
        expect(file.split('/')[0]).toBe(id);
        return groups.flatMap(({ findings }) => findings.filter(({ place }) => place.file === file));
      }),
    );
    expect(listed).toHaveLength(checks.findings.length);
    expect(new Set(listed)).toEqual(new Set(checks.findings));
  });

  it('is counted the same by folder, by family and by severity', () => {
    const total = checks.errors + checks.warnings;
    expect(view.folders.reduce((sum, { errors, warnings }) => sum + errors + warnings, 0)).toBe(total);
    expect(view.families.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    for (const { byFamily, errors, warnings } of view.folders) expect(ruleFamilies.reduce((sum, family) => sum + byFamily[family], 0)).toBe(errors + warnings);
  });

  it('stands in a group whose rule and advice it shares', () => {
    for (const { rule, fix, findings } of view.folders.flatMap(({ files }) => files.flatMap(({ groups }) => groups))) {
      expect(findings.every((finding) => finding.rule === rule && finding.fix === fix)).toBe(true);
    }
  });

  it('keeps the site’s order of systems and names those without a finding', () => {
    expect(view.folders.map(({ id }) => id)).toEqual(wiki.folders.map(({ id }) => id));
    expect(view.folders.map(({ index }) => index)).toEqual(view.folders.map((_, index) => index + 1));
    expect(view.folders.find(({ id }) => id === 'vigie')).toMatchObject({ errors: 0, warnings: 0, files: [] });
  });
});

describe('rules that site.yml changes', () => {
  it('are told with what they were', () => {
    const { changed } = checksView(wiki, checks, rules);
    expect(changed.map(({ rule }) => rule.id)).toContain('time/backup-exceeds-rpo');
    expect(changed.every(({ rule, setting }) => rule.severity === 'error' && setting.severity === 'warning')).toBe(true);
    expect(changed).toHaveLength(Object.keys(wiki.site.checks).length);
  });

  it('leave out what cannot be changed and what stays as it is', () => {
    const site = { ...wiki.site, checks: { 'content/syntax': 'off', 'risk/no-owner': 'warning' } as const };
    expect(checksView({ ...wiki, site }, checks, rules).changed).toEqual([]);
  });
});

describe('waivers', () => {
  /** The wiki with waivers on the document that a finding is about. */
  function waived(until: string): { wiki: Wiki; result: CheckResult } {
    const waiver = { rule: 'risk/no-owner', record: 'R1', reason: 'The owner is being named', by: 'manager', until };
    const documents = wiki.documents.map((document) => (document.file === 'sp-e/risques/registre.md' ? { ...document, value: { ...document.value, waivers: [waiver] } } : document));
    const changed: Wiki = { ...wiki, documents };
    return { wiki: changed, result: runChecks(changed) };
  }

  it('say what they set aside and the days that are left', () => {
    const { wiki: changed, result } = waived('2026-04-11');
    expect(checksView(changed, result, rules).waivers).toMatchObject([{ rule: 'risk/no-owner', record: 'R1', days: 30, findings: 1 }]);
    expect(result.findings).toHaveLength(checks.findings.length - 1);
  });

  it('stay listed once expired, and set nothing aside', () => {
    const { wiki: changed, result } = waived('2026-03-10');
    expect(checksView(changed, result, rules).waivers).toMatchObject([{ days: -2, findings: 0 }]);
    expect(result.findings).toHaveLength(checks.findings.length);
  });
});
