import { backInTime, heldTo } from '../../model/dependencies.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

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
      const held = heldTo(wiki, component);
      if (held === undefined) continue;
      for (const id of component.value.depends_on) {
        const dependency = wiki.resolveAs('component', id, component.system);
        const longer = minutes(dependency?.value.rto);
        if (dependency === undefined || longer === undefined || backInTime(wiki, component, dependency) !== 'slower') continue;
        const whole = held.whole ? component.system : undefined;
        yield {
          what: {
            en: `${dependency.id} is back within ${formatMinutes(longer, 'en')}, and ${component.id}, which depends on it, within ${formatMinutes(held.rto, 'en')}${whole === undefined ? '' : ` (RTO of ${whole})`}`,
            fr: `${dependency.id} revient en ${formatMinutes(longer, 'fr')}, et ${component.id}, qui en dépend, en ${formatMinutes(held.rto, 'fr')}${whole === undefined ? '' : ` (RTO de ${whole})`}`,
          },
          place: dependency.placeOf('rto'),
          record: dependency.key,
        };
      }
    }
  },
};
