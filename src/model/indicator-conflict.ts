import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

type Indicator = RecordOf<'indicator'>;

/** What two indicators of one measure may say differently. */
export type ConflictField = 'direction' | 'target' | 'alert';

/** What an indicator measures: its measure, else its title on its components. Unique in the wiki. */
export const measureOf = ({ value, system }: Indicator): string => [system, value.measure ?? `${value.title.toLowerCase()} ${[...value.components].sort().join(' ')}`].join(' ');

/** Over two windows a measure may well have two figures, and two units cannot be held against each other. */
const comparable = (a: Indicator, b: Indicator): boolean => a.value.unit === b.value.unit && (a.value.window === undefined || b.value.window === undefined || a.value.window === b.value.window);

/** Where two indicators contradict each other, in the order of weight; nothing where they do not measure the same thing. */
export function conflictsBetween(a: Indicator, b: Indicator): ConflictField[] {
  if (measureOf(a) !== measureOf(b) || !comparable(a, b)) return [];
  const differ = (field: ConflictField): boolean => a.value[field] !== undefined && b.value[field] !== undefined && a.value[field] !== b.value[field];
  // Two alerts of two severities are stages, not a contradiction.
  const staged = a.value.severity !== b.value.severity;
  return (['direction', 'target', 'alert'] as const).filter((field) => differ(field) && !(field === 'alert' && staged));
}

/** Indicators of one measure among which at least two contradict each other, and on what. */
export interface MeasureConflict {
  readonly measure: string;
  readonly indicators: readonly Indicator[];
  readonly fields: readonly ConflictField[];
}

export function measureConflicts(wiki: Wiki, system: string): MeasureConflict[] {
  return [...Map.groupBy(wiki.all('indicator', system), measureOf).values()].flatMap((indicators) => {
    const fields = new Set(indicators.flatMap((a, index) => indicators.slice(index + 1).flatMap((b) => conflictsBetween(a, b))));
    return fields.size === 0 ? [] : [{ measure: indicators[0]?.value.measure ?? indicators[0]?.title ?? '', indicators, fields: (['direction', 'target', 'alert'] as const).filter((field) => fields.has(field)) }];
  });
}
