import type { Rule } from '../rule.ts';

export const indicatorThresholdOrder: Rule = {
  id: 'indicator/threshold-order',
  severity: 'warning',
  why: 'The alert fires while the target is met, or the direction is wrong: either way people learn to ignore it.',
  fix: 'Swap target and alert, or correct the direction.',

  *find(wiki) {
    for (const indicator of wiki.all('indicator')) {
      const { direction, target, alert, unit } = indicator.value;
      if (target === undefined || alert === undefined || direction === 'stable' || (direction === 'higher' ? alert <= target : alert >= target)) continue;
      const of = unit === undefined ? '' : ` ${unit}`;
      const [aim, fire] = direction === 'higher' ? ['more', 'below'] : ['less', 'above'];
      yield { what: `${indicator.id} aims at ${target}${of} or ${aim} and alerts ${fire} ${alert}${of}`, place: indicator.placeOf('alert'), record: indicator.key };
    }
  },
};
