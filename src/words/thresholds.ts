import type { RecordOf } from '../model/records.ts';
import { formatNumber } from './format.ts';
import type { Lang } from './index.ts';
import { typography } from './typography.ts';

type Indicator = RecordOf<'indicator'>['value'];

/** `98 %`, `2`. */
export const measureText = (value: number, unit: string | undefined, lang: Lang): string => typography(`${formatNumber(value, lang)}${unit === undefined ? '' : ` ${unit}`}`, lang);

/** What is good: `≥ 98 %`, `≤ 15 min`; a `stable` measure stays within a gap: `± 20 %`. */
export const targetText = ({ target, direction, unit }: Indicator, lang: Lang): string | undefined =>
  target === undefined ? undefined : `${direction === 'higher' ? '≥' : direction === 'lower' ? '≤' : '±'}\u00A0${measureText(target, unit, lang)}`;

/** What alerts: `< 95 %`, `> 25 min`; a gap wider than `± 50 %`. */
export const alertText = ({ alert, direction, unit }: Indicator, lang: Lang): string | undefined =>
  alert === undefined ? undefined : `${direction === 'higher' ? '<' : direction === 'lower' ? '>' : '> ±'}\u00A0${measureText(alert, unit, lang)}`;
