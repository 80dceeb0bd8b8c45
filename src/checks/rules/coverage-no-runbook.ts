import { citing } from '../../model/citing.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import type { RecordOf } from '../../model/records.ts';
import { runbooksOfComponent } from '../../model/runbook-coverage.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** Why somebody will have to act when a component fails, where the wiki says so. */
function stakes(wiki: Wiki, component: RecordOf<'component'>): string | undefined {
  const { rto, spof } = component.value;
  if (rto !== undefined) return `promises an RTO of ${formatMinutes(minutes(rto) ?? 0)}`;
  if (spof === 'yes' || spof === 'partial') return `is ${spof === 'yes' ? 'a' : 'in part a'} single point of failure`;
  const system = wiki.resolveAs('system', component.system, component.system);
  const promised = minutes(system?.value.rto);
  const dependants = citing(wiki, component.key, 'component').map(({ id }) => id);
  if (promised === undefined || dependants.length === 0) return undefined;
  return `is needed by ${dependants.join(', ')} while ${system?.id ?? component.system} promises an RTO of ${formatMinutes(promised)}`;
}

export const coverageNoRunbook: Rule = {
  id: 'coverage/no-runbook',
  severity: 'warning',
  why: 'When it fails, whoever is on call has nothing to follow and finds the steps out while users wait.',
  fix: 'Write a runbook that names it in components, or write failover: automatic where nobody has to act.',

  *find(wiki) {
    for (const component of wiki.all('component')) {
      const why = stakes(wiki, component);
      if (why === undefined || component.value.failover === 'automatic' || runbooksOfComponent(wiki, component).length > 0) continue;
      yield { what: `${component.id} ${why}, and no runbook is for it`, place: component.placeOf('id'), record: component.key };
    }
  },
};
