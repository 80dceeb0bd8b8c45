import type { Lang } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';
import { countFindings } from './count-findings.ts';
import type { CheckResult, Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { runChecks } from './run-checks.ts';

const nameOf = ({ rule, place, record, fact }: Finding): string => [rule, place.file, record, fact].join('\n');

/**
 * What readers of an edition are told of the checks: what is true of the whole wiki and can be seen in the edition alone. A sentence
 * worked out from the edition cannot quote what it leaves out, and what is only missing from it is no finding.
 */
export function checksFor(whole: CheckResult, edition: Wiki, rules: readonly Rule[], lang: Lang): CheckResult {
  if (edition.site.audience === 'internal') return whole;
  const known = new Set(whole.findings.map(nameOf));
  return countFindings(runChecks(edition, rules, lang).findings.filter((finding) => known.has(nameOf(finding))), []);
}
