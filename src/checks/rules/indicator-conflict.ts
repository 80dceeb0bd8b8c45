import { conflictsBetween, measureOf, type ConflictField } from '../../model/indicator-conflict.ts';
import type { RecordOf } from '../../model/records.ts';
import type { Rule } from '../rule.ts';

type Indicator = RecordOf<'indicator'>;

function words(a: Indicator, b: Indicator, field: ConflictField): string {
  const of = a.value.unit === undefined ? '' : ` ${a.value.unit}`;
  if (field === 'direction') return `wants it ${a.value.direction} and ${b.id} ${b.value.direction}`;
  if (field === 'target') return `aims at ${a.value.target}${of} and ${b.id} at ${b.value.target}${of}`;
  return `alerts at ${a.value.alert}${of} and ${b.id} at ${b.value.alert}${of}`;
}

export const indicatorConflict: Rule = {
  id: 'indicator/conflict',
  severity: 'warning',
  why: 'The same value is good on one page and bad on another: nobody knows which one to answer for.',
  fix: 'Keep one figure and remove the other, or give each its own measure where they count different things.',

  *find(wiki) {
    const firsts = new Map<string, Indicator[]>();
    for (const indicator of wiki.all('indicator')) {
      const earlier = firsts.get(measureOf(indicator)) ?? [];
      firsts.set(measureOf(indicator), [...earlier, indicator]);
      for (const other of earlier) {
        const [field] = conflictsBetween(indicator, other);
        if (field === undefined) continue;
        yield { what: `${indicator.id} ${words(indicator, other, field)}, for one measure${indicator.value.measure === undefined ? '' : ` (${indicator.value.measure})`}`, place: indicator.placeOf(field), record: indicator.key };
        break;
      }
    }
  },
};
