import type { Finding } from '../../checks/finding.ts';
import { summaryOf } from './summary.ts';
import { pathIn, type Reporter } from './report.ts';

const escapeText = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function command({ severity, place, rule, what, why, fix }: Finding, prefix: string): string {
  const at = Object.entries({ file: pathIn(prefix, place.file), line: String(place.line), col: String(place.column), title: rule }).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${severity} ${at.join(',')}::${escapeText(`${what}\n${why}\n${fix}`)}`;
}

/** Workflow commands of GitHub Actions: each finding stands beside its line. Errors first, as a step shows ten of each severity. */
export const githubReport: Reporter = (report) => {
  const { findings } = report.result;
  const ordered = [...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity === 'warning')];
  return [...ordered.map((finding) => command(finding, report.prefix)), summaryOf(report), ''].join('\n');
};
