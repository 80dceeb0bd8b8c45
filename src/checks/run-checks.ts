import type { Problem } from '../model/problem.ts';
import type { WikiDocument } from '../model/records.ts';
import { severityIn } from '../model/rule-severity.ts';
import type { Wiki } from '../model/wiki.ts';
import type { CheckResult, Finding, WaivedFinding } from './finding.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';

type Waiver = WikiDocument['value']['waivers'][number];

function waiverFor(wiki: Wiki, waivers: ReadonlyMap<string, readonly Waiver[]>, rule: Rule, problem: Problem): Waiver | undefined {
  if (rule.locked) return undefined;
  return waivers.get(problem.place.file)?.find((waiver) => waiver.rule === rule.id && waiver.until >= wiki.asOf && (waiver.record === undefined || problem.record === waiver.record || problem.record?.endsWith(`/${waiver.record}`) === true));
}

const byPlace = (a: Finding, b: Finding): number =>
  a.place.file.localeCompare(b.place.file, 'en') || a.place.line - b.place.line || a.place.column - b.place.column || a.rule.localeCompare(b.rule, 'en') || a.what.localeCompare(b.what, 'en');

/** Runs every rule over the wiki. One run reports everything; a waiver sets a finding aside until its date and never hides it. */
export function runChecks(wiki: Wiki, rules: readonly Rule[] = allRules): CheckResult {
  const waivers = new Map(wiki.documents.filter(({ value }) => value.waivers.length > 0).map((document) => [document.file, document.value.waivers]));
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const rule of rules) {
    for (const problem of rule.find(wiki)) {
      const system = problem.place.file.split('/')[0] ?? '';
      const severity = severityIn(rule, wiki.site, system);
      if (severity === undefined) continue;
      const text = wiki.textOf(problem.place.file)?.split('\n')[problem.place.line - 1]?.replace(/\r$/, '');
      const line = problem.hide === undefined ? text : text?.replaceAll(problem.hide, '•'.repeat(problem.hide.length));
      const finding: Finding = { rule: rule.id, severity, what: problem.what, why: rule.why, fix: problem.fix ?? rule.fix, place: problem.place, system, record: problem.record, line };
      const waiver = waiverFor(wiki, waivers, rule, problem);
      if (waiver) waived.push({ ...finding, waiver });
      else findings.push(finding);
    }
  }
  findings.sort(byPlace);
  return { findings, waived: waived.sort(byPlace), errors: findings.filter(({ severity }) => severity === 'error').length, warnings: findings.filter(({ severity }) => severity === 'warning').length };
}
