import { compareRated, ratingText } from '../../model/rated.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskTargetAboveCurrent: Rule = {
  id: 'risk/target-above-current',
  severity: 'error',
  why: 'The target is what the treatment leads to; a treatment that ends higher than it begins is a mistake in one of the two ratings.',
  fix: 'Correct the target, or the current rating if the risk has grown.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current, target } = risk;
      if (!current || !target || !isLive(risk) || compareRated(target, current) <= 0) continue;
      yield { what: `${risk.id} is at ${ratingText(current)} and aims at ${ratingText(target)}`, place: risk.placeOf('target'), record: risk.key };
    }
  },
};
