import type { RecordOf } from '../../model/records.ts';
import type { Rule } from '../rule.ts';

type Indicator = RecordOf<'indicator'>;

/** What an indicator measures: its measure, else its title on its components. */
const measured = ({ value, system }: Indicator): string => [system, value.measure ?? `${value.title.toLowerCase()} ${[...value.components].sort().join(' ')}`].join(' ');

/** Over two windows a measure may well have two figures, and two units cannot be held against each other. */
const comparable = (a: Indicator, b: Indicator): boolean => a.value.unit === b.value.unit && (a.value.window === undefined || b.value.window === undefined || a.value.window === b.value.window);

function difference(a: Indicator, b: Indicator): { field: 'direction' | 'target' | 'alert'; what: string } | undefined {
  const of = a.value.unit === undefined ? '' : ` ${a.value.unit}`;
  const differ = (field: 'direction' | 'target' | 'alert'): boolean => a.value[field] !== undefined && b.value[field] !== undefined && a.value[field] !== b.value[field];
  if (differ('direction')) return { field: 'direction', what: `wants it ${a.value.direction} and ${b.id} ${b.value.direction}` };
  if (differ('target')) return { field: 'target', what: `aims at ${a.value.target}${of} and ${b.id} at ${b.value.target}${of}` };
  // Two alerts of two severities are stages, not a contradiction.
  const staged = a.value.severity !== b.value.severity;
  return !staged && differ('alert') ? { field: 'alert', what: `alerts at ${a.value.alert}${of} and ${b.id} at ${b.value.alert}${of}` } : undefined;
}

export const indicatorConflict: Rule = {
  id: 'indicator/conflict',
  severity: 'warning',
  why: 'The same value is good on one page and bad on another: nobody knows which one to answer for.',
  fix: 'Keep one figure and remove the other, or give each its own measure where they count different things.',

  *find(wiki) {
    const firsts = new Map<string, Indicator[]>();
    for (const indicator of wiki.all('indicator')) {
      const earlier = firsts.get(measured(indicator)) ?? [];
      firsts.set(measured(indicator), [...earlier, indicator]);
      for (const other of earlier.filter((entry) => comparable(indicator, entry))) {
        const found = difference(indicator, other);
        if (!found) continue;
        yield { what: `${indicator.id} ${found.what}, for one measure${indicator.value.measure === undefined ? '' : ` (${indicator.value.measure})`}`, place: indicator.placeOf(found.field), record: indicator.key };
        break;
      }
    }
  },
};
