import { citing } from './citing.ts';
import { minutes } from './duration.ts';
import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

/** A promise of recovery in minutes (ISO 22301: RTO, RPO) and the record that makes it. */
export interface Objective {
  readonly minutes: number;
  readonly from: RecordOf<'component'> | RecordOf<'scenario'> | RecordOf<'system'>;
}

type Field = 'rto' | 'rpo';

const promiseOf = (from: Objective['from'], field: Field): Objective[] => {
  const promised = minutes(from.value[field]);
  return promised === undefined ? [] : [{ minutes: promised, from }];
};

/** What the scenarios that name a component promise, the strictest first. */
export function scenarioObjectives(wiki: Wiki, component: RecordOf<'component'>, field: Field): Objective[] {
  return citing(wiki, component.key, 'scenario')
    .flatMap((scenario) => promiseOf(scenario, field))
    .sort((a, b) => a.minutes - b.minutes);
}

/** The objective of a component: its own, else the strictest of the scenarios that name it, else its system's. */
export function objectiveOf(wiki: Wiki, component: RecordOf<'component'>, field: Field): Objective | undefined {
  const own = promiseOf(component, field)[0];
  if (own) return own;
  const system = wiki.resolveAs('system', component.system, component.system);
  return scenarioObjectives(wiki, component, field)[0] ?? (system ? promiseOf(system, field)[0] : undefined);
}
