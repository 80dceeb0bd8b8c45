import type { Finding, WaivedFinding } from '../../checks/finding.ts';
import type { Rule } from '../../checks/rule.ts';
import { pathIn, type Report, type Reporter } from './report.ts';

/** Signs that XML 1.0 cannot hold, even escaped: controls, halves of pairs, two non-characters. */
const UNHOLDABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };
const xml = (text: string): string => text.replace(UNHOLDABLE, '\uFFFD').replace(/[&<>"'\n\r\t]/g, (sign) => ENTITIES[sign] ?? sign);

const attributes = (values: Readonly<Record<string, string | number>>): string => Object.entries(values).map(([key, value]) => ` ${key}="${xml(String(value))}"`).join('');

function testCase(finding: Finding | WaivedFinding, { prefix }: Report): string {
  const file = pathIn(prefix, finding.place.file);
  const open = `    <testcase${attributes({ name: `${file}:${finding.place.line} ${finding.what}`, classname: finding.rule, file, line: finding.place.line, time: 0 })}>`;
  const said = `${file}:${finding.place.line}:${finding.place.column}\n${finding.line ?? ''}\n${finding.why}\n${finding.fix}`;
  if ('waiver' in finding) return `${open}<skipped${attributes({ message: `${finding.waiver.by}, ${finding.waiver.until}: ${finding.waiver.reason}` })}/></testcase>`;
  if (finding.severity === 'error') return `${open}<failure${attributes({ type: finding.rule, message: finding.what })}>${xml(said)}</failure></testcase>`;
  // A warning fails nothing, so it does not turn a pipeline red here either.
  return `${open}<system-out>${xml(`${finding.what}\n${said}`)}</system-out></testcase>`;
}

function suite(rule: Rule, report: Report): string {
  const findings = report.result.findings.filter((finding) => finding.rule === rule.id);
  const waived = report.result.waived.filter((finding) => finding.rule === rule.id);
  const cases = [...findings, ...waived].map((finding) => testCase(finding, report));
  if (cases.length === 0) cases.push(`    <testcase${attributes({ name: rule.title[report.lang], classname: rule.id, time: 0 })}/>`);
  return `  <testsuite${attributes({ name: rule.id, tests: cases.length, failures: findings.filter(({ severity }) => severity === 'error').length, errors: 0, skipped: waived.length, time: 0 })}>\n${cases.join('\n')}\n  </testsuite>`;
}

/** JUnit's XML: a suite a rule, a case a finding. Errors fail, warnings pass with what they say, waived ones are skipped; a rule that found nothing passes. */
export const junitReport: Reporter = (report) => {
  const suites = report.rules.map((rule) => suite(rule, report));
  const tests = suites.join('\n').match(/<testcase /g)?.length ?? 0;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'vigie check', tests, failures: report.result.errors, errors: 0, skipped: report.result.waived.length, time: 0 })}>\n${suites.join('\n')}\n</testsuites>\n`;
};
