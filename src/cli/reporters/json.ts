import type { Finding } from '../../checks/finding.ts';
import { fingerprintsOf } from '../../checks/same-finding.ts';
import { pathIn, type Reporter } from './report.ts';
import { REPORT_VERSION, type ReportJson } from './report-json.ts';

const inJson = (prefix: string, finding: Finding, fingerprint: string): ReportJson['findings'][number] => ({
  rule: finding.rule,
  severity: finding.severity,
  title: finding.title,
  what: finding.what,
  why: finding.why,
  fix: finding.fix,
  file: pathIn(prefix, finding.place.file),
  line: finding.place.line,
  column: finding.place.column,
  source: finding.line ?? null,
  system: finding.system,
  record: finding.record ?? null,
  fingerprint,
});

/** For programs; report-json.ts says what each key means. */
export const jsonReport: Reporter = ({ result, rules, lang, asOf, version, prefix, compared }) => {
  const names = fingerprintsOf(result.findings);
  const waivedNames = fingerprintsOf(result.waived);
  const report: ReportJson = {
    version: REPORT_VERSION,
    tool: { name: 'vigie', version },
    asOf,
    language: lang,
    compared: compared ?? null,
    summary: { errors: result.errors, warnings: result.warnings, waived: result.waived.length, files: new Set(result.findings.map(({ place }) => place.file)).size },
    rules: rules.map(({ id }) => id),
    findings: result.findings.map((finding, index) => inJson(prefix, finding, names[index] ?? '')),
    waived: result.waived.map((finding, index) => ({ ...inJson(prefix, finding, waivedNames[index] ?? ''), waiver: { reason: finding.waiver.reason, by: finding.waiver.by, until: finding.waiver.until } })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
