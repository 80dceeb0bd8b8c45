import { compareRated, ratingText } from '../../model/rated.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskTargetAboveCurrent: Rule = {
  id: 'risk/target-above-current',
  title: { en: 'Target graver than the rating', fr: 'Cible plus grave que la cotation' },
  severity: 'error',
  why: {
    en: 'The target is what the treatment leads to; a treatment that ends higher than it begins is a mistake in one of the two ratings.',
    fr: 'La cible est ce à quoi mène le traitement ; s’il finit plus haut qu’il ne commence, l’une des deux cotations est fausse.',
  },
  fix: {
    en: 'Correct the target, or the current rating if the risk has grown.',
    fr: 'Corriger la cible, ou la cotation actuelle si le risque a grandi.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current, target } = risk;
      if (!current || !target || !isLive(risk) || compareRated(target, current) <= 0) continue;
      yield {
        what: { en: `${risk.id} is at ${ratingText(current)} and aims at ${ratingText(target)}`, fr: `${risk.id} est à ${ratingText(current)} et vise ${ratingText(target)}` },
        place: risk.placeOf('target'),
        record: risk.key,
      };
    }
  },
};
