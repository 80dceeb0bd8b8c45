import type { Finding } from '../checks/finding.ts';
import { measureConflicts, measureOf, type ConflictField } from '../model/indicator-conflict.ts';
import { readingOf, type IndicatorReading } from '../model/indicator-reading.ts';
import type { AnyRecord, RecordOf, RunbookRecord, WikiDocument } from '../model/records.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';

export interface IndicatorLine {
  readonly indicator: RecordOf<'indicator'>;
  readonly reading: IndicatorReading;
  readonly components: readonly AnyRecord[];
  readonly severity?: { readonly record: RecordOf<'severity'>; readonly shape: 1 | 2 | 3 | 4 } | undefined;
  readonly runbook?: RunbookRecord | undefined;
  readonly owner?: string | undefined;
  /** Other indicators of its measure that say something else. */
  readonly conflict?: IndicatorConflict | undefined;
}

export interface IndicatorConflict {
  /** From 1, in the order of the page. */
  readonly number: number;
  readonly measure: string;
  readonly fields: readonly ConflictField[];
}

export interface IndicatorsView {
  readonly documents: readonly WikiDocument<'indicators'>[];
  /** In the order of their documents. */
  readonly lines: readonly IndicatorLine[];
  /** Measures on which indicators contradict each other, with all the indicators of each. */
  readonly conflicts: readonly (IndicatorConflict & { readonly lines: readonly IndicatorLine[] })[];
  readonly measured: number;
  /** Neither a severity nor a runbook says what an alert asks for. */
  readonly unanswered: number;
  readonly findings: readonly Finding[];
}

/** What a system measures, against what. */
export function indicatorsView(wiki: Wiki, findings: readonly Finding[], system: string): IndicatorsView {
  const found = measureConflicts(wiki, system).map(({ measure, indicators, fields }, index) => ({ number: index + 1, measure, fields, indicators }));
  const line = (indicator: RecordOf<'indicator'>): IndicatorLine => {
    const { value } = indicator;
    const severity = wiki.resolveAs('severity', value.severity, system);
    const conflict = found.find(({ indicators }) => indicators.some((other) => measureOf(other) === measureOf(indicator)));
    return {
      indicator,
      reading: readingOf(indicator, wiki.asOf),
      components: value.components.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined),
      severity: severity && { record: severity, shape: severityShape(wiki, severity) },
      runbook: wiki.resolveAs('runbook', value.runbook, system),
      owner: value.owner === undefined ? undefined : (wiki.resolveAs('role', value.owner, system)?.title ?? value.owner),
      conflict: conflict && { number: conflict.number, measure: conflict.measure, fields: conflict.fields },
    };
  };
  const lines = wiki.all('indicator', system).map(line);
  const documents = wiki.documentsOf('indicators', system);
  const files = new Set<string>(documents.map(({ file }) => file));
  return {
    documents,
    lines,
    conflicts: found.map(({ indicators, ...conflict }) => ({ ...conflict, lines: lines.filter(({ indicator }) => indicators.includes(indicator)) })),
    measured: lines.filter(({ reading }) => reading.latest).length,
    unanswered: lines.filter(({ severity, runbook, indicator: { value } }) => !severity && !runbook && (value.alert !== undefined || value.alert_note !== undefined)).length,
    findings: findings.filter(({ place }) => files.has(place.file)),
  };
}
