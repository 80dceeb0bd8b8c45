import type { CheckResult, Finding, WaivedFinding } from './finding.ts';

export function countFindings(findings: readonly Finding[], waived: readonly WaivedFinding[]): CheckResult {
  return { findings, waived, errors: findings.filter(({ severity }) => severity === 'error').length, warnings: findings.filter(({ severity }) => severity === 'warning').length };
}
