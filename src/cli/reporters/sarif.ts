import type { Finding } from '../../checks/finding.ts';
import { fingerprintsOf } from '../../checks/same-finding.ts';
import { pathIn, type Report, type Reporter } from './report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** `group/some-name` → `GroupSomeName`: code scanning shows a rule's name in this form. */
const pascal = (id: string): string => id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A path as a URI: names may hold spaces, accents, `#` and `%`. */
const uriOf = (path: string): string => path.split('/').map((name) => encodeURIComponent(name)).join('/');

function resultOf(finding: Finding, { rules, prefix }: Report, fingerprint: string): object {
  const { place, line } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: finding.severity,
    message: { text: `${finding.what}\n${finding.fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(pathIn(prefix, place.file)), uriBaseId: '%SRCROOT%' },
          region: { startLine: place.line, startColumn: place.column, ...(line === undefined ? {} : { snippet: { text: line } }) },
        },
        ...(finding.record === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: finding.record, kind: 'resource' }] }),
      },
    ],
    // The one name that code scanning follows a finding by.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
  };
}

/** SARIF 2.1.0, which code scanning takes. Waived findings are left out: it opens alerts for suppressed results too. */
export const sarifReport: Reporter = (report) => {
  const { result, rules, lang, version } = report;
  const names = fingerprintsOf(result.findings);
  return `${JSON.stringify(
    {
      $schema: SCHEMA,
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Vigie',
              semanticVersion: version,
              language: lang,
              rules: rules.map(({ id, title, why, fix, severity }) => ({
                id,
                name: pascal(id),
                shortDescription: { text: title[lang] },
                fullDescription: { text: why[lang] },
                help: { text: `${why[lang]}\n${fix[lang]}`, markdown: `${why[lang]}\n\n${fix[lang]}` },
                defaultConfiguration: { level: severity },
                properties: { tags: [id.split('/')[0]] },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: result.findings.map((finding, index) => resultOf(finding, report, names[index] ?? '')),
        },
      ],
    },
    null,
    2,
  )}\n`;
};
