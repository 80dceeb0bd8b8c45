import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

/** RTOs of scenarios are left out: each holds for its own cause. A system's RTO binds whoever depends, and slows nobody. */
export const timeDependencySlower: Rule = {
  id: 'time/dependency-slower',
  title: { en: 'Dependency slower than what it serves', fr: 'Dépendance plus lente que ce qu’elle sert' },
  severity: 'warning',
  why: {
    en: 'A component is not back before what it depends on: the longer RTO is the one that users get.',
    fr: 'Un composant ne revient pas avant ce dont il dépend : c’est le RTO le plus long que vivent les utilisateurs.',
  },
  fix: {
    en: 'Shorten the RTO of the dependency, lengthen that of its dependant, or write failover: automatic where it fails over by itself.',
    fr: 'Raccourcir le RTO de la dépendance, allonger celui du composant qui en dépend, ou écrire failover: automatic si elle bascule seule.',
  },

  *find(wiki) {
    for (const component of wiki.all('component')) {
      const system = wiki.resolveAs('system', component.system, component.system);
      const own = minutes(component.value.rto);
      const rto = own ?? minutes(system?.value.rto);
      if (rto === undefined) continue;
      for (const id of component.value.depends_on) {
        const dependency = wiki.resolveAs('component', id, component.system);
        const longer = minutes(dependency?.value.rto);
        if (dependency === undefined || longer === undefined || longer <= rto || dependency.value.failover === 'automatic') continue;
        const whole = own === undefined ? (system?.id ?? component.system) : undefined;
        yield {
          what: {
            en: `${dependency.id} is back within ${formatMinutes(longer, 'en')}, and ${component.id}, which depends on it, within ${formatMinutes(rto, 'en')}${whole === undefined ? '' : ` (RTO of ${whole})`}`,
            fr: `${dependency.id} revient en ${formatMinutes(longer, 'fr')}, et ${component.id}, qui en dépend, en ${formatMinutes(rto, 'fr')}${whole === undefined ? '' : ` (RTO de ${whole})`}`,
          },
          place: dependency.placeOf('rto'),
          record: dependency.key,
        };
      }
    }
  },
};
