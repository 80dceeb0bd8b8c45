import type { RecordOf } from './records.ts';

type Indicator = RecordOf<'indicator'>;

/** The last value of an indicator, held against its target and its alert. */
export interface IndicatorReading {
  readonly latest?: { readonly at: string; readonly value: number } | undefined;
  /** `calm`: below its alert, without a target. `unbound`: neither target nor alert is a number. */
  readonly state: 'unmeasured' | 'held' | 'missed' | 'alert' | 'calm' | 'unbound';
}

/** Whether a value is past a bound, on its bad side. A `stable` measure is a gap: the nearer to 0 the better. */
function isPast(value: number, bound: number, direction: Indicator['value']['direction']): boolean {
  return direction === 'higher' ? value < bound : direction === 'lower' ? value > bound : Math.abs(value) > bound;
}

/** A target is held at its figure; an alert fires past its own. Values dated after today are left out. */
export function readingOf({ value }: Indicator, asOf: string): IndicatorReading {
  const { values, target, alert, direction } = value;
  const latest = [...values].sort((a, b) => a.at.localeCompare(b.at)).findLast(({ at }) => at.slice(0, 10) <= asOf);
  if (!latest) return { state: 'unmeasured' };
  if (alert !== undefined && isPast(latest.value, alert, direction)) return { latest, state: 'alert' };
  if (target !== undefined) return { latest, state: isPast(latest.value, target, direction) ? 'missed' : 'held' };
  return { latest, state: alert === undefined ? 'unbound' : 'calm' };
}
