import { backupCoverage, backupLoss, breaksRpo, holdsData, isBackup, isScheduled, type BackupCoverage } from './backup-coverage.ts';
import { minutes } from './duration.ts';
import { objectiveOf, scenarioObjectives, type Objective } from './recovery-objective.ts';
import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

type Backup = RecordOf<'backup'>;
type Component = RecordOf<'component'>;

/** The strictest RPO that anything promises for a component: its own, a scenario's, its system's. */
export function strictestRpo(wiki: Wiki, component: Component): Objective | undefined {
  const own = objectiveOf(wiki, component, 'rpo');
  return [...(own ? [own] : []), ...scenarioObjectives(wiki, component, 'rpo')].sort((a, b) => a.minutes - b.minutes)[0];
}

/** What is promised for a component's data, and what its backups make of it. */
export interface ComponentPromise extends BackupCoverage {
  readonly component: Component;
  readonly rpo?: Objective | undefined;
  /** `bare`: no backup. `unscheduled`: backups without a rhythm. `unknown`: a rhythm that cannot be read. `no-rpo`: nothing is promised. */
  readonly state: 'held' | 'broken' | 'bare' | 'unscheduled' | 'unknown' | 'no-rpo';
}

/** A component's data against the strictest promise for it; undefined where nothing says that it holds data. */
export function componentPromise(wiki: Wiki, component: Component): ComponentPromise | undefined {
  const holds = holdsData(component);
  const coverage = backupCoverage(wiki, component);
  // Where its kind says nothing, a backup or an RPO above 0 of its own says that it holds data.
  if (holds === false || (holds === undefined && coverage.backups.length === 0 && (minutes(component.value.rpo) ?? 0) === 0)) return undefined;
  const rpo = strictestRpo(wiki, component);
  const { backups, scheduled, best } = coverage;
  const kept = best !== undefined && rpo !== undefined && !breaksRpo(best.loss, rpo.minutes);
  const state = backups.length === 0 ? 'bare' : rpo === undefined ? 'no-rpo' : scheduled.length === 0 ? 'unscheduled' : best === undefined ? 'unknown' : kept ? 'held' : 'broken';
  return { component, rpo, ...coverage, state };
}

/** A backup alone against the strictest RPO of what it copies. */
export interface BackupPromise {
  readonly rpo?: Objective | undefined;
  /** The most it may lose, in minutes. */
  readonly loss?: number | undefined;
  /** `helped`: too rare by itself, and another backup keeps the promise. `none`: it brings nothing back (a lifecycle, or nothing at all). */
  readonly state: 'held' | 'broken' | 'helped' | 'unscheduled' | 'unknown' | 'no-rpo' | 'none';
}

export function backupPromise(wiki: Wiki, backup: Backup): BackupPromise {
  const components = backup.value.components.map((id) => wiki.resolveAs('component', id, backup.system)).filter((component): component is Component => component !== undefined && holdsData(component) !== false);
  const promises = components.map((component) => ({ component, rpo: strictestRpo(wiki, component) }));
  const rpo = promises.flatMap((promise) => promise.rpo ?? []).sort((a, b) => a.minutes - b.minutes)[0];
  if (!isBackup(backup)) return { rpo, state: 'none' };
  const loss = backupLoss(backup);
  if (!isScheduled(backup)) return { rpo, state: 'unscheduled' };
  if (loss === undefined) return { rpo, state: 'unknown' };
  if (rpo === undefined) return { loss, state: 'no-rpo' };
  const broken = promises.filter((promise) => promise.rpo !== undefined && breaksRpo(loss, promise.rpo.minutes));
  if (broken.length === 0) return { rpo, loss, state: 'held' };
  return { rpo, loss, state: broken.every(({ component }) => componentPromise(wiki, component)?.state === 'held') ? 'helped' : 'broken' };
}
