import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Problem } from '../../model/problem.ts';
import type { AnyRecord, RecordOf } from '../../model/records.ts';
import { objectiveOf } from '../../model/recovery-objective.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

type Drill = RecordOf<'activity'>;

/** The RTO a drill aims at: its scenario's, else its runbook's, else the system's where it plays the whole of it. */
function targetRto(wiki: Wiki, drill: Drill): number | undefined {
  const { scenario, runbook, components } = drill.value;
  const promised = minutes(wiki.resolveAs('scenario', scenario, drill.system)?.value.rto) ?? wiki.resolveAs('runbook', runbook, drill.system)?.rto;
  const whole = scenario === undefined && runbook === undefined && components.length === 0;
  return promised ?? (whole ? minutes(wiki.resolveAs('system', drill.system, drill.system)?.value.rto) : undefined);
}

/** The RPO a drill aims at: its scenario's, else the strictest of its components, else the system's. */
function targetRpo(wiki: Wiki, drill: Drill): number | undefined {
  const scenario = minutes(wiki.resolveAs('scenario', drill.value.scenario, drill.system)?.value.rpo);
  const components = drill.value.components.flatMap((id) => {
    const component = wiki.resolveAs('component', id, drill.system);
    return (component && objectiveOf(wiki, component, 'rpo')?.minutes) ?? [];
  });
  const strictest = components.length > 0 ? Math.min(...components) : undefined;
  return scenario ?? strictest ?? minutes(wiki.resolveAs('system', drill.system, drill.system)?.value.rpo);
}

function* missed(record: AnyRecord, took: string | number | undefined, target: number | undefined, name: 'RTO' | 'RPO', path: readonly string[], on = ''): Generator<Problem> {
  const measured = minutes(took);
  if (measured === undefined || target === undefined || measured <= target) return;
  yield {
    what: {
      en: `${record.id} ${name === 'RTO' ? 'took' : 'lost'} ${formatMinutes(measured, 'en')}${on === '' ? '' : ` on ${on}`} and the ${name} is ${formatMinutes(target, 'en')}`,
      fr: `${record.id} a ${name === 'RTO' ? 'pris' : 'perdu'} ${formatMinutes(measured, 'fr')}${on === '' ? '' : ` le ${on}`} et le ${name} est de ${formatMinutes(target, 'fr')}`,
    },
    place: record.placeOf(...path),
    record: record.key,
  };
}

export const timeDrillMissedTarget: Rule = {
  id: 'time/drill-missed-target',
  title: { en: 'Drill beyond its target', fr: 'Exercice au-delà de l’objectif' },
  severity: 'warning',
  why: {
    en: 'The time was measured in calm; the next incident will not be quicker than the exercise.',
    fr: 'Ce temps a été mesuré au calme ; le prochain incident n’ira pas plus vite que l’exercice.',
  },
  fix: {
    en: 'Find the slow step and shorten it, then play the exercise again; or promise what was measured.',
    fr: 'Trouver l’étape lente et la raccourcir, puis rejouer l’exercice ; ou promettre ce qui a été mesuré.',
  },

  *find(wiki) {
    for (const drill of wiki.all('activity')) {
      const { last } = drill.value;
      yield* missed(drill, last?.measured_rto, targetRto(wiki, drill), 'RTO', ['last', 'measured_rto'], last?.on);
      yield* missed(drill, last?.measured_rpo, targetRpo(wiki, drill), 'RPO', ['last', 'measured_rpo'], last?.on);
    }
    for (const runbook of wiki.all('runbook')) yield* missed(runbook, runbook.value.tested?.measured, runbook.rto, 'RTO', ['tested', 'measured'], runbook.value.tested?.on);
    for (const backup of wiki.all('backup')) {
      const test = backup.value.restore_test;
      yield* missed(backup, test?.measured, wiki.resolveAs('runbook', backup.value.runbook, backup.system)?.rto, 'RTO', ['restore_test', 'measured'], test?.last);
    }
  },
};
