import type { CheckResult, Finding } from '../../checks/finding.ts';
import { withId } from '../../model/id-in-text.ts';
import type { Comparison } from './comparison.ts';

/** What was found in the base, said by the names of the head: a record or a file that was renamed is the same one. */
export function byHeadNames({ pairs, fileNow, keyNow }: Comparison, result: CheckResult): CheckResult {
  const renamed = pairs.filter(({ before, after }) => before.id !== after.id);
  const named = <F extends Finding>(finding: F): F => ({
    ...finding,
    place: { ...finding.place, file: fileNow(finding.place.file) },
    record: finding.record === undefined ? undefined : keyNow(finding.record),
    fact: renamed.filter(({ before }) => before.system === finding.system).reduce((fact, { before, after }) => withId(fact, before.id, after.id), finding.fact),
  });
  return { ...result, findings: result.findings.map(named), waived: result.waived.map(named) };
}
