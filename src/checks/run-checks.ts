import type { Problem } from '../model/problem.ts';
import type { WikiDocument } from '../model/records.ts';
import { severityIn } from '../model/rule-severity.ts';
import type { Lang } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';
import { countFindings } from './count-findings.ts';
import type { CheckResult, Finding, WaivedFinding } from './finding.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';

type Waiver = WikiDocument['value']['waivers'][number];

function waiverFor(wiki: Wiki, waivers: ReadonlyMap<string, readonly Waiver[]>, rule: Rule, problem: Problem): Waiver | undefined {
  if (rule.locked) return undefined;
  return waivers.get(problem.place.file)?.find((waiver) => waiver.rule === rule.id && waiver.until >= wiki.asOf && (waiver.record === undefined || problem.record === waiver.record || problem.record?.endsWith(`/${waiver.record}`) === true));
}

/** A problem that counts here, before the words of one language are picked. */
interface Found {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly severity: Finding['severity'];
}

/** Told apart by their English at last, so that the order is one in every language. */
const byPlace = ({ rule, problem: a }: Found, { rule: other, problem: b }: Found): number =>
  a.place.file.localeCompare(b.place.file, 'en') || a.place.line - b.place.line || a.place.column - b.place.column || rule.id.localeCompare(other.id, 'en') || a.what.en.localeCompare(b.what.en, 'en');

function findingOf(wiki: Wiki, { rule, problem, severity }: Found, lang: Lang): Finding {
  const { place, record, hide } = problem;
  const text = wiki.textOf(place.file)?.split('\n')[place.line - 1]?.replace(/\r$/, '');
  const line = hide === undefined ? text : text?.replaceAll(hide, '•'.repeat(hide.length));
  return { rule: rule.id, title: rule.title[lang], severity, what: problem.what[lang], fact: problem.what.en, why: rule.why[lang], fix: (problem.fix ?? rule.fix)[lang], place, system: systemOf(problem), record, line };
}

/** What stands outside of content/ is of the system of its record, or of none. */
const systemOf = ({ place, record }: Problem): string => (place.file.startsWith('../') ? (record ?? '') : place.file).split('/')[0] ?? '';

/** Runs every rule over the wiki. One run reports everything; a waiver sets a finding aside until its date and never hides it. */
export function runChecks(wiki: Wiki, rules: readonly Rule[] = allRules, lang: Lang = 'en'): CheckResult {
  const waivers = new Map(wiki.documents.filter(({ value }) => value.waivers.length > 0).map((document) => [document.file, document.value.waivers]));
  const found = rules.flatMap((rule) =>
    [...rule.find(wiki)].flatMap((problem): Found[] => {
      const severity = severityIn(rule, wiki.site, systemOf(problem));
      return severity === undefined ? [] : [{ rule, problem, severity }];
    }),
  );
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const each of found.sort(byPlace)) {
    const waiver = waiverFor(wiki, waivers, each.rule, each.problem);
    const finding = findingOf(wiki, each, lang);
    if (waiver) waived.push({ ...finding, waiver });
    else findings.push(finding);
  }
  return countFindings(findings, waived);
}
