import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const registerTooManyCritical: Rule = {
  id: 'register/too-many-critical',
  severity: 'warning',
  why: 'The register sets how many risks of the gravest level the organisation can treat at once; above that, some wait.',
  fix: 'Treat or transfer one of them first, or have a higher limit decided.',

  *find(wiki) {
    for (const register of wiki.all('register')) {
      for (const [index, indicator] of register.value.indicators.entries()) {
        if (indicator.counts !== 'critical-risks' || indicator.max === undefined) continue;
        const critical = wiki.all('risk').filter((risk) => risk.register?.key === register.key && isLive(risk) && risk.current?.level.rank === risk.current?.level.of && risk.current !== undefined);
        if (critical.length <= indicator.max) continue;
        const level = critical[0]?.current?.level.label ?? '';
        yield { what: `${register.id} has ${critical.length} risks at level ${level} (${critical.map(({ id }) => id).join(', ')}) and ${indicator.id} allows ${indicator.max}`, place: register.placeOf('indicators', index, 'max'), record: register.key };
      }
    }
  },
};
