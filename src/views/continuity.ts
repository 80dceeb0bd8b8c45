import type { Finding } from '../checks/finding.ts';
import { backupCoverage, breaksRpo } from '../model/backup-coverage.ts';
import { minutes } from '../model/duration.ts';
import { shapeOf } from '../model/rated.ts';
import type { AnyRecord, MethodRecord, RecordOf, ScenarioRecord, WikiDocument } from '../model/records.ts';
import { runbooksOfScenario } from '../model/runbook-coverage.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';
import { runbookLine, type RunbookLine } from './runbook-list.ts';

export interface ScenarioLine {
  readonly scenario: ScenarioRecord;
  /** Drawn level, absent where nobody rated it. */
  readonly shape?: 1 | 2 | 3 | 4 | undefined;
  /** Minutes. */
  readonly rto?: number | undefined;
  readonly rpo?: number | undefined;
  readonly runbooks: readonly RunbookLine[];
}

function scenarioLine(wiki: Wiki, scenario: ScenarioRecord): ScenarioLine {
  return {
    scenario,
    shape: scenario.current && shapeOf(scenario.current.level),
    rto: minutes(scenario.value.rto),
    rpo: minutes(scenario.value.rpo),
    runbooks: runbooksOfScenario(wiki, scenario).map((runbook) => runbookLine(wiki, runbook)),
  };
}

export interface ContinuityView {
  readonly scenarios: readonly ScenarioLine[];
  readonly methods: readonly MethodRecord[];
  readonly activities: readonly { readonly activity: RecordOf<'business-activity'>; readonly components: readonly AnyRecord[] }[];
  readonly modes: readonly RecordOf<'degraded-mode'>[];
  readonly documents: readonly WikiDocument<'continuity-plan'>[];
  readonly findings: readonly Finding[];
}

/** What may fail in a system, what is promised then, and what goes on working. */
export function continuityView(wiki: Wiki, findings: readonly Finding[], system: string): ContinuityView {
  const documents = wiki.documentsOf('continuity-plan', system);
  const scenarios = wiki.all('scenario', system).map((scenario) => scenarioLine(wiki, scenario));
  const shown = new Set(scenarios.map(({ scenario }) => scenario.key));
  return {
    scenarios,
    methods: [...new Set(scenarios.flatMap(({ scenario }) => (scenario.method ? [scenario.method] : [])))],
    activities: [...wiki.all('business-activity', system)]
      .sort((a, b) => (a.value.priority ?? 99) - (b.value.priority ?? 99))
      .map((activity) => ({ activity, components: activity.value.components.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined) })),
    modes: wiki.all('degraded-mode', system),
    documents,
    findings: findings.filter(({ place, record }) => documents.some(({ file }) => file === place.file) && !shown.has(record ?? '')),
  };
}

export interface ScenarioView extends ScenarioLine {
  readonly owner?: string | undefined;
  readonly severity?: { readonly record: RecordOf<'severity'>; readonly shape: 1 | 2 | 3 | 4 } | undefined;
  readonly components: readonly AnyRecord[];
  readonly risks: readonly { readonly risk: RecordOf<'risk'>; readonly shape?: 1 | 2 | 3 | 4 | undefined }[];
  /** Components that hold data, the backup that loses least and whether it keeps the RPO. */
  readonly data: readonly { readonly component: RecordOf<'component'>; readonly backup: RecordOf<'backup'>; readonly loss: number; readonly broken?: boolean | undefined }[];
  readonly drills: readonly RecordOf<'activity'>[];
  readonly findings: readonly Finding[];
}

/** One scenario: what is promised, what proves it, and what it touches. */
export function scenarioView(wiki: Wiki, findings: readonly Finding[], scenario: ScenarioRecord): ScenarioView {
  const { value, system, key } = scenario;
  const line = scenarioLine(wiki, scenario);
  const severity = wiki.resolveAs('severity', value.severity, system);
  const components = value.components.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined);
  const named = value.risks.map((id) => wiki.resolveAs('risk', id, system)).filter((risk) => risk !== undefined);
  const leading = wiki.all('risk', system).filter((risk) => risk.value.scenarios.some((id) => wiki.resolve(id, system)?.key === key));
  return {
    ...line,
    owner: value.owner === undefined ? undefined : (wiki.resolveAs('role', value.owner, system)?.title ?? value.owner),
    severity: severity && { record: severity, shape: severityShape(wiki, severity) },
    components,
    risks: [...new Set([...named, ...leading])].map((risk) => ({ risk, shape: risk.current && shapeOf(risk.current.level) })),
    data: components.flatMap((component) => {
      const best = component.kind === 'component' ? backupCoverage(wiki, component).best : undefined;
      return best && component.kind === 'component' ? [{ component, backup: best.backup, loss: best.loss, broken: line.rpo === undefined ? undefined : breaksRpo(best.loss, line.rpo) }] : [];
    }),
    drills: wiki.all('activity', system).filter(({ value: activity }) => activity.kind === 'drill' && wiki.resolve(activity.scenario ?? '', system)?.key === key),
    findings: findings.filter(({ record }) => record === key),
  };
}
