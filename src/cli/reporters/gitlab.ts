import { fingerprintsOf } from '../../checks/same-finding.ts';
import { pathIn, type Reporter } from './report.ts';

const SEVERITY = { error: 'major', warning: 'minor' } as const;

/** GitLab's Code Quality: a merge request lists what appears and what goes, by fingerprint. */
export const gitlabReport: Reporter = ({ result, prefix }) => {
  const names = fingerprintsOf(result.findings);
  const issues = result.findings.map((finding, index) => ({
    type: 'issue',
    check_name: finding.rule,
    description: finding.what,
    content: { body: `${finding.why}\n\n${finding.fix}` },
    categories: ['Bug Risk'],
    severity: SEVERITY[finding.severity],
    fingerprint: names[index],
    location: { path: pathIn(prefix, finding.place.file), lines: { begin: finding.place.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};
