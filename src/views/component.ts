import type { Finding } from '../checks/finding.ts';
import { backupCoverage, backupLoss } from '../model/backup-coverage.ts';
import { citing } from '../model/citing.ts';
import { componentCoverage, proofs, type Cover, type Proof } from '../model/component-coverage.ts';
import { objectiveOf, type Objective } from '../model/recovery-objective.ts';
import type { AnyRecord, RecordOf, RiskRecord, ScenarioRecord } from '../model/records.ts';
import { runbooksOfComponent } from '../model/runbook-coverage.ts';
import type { Wiki } from '../model/wiki.ts';
import { runbookLine, type RunbookLine } from './runbook-list.ts';

type Component = RecordOf<'component'>;

/** What a component needs, and whether it comes back in time for it. */
export interface Need {
  readonly name: string;
  readonly record?: AnyRecord | undefined;
  readonly rto?: Objective | undefined;
  /** `slower` than the RTO of the component that needs it; `unknown` where one of the two has none. */
  readonly state: 'in-time' | 'slower' | 'unknown';
}

export interface ComponentView {
  readonly component: Component;
  readonly owner?: string | undefined;
  readonly supplier?: { readonly name: string; readonly record?: RecordOf<'supplier'> | undefined } | undefined;
  readonly rto?: Objective | undefined;
  readonly rpo?: Objective | undefined;
  readonly needs: readonly Need[];
  readonly neededBy: readonly Component[];
  readonly risks: readonly RiskRecord[];
  readonly scenarios: readonly ScenarioRecord[];
  readonly runbooks: readonly RunbookLine[];
  /** The most each backup may lose, in minutes. */
  readonly backups: readonly { readonly backup: RecordOf<'backup'>; readonly loss?: number | undefined }[];
  readonly proofs: readonly { readonly proof: Proof; readonly cover: Cover }[];
  readonly findings: readonly Finding[];
}

function needOf(wiki: Wiki, name: string, component: Component, own: Objective | undefined): Need {
  const record = wiki.resolve(name, component.system);
  const rto = record?.kind === 'component' ? objectiveOf(wiki, record, 'rto') : undefined;
  const state = own === undefined || rto === undefined ? 'unknown' : rto.minutes > own.minutes ? 'slower' : 'in-time';
  return { name, record, rto, state };
}

/** One component: what it needs, what needs it, and what proves that it can come back. */
export function componentView(wiki: Wiki, findings: readonly Finding[], component: Component): ComponentView {
  const { value, system, key } = component;
  const rto = objectiveOf(wiki, component, 'rto');
  const coverage = componentCoverage(wiki, component);
  return {
    component,
    owner: value.owner === undefined ? undefined : (wiki.resolveAs('role', value.owner, system)?.title ?? value.owner),
    supplier: value.supplier === undefined ? undefined : { name: value.supplier, record: wiki.resolveAs('supplier', value.supplier, system) },
    rto,
    rpo: objectiveOf(wiki, component, 'rpo'),
    needs: value.depends_on.map((name) => needOf(wiki, name, component, rto)),
    neededBy: wiki
      .backlinks(key)
      .filter(({ from }) => from.kind === 'component' && from.value.depends_on.some((id) => wiki.resolve(id, from.system)?.key === key))
      .map(({ from }) => from as Component),
    risks: [...citing(wiki, key, 'risk')].sort((a, b) => (b.current?.level.rank ?? 0) - (a.current?.level.rank ?? 0) || (b.current?.score ?? 0) - (a.current?.score ?? 0)),
    scenarios: citing(wiki, key, 'scenario'),
    runbooks: runbooksOfComponent(wiki, component).map((runbook) => runbookLine(wiki, runbook)),
    backups: backupCoverage(wiki, component).backups.map((backup) => ({ backup, loss: backupLoss(backup) })),
    proofs: proofs.map((proof) => ({ proof, cover: coverage[proof] })),
    findings: findings.filter(({ record }) => record === key),
  };
}
