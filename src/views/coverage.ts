import type { Finding } from '../checks/finding.ts';
import { citing } from '../model/citing.ts';
import { componentCoverage, countCoverage, proofs, singlePoint, type ComponentCoverage, type CoverageCount, type Proof } from '../model/component-coverage.ts';
import { minutes } from '../model/duration.ts';
import { shapeOf } from '../model/rated.ts';
import type { RecordOf } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Step } from './heatmap.ts';

type Component = RecordOf<'component'>;

export interface CoverageRow {
  readonly component: Component;
  readonly single: ReturnType<typeof singlePoint>;
  readonly cover: ComponentCoverage;
  readonly gap: boolean;
}

export interface CoverageGroup {
  readonly system: string;
  readonly title: string;
  /** In minutes. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  readonly rows: readonly CoverageRow[];
  readonly counts: Readonly<Record<Proof, CoverageCount>>;
}

export interface SinglePoint {
  readonly component: Component;
  readonly title: string;
  readonly kind: NonNullable<ReturnType<typeof singlePoint>>;
  readonly risks: readonly RecordOf<'risk'>[];
}

export interface ScenarioGap {
  readonly scenario: RecordOf<'scenario'>;
  readonly system: string;
  readonly step: Step | undefined;
  /** In minutes. */
  readonly rto: number | undefined;
}

export interface CoverageView {
  readonly groups: readonly CoverageGroup[];
  readonly components: number;
  readonly counts: Readonly<Record<Proof, CoverageCount>>;
  readonly singles: readonly SinglePoint[];
  readonly scenarios: readonly ScenarioGap[];
}

const countsOf = (rows: readonly CoverageRow[]): Record<Proof, CoverageCount> => Object.fromEntries(proofs.map((proof) => [proof, countCoverage(rows.map(({ cover }) => cover), proof)])) as Record<Proof, CoverageCount>;

/** What every component has to be brought back with: by system, with single points of failure and scenarios that `check` finds without a runbook. */
export function coverage(wiki: Wiki, findings: readonly Finding[], only?: string): CoverageView {
  const systems = wiki.systems.filter(({ id }) => only === undefined || id === only);
  const groups = systems
    .map(({ id, title, record }): CoverageGroup => {
      const rows = wiki.all('component', id).map((component): CoverageRow => {
        const cover = componentCoverage(wiki, component);
        return { component, single: singlePoint(component), cover, gap: proofs.some((proof) => cover[proof].state === 'missing') };
      });
      return { system: id, title, rto: minutes(record.value.rto), rpo: minutes(record.value.rpo), rows, counts: countsOf(rows) };
    })
    .filter(({ rows }) => rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
  const KINDS = ['declared', 'partial', 'derived'];
  return {
    groups,
    components: rows.length,
    counts: countsOf(rows),
    singles: rows
      .flatMap(({ component, single }): SinglePoint[] => (single === undefined ? [] : [{ component, title: groups.find(({ system }) => system === component.system)?.title ?? component.system, kind: single, risks: citing(wiki, component.key, 'risk') }]))
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    scenarios: findings
      .filter(({ rule, system }) => rule === 'scenario/without-runbook' && systems.some(({ id }) => id === system))
      .flatMap(({ record }): ScenarioGap[] => {
        const scenario = record === undefined ? undefined : wiki.records.get(record);
        return scenario?.kind === 'scenario' ? [{ scenario, system: scenario.system, step: scenario.current && shapeOf(scenario.current.level), rto: minutes(scenario.value.rto) }] : [];
      })
      .sort((a, b) => (b.step ?? 0) - (a.step ?? 0)),
  };
}
