import { indicatorsView, type IndicatorLine } from '../../../views/indicators.ts';
import { durationText } from '../../../words/durations.ts';
import { formatDate } from '../../../words/format.ts';
import { alertText, measureText, targetText } from '../../../words/thresholds.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { bold, DASH, gap, lines, refs, severityChip, small, stateSpans } from '../record-spans.ts';
import { documentTexts } from './incidents.ts';

const KINDS = { unmeasured: 'none', held: 'ok', missed: 'late', alert: 'late', calm: 'ok', unbound: 'na' } as const;

function linesTable(print: Print, list: readonly IndicatorLine[], anchored: boolean): Blocks {
  const { t, say, lang } = print;
  return rowsTable(
    [t('indicators.indicator'), t('indicators.target'), t('indicators.alert'), t('indicators.value'), t('indicators.answer')],
    [4, 2, 2, 2, 2.6],
    list.map(({ indicator, reading, components, severity, runbook, owner, conflict }) => {
      const { value } = indicator;
      const [target, alert] = [targetText(value, lang), alertText(value, lang)];
      const cells = [
        lines([{ k: 'id', v: indicator.id }, ' ', bold(say(indicator.title))], value.measure === undefined ? undefined : [small(say(value.measure))], components.length === 0 ? undefined : refs(print, components, 'title'), value.tool === undefined ? undefined : [small(t('indicators.tool', { tool: say(value.tool) }))], owner === undefined ? undefined : [small(t('indicators.owner', { owner: say(owner) }))], anchored && conflict ? [gap(t('indicators.conflict', { number: conflict.number }))] : undefined),
        lines(target === undefined ? [small(t('indicators.no-target'))] : [bold(target)], text(say, value.target_note)),
        lines(alert === undefined ? (value.alert_note === undefined ? [small(t('indicators.no-alert'))] : undefined) : [bold(alert)], text(say, value.alert_note), value.window === undefined ? undefined : [small(t('indicators.window', { window: durationText(value.window, lang) }))]),
        reading.latest ? lines([bold(measureText(reading.latest.value, value.unit, lang))], [small(t('indicators.on', { date: formatDate(reading.latest.at.slice(0, 10), lang) }))], reading.state === 'unmeasured' ? undefined : stateSpans({ kind: KINDS[reading.state], word: t(`indicators.state.${reading.state}`) })) : [gap(t('state.not-measured'))],
        lines(severity && [severityChip(print, severity)], runbook && refs(print, [runbook]), !severity && !runbook ? DASH : undefined),
      ];
      return anchored ? { id: placeOf(indicator), cells } : cells;
    }),
    { small: true },
  );
}

/** What is measured, against what, and what contradicts itself. */
export function indicatorsChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, wiki } = print;
  const view = indicatorsView(wiki, [], system);
  if (view.documents.length === 0) return undefined;
  return {
    title: t('indicators.title'),
    id: `c:${system}/indicators`,
    b: [
      ...linesTable(print, view.lines, true),
      ...(view.conflicts.length === 0 ? [] : [heading(3, [t('indicators.conflicts-title')]), para(t('indicators.conflicts-note')), ...view.conflicts.flatMap((conflict): Blocks => [heading(4, [t('indicators.conflict', { number: conflict.number }), ` · ${say(conflict.measure)}`]), para(t('indicators.conflict-on', { fields: conflict.fields.map((field) => t(`indicators.field.${field}`)).join(', ') })), ...linesTable(print, conflict.lines, false)])]),
      ...documentTexts(print, view.documents),
    ],
  };
}
