import type { CheckResult, Finding } from '../checks/finding.ts';
import { credentialsIn } from '../model/credentials.ts';
import { ruleFamilies, ruleFamily, type RuleFamily } from '../model/rule-family.ts';
import { settingOf, type RatedRule, type RuleSetting } from '../model/rule-severity.ts';
import type { Wiki } from '../model/wiki.ts';
import { waiverLines, type WaiverLine } from './checks.ts';
import { changedLines } from './line-diff.ts';

export interface RuleLine<R extends RatedRule = RatedRule> {
  readonly rule: R;
  /** What site.yml makes of it, where it says something else. */
  readonly setting?: RuleSetting | undefined;
  readonly findings: number;
  readonly waived: number;
}

export interface RuleGroup<R extends RatedRule = RatedRule> {
  readonly family: RuleFamily;
  readonly lines: readonly RuleLine<R>[];
}

const ruleLine = <R extends RatedRule>(wiki: Wiki, { findings, waived }: CheckResult, rule: R): RuleLine<R> => ({
  rule,
  setting: settingOf(rule, wiki.site),
  findings: findings.filter((finding) => finding.rule === rule.id).length,
  waived: waived.filter((finding) => finding.rule === rule.id).length,
});

/** Every rule, by what it looks after, in the order that they are checked in. */
export function ruleGroups<R extends RatedRule>(wiki: Wiki, checks: CheckResult, rules: readonly R[]): RuleGroup<R>[] {
  return ruleFamilies.map((family) => ({ family, lines: rules.filter(({ id }) => ruleFamily(id) === family).map((rule) => ruleLine(wiki, checks, rule)) }));
}

export interface ExampleLine {
  readonly text: string;
  /** `found`: a finding points here. `removed`, `added`: the mended file differs here. */
  readonly found: boolean;
  readonly changed: boolean;
}

export interface ExampleFile {
  readonly file: string;
  readonly lines: readonly ExampleLine[];
}

export interface RuleExampleView {
  readonly wrong: readonly ExampleFile[];
  readonly printed: string;
  /** Files that were mended; the others stay as they are. */
  readonly right: readonly ExampleFile[];
  /** Files that mending takes away. */
  readonly gone: readonly string[];
}

interface Files {
  readonly wrong: readonly { readonly file: string; readonly text: string }[];
  readonly right: readonly { readonly file: string; readonly text: string }[];
  readonly printed: string;
}

const SETTINGS = 'site.yml';

/** Lines of a file; credentials are hidden, invented as they are, as check hides them. */
function linesOf(text: string): string[] {
  const hidden = credentialsIn(text).reduce((rest, { value }) => rest.replaceAll(value, '•'.repeat(value.length)), text);
  return hidden.replace(/\n$/, '').split('\n').map((line) => line.replace(/\r$/, ''));
}

/** The example of a rule as its page shows it: lines that findings point at, lines that mending changes. Settings that it does not touch are left out. */
export function ruleExampleView({ wrong, right, printed }: Files): RuleExampleView {
  const found = new Set([...printed.matchAll(/┌ content\/(.+):(\d+):\d+$/gm)].map(([, file, line]) => `${file}:${line}`));
  const mended = new Map(right.map(({ file, text }) => [file, text]));
  const before = new Map(wrong.map(({ file, text }) => [file, text]));
  const shown = (file: string): boolean => file !== SETTINGS || before.get(file) !== mended.get(file) || [...found].some((place) => place.startsWith(`${SETTINGS}:`));
  const compared = (file: string): { removed: ReadonlySet<number>; added: ReadonlySet<number> } => changedLines(linesOf(before.get(file) ?? ''), linesOf(mended.get(file) ?? ''));
  return {
    wrong: wrong
      .filter(({ file }) => shown(file))
      .map(({ file, text }) => {
        const { removed } = compared(file);
        return { file, lines: linesOf(text).map((line, index) => ({ text: line, found: found.has(`${file}:${index + 1}`), changed: mended.has(file) && removed.has(index) })) };
      }),
    printed,
    right: right
      .filter(({ file, text }) => before.get(file) !== text)
      .map(({ file, text }) => {
        const { added } = compared(file);
        return { file, lines: linesOf(text).map((line, index) => ({ text: line, found: false, changed: added.has(index) })) };
      }),
    gone: wrong.filter(({ file }) => !mended.has(file)).map(({ file }) => file),
  };
}

export interface RuleView extends RuleLine {
  readonly family: RuleFamily;
  /** By folder, in the site's order. */
  readonly bySystem: readonly { readonly id: string; readonly title: string; readonly findings: readonly Finding[] }[];
  readonly waivers: readonly WaiverLine[];
  /** Rules of the same family. */
  readonly beside: readonly string[];
}

/** One rule: what the site makes of it, and what it finds today. */
export function ruleView(wiki: Wiki, checks: CheckResult, rules: readonly RatedRule[], rule: RatedRule): RuleView {
  const groups = Map.groupBy(checks.findings.filter((finding) => finding.rule === rule.id), ({ system }) => system);
  const order = [...new Set([...wiki.folders.map(({ id }) => id), ...groups.keys()])];
  return {
    ...ruleLine(wiki, checks, rule),
    family: ruleFamily(rule.id),
    bySystem: order.flatMap((id) => {
      const findings = groups.get(id);
      return findings ? [{ id, title: wiki.folders.find((folder) => folder.id === id)?.title ?? id, findings }] : [];
    }),
    waivers: waiverLines(wiki, checks.waived).filter((waiver) => waiver.rule === rule.id),
    beside: rules.filter(({ id }) => id !== rule.id && ruleFamily(id) === ruleFamily(rule.id)).map(({ id }) => id),
  };
}
