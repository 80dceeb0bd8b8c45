import { and, count } from '../../model/text.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const registerTooManyCritical: Rule = {
  id: 'register/too-many-critical',
  title: { en: 'Too many critical risks', fr: 'Trop de risques critiques' },
  severity: 'warning',
  why: {
    en: 'The register sets how many risks of the gravest level the organisation can treat at once; above that, some wait.',
    fr: 'Le registre fixe combien de risques du niveau le plus grave l’organisation peut traiter à la fois ; au-delà, certains attendent.',
  },
  fix: {
    en: 'Treat or transfer one of them first, or have a higher limit decided.',
    fr: 'En traiter ou en transférer un d’abord, ou faire décider une limite plus haute.',
  },

  *find(wiki) {
    for (const register of wiki.all('register')) {
      for (const [index, indicator] of register.value.indicators.entries()) {
        if (indicator.counts !== 'critical-risks' || indicator.max === undefined) continue;
        const critical = wiki.all('risk').filter((risk) => risk.register?.key === register.key && isLive(risk) && risk.current?.level.rank === risk.current?.level.of && risk.current !== undefined);
        if (critical.length <= indicator.max) continue;
        const level = critical[0]?.current?.level.label ?? '';
        const ids = critical.map(({ id }) => id);
        yield {
          what: {
            en: `${register.id} has ${count.en(ids.length, 'risk')} at level ${level} (${and.en(ids)}) and ${indicator.id} allows ${indicator.max}`,
            fr: `${register.id} compte ${count.fr(ids.length, 'risque')} au niveau ${level} (${and.fr(ids)}) et ${indicator.id} en admet ${indicator.max}`,
          },
          place: register.placeOf('indicators', index, 'max'),
          record: register.key,
        };
      }
    }
  },
};
