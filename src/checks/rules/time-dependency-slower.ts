import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

/** RTOs of scenarios are left out: each holds for its own cause. A system's RTO binds whoever depends, and slows nobody. */
export const timeDependencySlower: Rule = {
  id: 'time/dependency-slower',
  severity: 'warning',
  why: 'A component is not back before what it depends on: the longer RTO is the one that users get.',
  fix: 'Shorten the RTO of the dependency, lengthen that of its dependant, or write failover: automatic where it fails over by itself.',

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
        const whose = own === undefined ? ` (RTO of ${system?.id ?? component.system})` : '';
        yield { what: `${dependency.id} is back within ${formatMinutes(longer)}, and ${component.id}, which depends on it, within ${formatMinutes(rto)}${whose}`, place: dependency.placeOf('rto'), record: dependency.key };
      }
    }
  },
};
