import { decimal } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

export const indicatorThresholdOrder: Rule = {
  id: 'indicator/threshold-order',
  title: { en: 'Target and alert the wrong way round', fr: 'Cible et alerte inversées' },
  severity: 'warning',
  why: {
    en: 'The alert fires while the target is met, or the direction is wrong: either way people learn to ignore it.',
    fr: 'L’alerte part alors que la cible est tenue, ou le sens est inversé : dans les deux cas, on apprend à l’ignorer.',
  },
  fix: {
    en: 'Swap target and alert, or correct the direction.',
    fr: 'Échanger target et alert, ou corriger direction.',
  },

  *find(wiki) {
    for (const indicator of wiki.all('indicator')) {
      const { direction, target, alert, unit } = indicator.value;
      if (target === undefined || alert === undefined || direction === 'stable' || (direction === 'higher' ? alert <= target : alert >= target)) continue;
      const of = unit === undefined ? '' : ` ${unit}`;
      const higher = direction === 'higher';
      yield {
        what: {
          en: `${indicator.id} aims at ${target}${of} or ${higher ? 'more' : 'less'} and alerts ${higher ? 'below' : 'above'} ${alert}${of}`,
          fr: `${indicator.id} vise ${decimal(target)}${of} ou ${higher ? 'plus' : 'moins'} et alerte ${higher ? 'au-dessous' : 'au-dessus'} de ${decimal(alert)}${of}`,
        },
        place: indicator.placeOf('alert'),
        record: indicator.key,
      };
    }
  },
};
