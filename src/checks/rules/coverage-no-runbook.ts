import { citing } from '../../model/citing.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import type { RecordOf } from '../../model/records.ts';
import { runbooksOfComponent } from '../../model/runbook-coverage.ts';
import { and, type Text } from '../../model/text.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** Why somebody will have to act when a component fails, where the wiki says so. */
function stakes(wiki: Wiki, component: RecordOf<'component'>): Text | undefined {
  const { rto, spof } = component.value;
  const own = minutes(rto) ?? 0;
  if (rto !== undefined) return { en: `promises an RTO of ${formatMinutes(own, 'en')}`, fr: `promet un RTO de ${formatMinutes(own, 'fr')}` };
  if (spof === 'yes') return { en: 'is a single point of failure', fr: 'est un point de défaillance unique' };
  if (spof === 'partial') return { en: 'is in part a single point of failure', fr: 'est en partie un point de défaillance unique' };
  const system = wiki.resolveAs('system', component.system, component.system);
  const promised = minutes(system?.value.rto);
  const dependants = citing(wiki, component.key, 'component').map(({ id }) => id);
  if (promised === undefined || dependants.length === 0) return undefined;
  const whole = system?.id ?? component.system;
  return {
    en: `is needed by ${and.en(dependants)} while ${whole} promises an RTO of ${formatMinutes(promised, 'en')}`,
    fr: `est nécessaire à ${and.fr(dependants)} alors que ${whole} promet un RTO de ${formatMinutes(promised, 'fr')}`,
  };
}

export const coverageNoRunbook: Rule = {
  id: 'coverage/no-runbook',
  title: { en: 'Component without a runbook', fr: 'Composant sans runbook' },
  severity: 'warning',
  why: {
    en: 'When it fails, whoever is on call has nothing to follow and finds the steps out while users wait.',
    fr: 'Le jour où il tombe, l’astreinte n’a rien à suivre et cherche les étapes pendant que les utilisateurs attendent.',
  },
  fix: {
    en: 'Write a runbook that names it in components, or write failover: automatic where nobody has to act.',
    fr: 'Écrire un runbook qui le cite sous components, ou écrire failover: automatic si personne n’a à intervenir.',
  },

  *find(wiki) {
    for (const component of wiki.all('component')) {
      const why = stakes(wiki, component);
      if (why === undefined || component.value.failover === 'automatic' || runbooksOfComponent(wiki, component).length > 0) continue;
      yield { what: { en: `${component.id} ${why.en}, and no runbook is for it`, fr: `${component.id} ${why.fr}, et aucun runbook ne le concerne` }, place: component.placeOf('id'), record: component.key };
    }
  },
};
