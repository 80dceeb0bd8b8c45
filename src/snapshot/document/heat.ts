import type { Heatmap } from '../../views/heatmap.ts';
import { thresholdText } from '../../words/level-words.ts';
import type { Print } from '../print.ts';
import type { Heat } from './block.ts';
import { placeOfRecord } from './places.ts';

/** A grid of risks as a drawing, and the same in words for those who do not see it. */
export function heatBlock({ t, say, lang }: Print, { columns, rows, threshold, count }: Heatmap, title: string): Heat {
  const told = rows.flatMap(({ impact, cells }) =>
    cells.filter(({ entries }) => entries.length > 0).map(({ likelihood, score, level, entries }) => t('snap.heat.cell', { likelihood: say(likelihood.label), impact: say(impact.label), level: level === undefined ? '' : `${score === undefined ? '' : `${score}, `}${say(level.label)}`, ids: entries.map(({ id }) => id).join(', ') })),
  );
  return {
    k: 'heat',
    title,
    alt: [t('heatmap.caption', { count }), ...told].join(' '),
    impact: t('register.impact'),
    likelihood: t('register.likelihood'),
    cols: columns.map(({ value, label, means }) => ({ value: String(value), label: say(label), means: means === undefined || means.length > 24 ? '' : say(means) })),
    rows: rows.map(({ impact, cells }) => ({
      value: String(impact.value),
      label: say(impact.label),
      cells: cells.map(({ score, step, entries, lineStart, lineBelow }) => ({ step, value: score === undefined ? '' : String(score), ids: entries.map(({ id, key }) => ({ id, to: placeOfRecord(key) })), start: lineStart, below: lineBelow })),
    })),
    ...(threshold === undefined ? {} : { threshold: t('register.threshold', { score: thresholdText(threshold, lang) }) }),
  };
}
