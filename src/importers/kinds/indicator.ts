import type { Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { plain } from '../plain.ts';
import { yesOrNo } from '../words/cells.ts';
import { durationIn } from '../words/times.ts';

interface Threshold {
  readonly sign?: '>' | '<' | undefined;
  readonly value: number;
  readonly unit?: string | undefined;
}

/** `> 98%`, `≤ 15 min`, `500ms`, `< 2 s`; undefined for words around the number (`Stable ±20%`). */
function thresholdIn(text: string): Threshold | undefined {
  const match = /^(≥|>=|>|≤|<=|<|=)?\s*(\d+(?:[.,]\d+)?(?:[ \u00A0\u202F]\d{3})*)\s*(%|[\p{L}€$£µ]+(?:\/[\p{L}]+)?)?\s*$/u.exec(plain(text));
  if (!match) return undefined;
  const sign = match[1]?.startsWith('≥') || match[1]?.startsWith('>') ? '>' : match[1] === undefined || match[1] === '=' ? undefined : '<';
  return { sign, value: Number((match[2] ?? '').replace(/[ \u00A0\u202F]/g, '').replace(',', '.')), unit: match[3] };
}

/** Times to recover are objectives of a scenario or a system, no indicators. */
export const isObjective = (title: string): boolean => /^(?:rto|rpo|mtpd|mtd|dmia|pdma)\b/i.test(title.trim());

/** One row of indicators. */
export function readIndicator(cells: Cells): Draft | undefined {
  const title = cells.text('title')?.replace(/\s*\n\s*/g, ' ');
  if (title === undefined) return undefined;
  const fields: Record<string, unknown> = { title };
  const read = (field: 'target' | 'alert', column: string): Threshold | undefined => {
    const text = cells.text(column);
    if (text === undefined) return undefined;
    // « Alerte : oui » says that there is one, not when.
    if (yesOrNo(text) !== undefined) {
      cells.keep(column);
      return undefined;
    }
    const found = thresholdIn(text);
    if (found) fields[field] = found.value;
    if (!found) fields[`${field}_note`] = text.replace(/\s*\n\s*/g, ' ');
    return found;
  };
  const target = read('target', 'target');
  const limit = cells.has('threshold') ? 'threshold' : 'alert';
  const alert = read('alert', limit);
  const unit = target?.unit ?? alert?.unit;
  if (unit !== undefined) fields['unit'] = unit;
  // Two units would make the numbers lie: the second stays in words.
  if (target?.unit !== undefined && alert?.unit !== undefined && target.unit !== alert.unit) {
    delete fields['alert'];
    fields['alert_note'] = cells.text(limit) ?? '';
  }
  const stable = /\b(?:stable|estable|stabil|stabile|est[aá]vel|stabiel)\b/i.test(typeof fields['target_note'] === 'string' ? fields['target_note'] : '');
  const direction = stable ? 'stable' : target?.sign === '>' || alert?.sign === '<' ? 'higher' : target?.sign === '<' || alert?.sign === '>' ? 'lower' : target && alert ? (target.value > alert.value ? 'higher' : 'lower') : undefined;
  fields['direction'] = direction ?? 'lower';
  const window = cells.text('window');
  if (window !== undefined) {
    const span = durationIn(window);
    if (span && span.value !== 0) fields['window'] = span.value;
    if (!span?.whole) cells.keep('window');
  }
  const tool = cells.text('tool');
  if (tool !== undefined) fields['tool'] = tool;
  const owner = cells.text('owner');
  if (owner !== undefined) fields['owner'] = owner;
  return { id: cells.text('id'), fields, kept: cells.left(), notes: direction === undefined ? [{ en: 'no sign says which way is good: taken as a limit not to pass', fr: 'aucun signe ne dit quel sens est le bon : pris pour une limite à ne pas dépasser' }] : [] };
}
