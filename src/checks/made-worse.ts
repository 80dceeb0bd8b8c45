import { countFindings } from './count-findings.ts';
import type { CheckResult, Finding } from './finding.ts';
import { sameness } from './same-finding.ts';

/** What is said twice of one thing is two findings: each that stood before answers for one. */
function stood(findings: readonly Finding[]): Map<string, Finding[]> {
  return Map.groupBy(findings, sameness);
}

/** The findings that a change made worse: those that did not stand before it, and those that were warnings and are errors. Waived ones go with the rest: a waiver that ended makes its finding new. */
export function madeWorse(before: CheckResult, after: CheckResult): CheckResult {
  const old = stood(before.findings);
  const findings = after.findings.filter((finding) => {
    const [same] = old.get(sameness(finding))?.splice(0, 1) ?? [];
    return !same || (same.severity === 'warning' && finding.severity === 'error');
  });
  const oldWaived = new Set(before.waived.map(sameness));
  return countFindings(findings, after.waived.filter((finding) => !oldWaived.has(sameness(finding))));
}
