import type { Finding } from '../checks/finding.ts';
import { minutes } from '../model/duration.ts';
import { objectiveOf, type Objective } from '../model/recovery-objective.ts';
import type { AnyRecord, RecordOf, RecordValues, WikiRecord } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

type Component = RecordOf<'component'>;

export interface ComponentLine {
  readonly component: Component;
  /** Components and suppliers; names that are no record stay words. */
  readonly needs: readonly { readonly name: string; readonly record?: AnyRecord | undefined }[];
  readonly rto?: Objective | undefined;
  readonly rpo?: Objective | undefined;
}

export interface SystemOverview {
  readonly system: WikiRecord<'system'>;
  readonly owner?: string | undefined;
  /** Minutes; absent where nothing is promised. */
  readonly rto?: number | undefined;
  readonly rpo?: number | undefined;
  readonly components: readonly ComponentLine[];
  readonly environments: readonly RecordOf<'environment'>[];
  readonly suppliers: readonly RecordOf<'supplier'>[];
  /** Names only: a value never stands in the wiki. */
  readonly secrets: RecordValues['system']['secrets'];
  readonly links: RecordValues['system']['links'];
  readonly runbooks: readonly RecordOf<'runbook'>[];
  readonly scenarios: readonly RecordOf<'scenario'>[];
  readonly roles: number;
  readonly reachable: number;
  readonly findings: readonly Finding[];
}

function componentLine(wiki: Wiki, component: Component): ComponentLine {
  return {
    component,
    needs: component.value.depends_on.map((name) => ({ name, record: wiki.resolve(name, component.system) })),
    rto: objectiveOf(wiki, component, 'rto'),
    rpo: objectiveOf(wiki, component, 'rpo'),
  };
}

/** A system on one page: what it promises, what it is made of, and what the wiki holds about it. */
export function systemOverview(wiki: Wiki, findings: readonly Finding[], system: WikiRecord<'system'>): SystemOverview {
  const { value } = system;
  const roles = wiki.all('role', system.system);
  return {
    system,
    owner: value.owner === undefined ? undefined : (wiki.resolveAs('role', value.owner, system.system)?.title ?? value.owner),
    rto: minutes(value.rto),
    rpo: minutes(value.rpo),
    components: wiki.all('component', system.system).map((component) => componentLine(wiki, component)),
    environments: wiki.all('environment', system.system),
    suppliers: wiki.all('supplier', system.system),
    secrets: value.secrets,
    links: value.links,
    runbooks: wiki.all('runbook', system.system),
    scenarios: wiki.all('scenario', system.system),
    roles: roles.length,
    reachable: roles.filter((role) => role.value.contacts.some(({ value: contact, masked }) => contact !== undefined && !masked)).length,
    findings: findings.filter(({ place }) => place.file === system.document.file),
  };
}
