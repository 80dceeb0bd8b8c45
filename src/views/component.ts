import type { Finding } from '../checks/finding.ts';
import { backupCoverage, backupLoss } from '../model/backup-coverage.ts';
import { citing } from '../model/citing.ts';
import { componentCoverage, proofs, type Cover, type Proof } from '../model/component-coverage.ts';
import { backInTime, fallsWith, heldTo, restsOn } from '../model/dependencies.ts';
import { objectiveOf, type Objective } from '../model/recovery-objective.ts';
import type { AnyRecord, RecordOf, RiskRecord, ScenarioRecord } from '../model/records.ts';
import { runbooksOfComponent } from '../model/runbook-coverage.ts';
import type { Wiki } from '../model/wiki.ts';
import { dependencyGraph, type DependencyGraph } from './dependency-graph.ts';
import { runbookLine, type RunbookLine } from './runbook-list.ts';

type Component = RecordOf<'component'>;

/** Something that a component needs, itself or through others, and whether it is back in time for it. */
export interface Need {
  readonly name: string;
  readonly record?: AnyRecord | undefined;
  /** 1 for what it needs itself. */
  readonly distance: number;
  readonly via?: Component | undefined;
  readonly rto?: Objective | undefined;
  /** `slower` than the RTO that the component is held to; `by-itself` where it fails over; `unknown` where one of the two has none. */
  readonly state: 'in-time' | 'slower' | 'by-itself' | 'unknown';
}

/** A component that falls with this one. */
export interface Fall {
  readonly component: Component;
  /** 1 for what needs it itself. */
  readonly distance: number;
  readonly via?: Component | undefined;
  /** In minutes: the RTO that it is held to, and whether that is its system's. */
  readonly held?: { readonly rto: number; readonly whole: boolean } | undefined;
  /** It promises to be back before this component is. */
  readonly broken: boolean;
}

export interface ComponentView {
  readonly component: Component;
  readonly owner?: string | undefined;
  readonly supplier?: { readonly name: string; readonly record?: RecordOf<'supplier'> | undefined } | undefined;
  readonly rto?: Objective | undefined;
  readonly rpo?: Objective | undefined;
  /** In minutes: the RTO that it is held to, its own or its system's. */
  readonly held?: { readonly rto: number; readonly whole: boolean } | undefined;
  /** The nearest first. */
  readonly needs: readonly Need[];
  /** Blast radius: everything that falls with it, the nearest first. */
  readonly falls: readonly Fall[];
  /** Business activities and degraded modes of all that falls, itself included. */
  readonly activities: readonly RecordOf<'business-activity'>[];
  readonly degraded: readonly RecordOf<'degraded-mode'>[];
  readonly graph: DependencyGraph;
  readonly risks: readonly RiskRecord[];
  readonly scenarios: readonly ScenarioRecord[];
  readonly runbooks: readonly RunbookLine[];
  /** The most each backup may lose, in minutes. */
  readonly backups: readonly { readonly backup: RecordOf<'backup'>; readonly loss?: number | undefined }[];
  readonly proofs: readonly { readonly proof: Proof; readonly cover: Cover }[];
  readonly findings: readonly Finding[];
}

function needOf(wiki: Wiki, component: Component, { reached: { name, record }, distance, via }: ReturnType<typeof restsOn>[number]): Need {
  const rto = record?.kind === 'component' ? objectiveOf(wiki, record, 'rto') : undefined;
  const alone = record?.kind === 'component' && record.value.failover === 'automatic';
  return { name, record, distance, via, rto, state: alone ? 'by-itself' : backInTime(wiki, component, record) };
}

const fallOf = (wiki: Wiki, component: Component, { reached, distance, via }: ReturnType<typeof fallsWith>[number]): Fall => ({
  component: reached,
  distance,
  via,
  held: heldTo(wiki, reached),
  broken: backInTime(wiki, reached, component) === 'slower',
});

/** One component: what it needs, what needs it, and what proves that it can come back. */
export function componentView(wiki: Wiki, findings: readonly Finding[], component: Component): ComponentView {
  const { value, system, key } = component;
  const rto = objectiveOf(wiki, component, 'rto');
  const coverage = componentCoverage(wiki, component);
  const falls = fallsWith(wiki, component);
  const fallen = [key, ...falls.map(({ reached }) => reached.key)];
  return {
    component,
    owner: value.owner === undefined ? undefined : (wiki.resolveAs('role', value.owner, system)?.title ?? value.owner),
    supplier: value.supplier === undefined ? undefined : { name: value.supplier, record: wiki.resolveAs('supplier', value.supplier, system) },
    rto,
    rpo: objectiveOf(wiki, component, 'rpo'),
    held: heldTo(wiki, component),
    needs: restsOn(wiki, component).map((need) => needOf(wiki, component, need)),
    falls: falls.map((fall) => fallOf(wiki, component, fall)),
    activities: [...new Set(fallen.flatMap((one) => citing(wiki, one, 'business-activity')))],
    degraded: [...new Set(fallen.flatMap((one) => citing(wiki, one, 'degraded-mode')))],
    graph: dependencyGraph(wiki, component),
    risks: [...citing(wiki, key, 'risk')].sort((a, b) => (b.current?.level.rank ?? 0) - (a.current?.level.rank ?? 0) || (b.current?.score ?? 0) - (a.current?.score ?? 0)),
    scenarios: citing(wiki, key, 'scenario'),
    runbooks: runbooksOfComponent(wiki, component).map((runbook) => runbookLine(wiki, runbook)),
    backups: backupCoverage(wiki, component).backups.map((backup) => ({ backup, loss: backupLoss(backup) })),
    proofs: proofs.map((proof) => ({ proof, cover: coverage[proof] })),
    findings: findings.filter(({ record }) => record === key),
  };
}
