import { citing } from './citing.ts';
import { addDuration } from './duration.ts';
import type { AnyRecord, RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

/** A day on which a procedure was carried out, in a test, a drill or an incident. */
export interface Exercise {
  readonly on: string;
  readonly result?: 'pass' | 'fail' | 'partial' | undefined;
  readonly from: AnyRecord;
}

const newestFirst = (exercises: Exercise[], asOf: string): Exercise[] => exercises.filter(({ on }) => on <= asOf).sort((a, b) => b.on.localeCompare(a.on));

/** Whether a drill plays a runbook: it names it, or names a scenario and no runbook. */
function plays(wiki: Wiki, drill: RecordOf<'activity'>, runbook: RecordOf<'runbook'>): boolean {
  if (drill.value.kind !== 'drill') return false;
  if (drill.value.runbook !== undefined) return wiki.resolve(drill.value.runbook, drill.system)?.key === runbook.key;
  const scenario = wiki.resolveAs('scenario', drill.value.scenario, drill.system);
  return scenario?.value.runbooks.some((id) => wiki.resolve(id, scenario.system)?.key === runbook.key) === true;
}

/** Drills that play a runbook. */
export const drillsOf = (wiki: Wiki, runbook: RecordOf<'runbook'>): RecordOf<'activity'>[] => wiki.all('activity', runbook.system).filter((drill) => plays(wiki, drill, runbook));

function tests(wiki: Wiki, runbook: RecordOf<'runbook'>): Exercise[] {
  const { tested } = runbook.value;
  const own: Exercise[] = tested ? [{ on: tested.on, result: tested.result, from: runbook }] : [];
  const drills = drillsOf(wiki, runbook).flatMap((drill): Exercise[] => (drill.value.last ? [{ on: drill.value.last.on, result: drill.value.last.result, from: drill }] : []));
  return [...own, ...drills];
}

/** When a runbook was carried out, the latest first: its tests, drills, restore tests and incidents. Nothing after today. */
export function exercisesOf(wiki: Wiki, runbook: RecordOf<'runbook'>): Exercise[] {
  const restores = citing(wiki, runbook.key, 'backup').flatMap((backup): Exercise[] => {
    const test = backup.value.restore_test;
    return test?.last === undefined ? [] : [{ on: test.last, result: test.result, from: backup }];
  });
  const incidents = citing(wiki, runbook.key, 'review').flatMap((review): Exercise[] => {
    const { resolved, mitigated, detected, started, template, runbooks_used } = review.value;
    const on = resolved ?? mitigated ?? detected ?? started;
    const used = runbooks_used.some((id) => wiki.resolve(id, review.system)?.key === runbook.key);
    return template || on === undefined || !used ? [] : [{ on: on.slice(0, 10), from: review }];
  });
  return newestFirst([...tests(wiki, runbook), ...restores, ...incidents], wiki.asOf);
}

/** When a backup was restored, the latest first: its own tests, and the tests and drills of the runbook that restores it. */
export function restoresOf(wiki: Wiki, backup: RecordOf<'backup'>): Exercise[] {
  const test = backup.value.restore_test;
  const runbook = wiki.resolveAs('runbook', backup.value.runbook, backup.system);
  const own: Exercise[] = test?.last === undefined ? [] : [{ on: test.last, result: test.result, from: backup }];
  return newestFirst([...own, ...(runbook ? tests(wiki, runbook) : [])], wiki.asOf);
}

/** Whether the next exercise is past its day. */
export function isOverdue({ on }: Exercise, every: string | 0 | undefined, asOf: string): boolean {
  const due = every === undefined ? undefined : addDuration(on, every);
  return due !== undefined && due < asOf;
}
