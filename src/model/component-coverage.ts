import { backupCoverage, breaksRpo, holdsData, isBackup } from './backup-coverage.ts';
import { citing } from './citing.ts';
import { minutes } from './duration.ts';
import { exercisesOf, isOverdue, restoresOf } from './exercises.ts';
import { objectiveOf } from './recovery-objective.ts';
import type { AnyRecord, RecordOf } from './records.ts';
import { runbooksOfComponent } from './runbook-coverage.ts';
import type { Wiki } from './wiki.ts';

/** `planned`: somebody said when, nobody showed that it was done. `none-needed`: there is nothing to cover. */
export type CoverageState = 'covered' | 'partial' | 'planned' | 'missing' | 'none-needed';

/** One proof that a component can be brought back, and the records that say so. */
export interface Cover {
  readonly state: CoverageState;
  readonly by: readonly AnyRecord[];
  /** In minutes: the RTO that a scenario promises. */
  readonly rto?: number | undefined;
  /** Day of the last successful test. */
  readonly on?: string | undefined;
}

export type Proof = 'runbook' | 'scenario' | 'backup' | 'tested';
export const proofs: readonly Proof[] = ['runbook', 'scenario', 'backup', 'tested'];
export type ComponentCoverage = Readonly<Record<Proof, Cover>>;

type Component = RecordOf<'component'>;

function runbookCover(runbooks: readonly RecordOf<'runbook'>[]): Cover {
  const written = (...states: RecordOf<'runbook'>['value']['documentation'][]): RecordOf<'runbook'>[] => runbooks.filter(({ value }) => states.includes(value.documentation));
  const whole = written('documented');
  if (whole.length > 0) return { state: 'covered', by: whole };
  const partial = written('partial');
  return partial.length > 0 ? { state: 'partial', by: partial } : { state: 'missing', by: runbooks };
}

function scenarioCover(wiki: Wiki, component: Component): Cover {
  const scenarios = citing(wiki, component.key, 'scenario');
  const promised = scenarios.map((scenario) => minutes(scenario.value.rto)).filter((rto) => rto !== undefined);
  if (scenarios.length === 0) return { state: 'missing', by: [] };
  return promised.length > 0 ? { state: 'covered', by: scenarios, rto: Math.min(...promised) } : { state: 'partial', by: scenarios };
}

function backupCover(wiki: Wiki, component: Component): Cover {
  const { backups, scheduled, best } = backupCoverage(wiki, component);
  const holds = holdsData(component);
  if (backups.length === 0 && holds !== true && (holds === false || (minutes(component.value.rpo) ?? 0) === 0)) return { state: 'none-needed', by: [] };
  if (backups.length === 0) return { state: 'missing', by: [] };
  if (scheduled.length === 0) return { state: 'partial', by: backups };
  const rpo = objectiveOf(wiki, component, 'rpo')?.minutes;
  return { state: best !== undefined && rpo !== undefined && breaksRpo(best.loss, rpo) ? 'partial' : 'covered', by: scheduled };
}

function testedCover(wiki: Wiki, component: Component, runbooks: readonly RecordOf<'runbook'>[]): Cover {
  const backups = citing(wiki, component.key, 'backup').filter(isBackup);
  const trials = [
    ...runbooks.map((runbook) => ({ record: runbook, latest: exercisesOf(wiki, runbook)[0], every: runbook.value.test_every })),
    ...backups.map((backup) => ({ record: backup, latest: restoresOf(wiki, backup)[0], every: backup.value.restore_test?.every })),
  ];
  const done = trials.flatMap(({ latest, every }) => (latest && latest.result !== 'fail' ? [{ latest, every }] : []));
  const held = done.filter(({ latest, every }) => latest.result !== 'partial' && !isOverdue(latest, every, wiki.asOf));
  if (held[0]) return { state: 'covered', by: held.map(({ latest }) => latest.from), on: held[0].latest.on };
  if (done[0]) return { state: 'partial', by: done.map(({ latest }) => latest.from), on: done[0].latest.on };
  const drills = wiki.all('activity', component.system).filter(({ value }) => {
    const scenario = wiki.resolveAs('scenario', value.scenario, component.system);
    const named = [value.runbook, ...(scenario?.value.runbooks ?? [])].map((id) => wiki.resolveAs('runbook', id, component.system)?.key);
    return value.kind === 'drill' && (runbooks.some(({ key }) => named.includes(key)) || [...value.components, ...(scenario?.value.components ?? [])].some((id) => wiki.resolve(id, component.system)?.key === component.key));
  });
  const planned = [...trials.filter(({ every }) => every !== undefined).map(({ record }) => record), ...drills];
  return planned.length > 0 ? { state: 'planned', by: planned } : { state: 'missing', by: [] };
}

/** What the wiki proves of a component, by the rules that `check` applies. */
export function componentCoverage(wiki: Wiki, component: Component): ComponentCoverage {
  const runbooks = runbooksOfComponent(wiki, component);
  return { runbook: runbookCover(runbooks), scenario: scenarioCover(wiki, component), backup: backupCover(wiki, component), tested: testedCover(wiki, component, runbooks) };
}

/** How many components each state counts, for one proof. `of` leaves out those that need none. */
export interface CoverageCount {
  readonly covered: number;
  /** Partial or planned. */
  readonly partly: number;
  readonly missing: number;
  readonly of: number;
}

export function countCoverage(covers: readonly ComponentCoverage[], proof: Proof): CoverageCount {
  const count = (...states: CoverageState[]): number => covers.filter((cover) => states.includes(cover[proof].state)).length;
  return { covered: count('covered'), partly: count('partial', 'planned'), missing: count('missing'), of: covers.length - count('none-needed') };
}

/** Whether the failure of a component alone stops the service: as its author says, else where nothing takes over. */
export function singlePoint({ value }: Component): 'declared' | 'partial' | 'derived' | undefined {
  if (value.spof !== undefined) return value.spof === 'yes' ? 'declared' : value.spof === 'partial' ? 'partial' : undefined;
  return value.redundancy === 'none' || value.instances === 1 ? 'derived' : undefined;
}
