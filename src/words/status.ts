import type { ActionCost } from '../model/action-cost.ts';
import type { DueStatus, TreatmentStatus } from '../model/action-status.ts';
import { minutes } from '../model/duration.ts';
import type { ReviewStatus } from '../model/review-due.ts';
import { formatDate, formatDuration, formatEuro, formatNumber } from './format.ts';
import { translator, type Lang, type MessageKey } from './index.ts';

/** A state as pages draw it: how good it is, and what it is called. */
export interface StateWords {
  kind: 'ok' | 'late' | 'none' | 'na';
  word: string;
  detail?: string;
  icon?: 'clock' | 'pen' | 'info' | 'dash';
}

/** `chaque mois`, `tous les 90 j`. */
export function everyText(every: string | 0, lang: Lang): string {
  const t = translator(lang);
  const named = `every.${every}`;
  if (['every.1 d', 'every.1 w', 'every.1 mo', 'every.3 mo', 'every.6 mo', 'every.1 y'].includes(named)) return t(named as MessageKey);
  return t('every.other', { duration: formatDuration(minutes(every) ?? 0, lang) });
}

/** `59 j`. */
export const daysText = (count: number, lang: Lang): string => translator(lang)('status.days', { count });

/** Where an action's date stands. */
export function dueWords(status: DueStatus, lang: Lang): StateWords {
  const t = translator(lang);
  const date = formatDate(status.on, lang, 'numeric');
  if (status.state === 'late') return { kind: 'late', word: t('state.late-days', { count: status.days }), detail: t('state.was-due', { date }) };
  return { kind: 'ok', word: status.days === 0 ? t('state.today') : t('state.in-days', { count: status.days }), detail: t('state.due', { date }), icon: 'clock' };
}

/** What is being done about a risk. */
export function treatmentWords(status: TreatmentStatus, lang: Lang): StateWords {
  const t = translator(lang);
  switch (status.state) {
    case 'late':
    case 'due':
      return dueWords(status, lang);
    case 'undated':
      return { kind: 'none', word: t('status.undated') };
    case 'missing':
      return { kind: 'none', word: t('state.no-action') };
    case 'accepted':
      return { kind: 'na', word: t('status.accepted') };
    case 'closed':
      return { kind: 'na', word: t('status.closed') };
    case 'done':
      return { kind: 'ok', word: t('status.done') };
    case 'no-threshold':
      return { kind: 'na', word: t('status.none') };
    case 'not-required':
      return { kind: 'na', word: t('state.not-required') };
  }
}

export function reviewWords(status: ReviewStatus | undefined, lang: Lang): StateWords {
  const t = translator(lang);
  if (status === undefined) return { kind: 'na', word: t('state.no-date') };
  if (status.state === 'never') return { kind: 'none', word: t('state.never'), detail: everyText(status.every, lang) };
  const date = formatDate(status.on, lang, 'numeric');
  if (status.state === 'late') return { kind: 'late', word: t('state.late-days', { count: status.days }), detail: t('state.review-was-due', { date }) };
  return { kind: 'na', word: status.days === 0 ? t('state.today') : t('state.in-days', { count: status.days }), detail: t('state.due', { date }), icon: 'clock' };
}

/** `2 000 € + 500 €/an et 26 j`; undefined where nothing is known. */
export function costText({ amounts, days: effort }: ActionCost, lang: Lang): string | undefined {
  const t = translator(lang);
  const sums = amounts.map(({ unit, total }) => (unit === '€' ? formatEuro(total, lang) : unit.startsWith('€') ? `${formatEuro(total, lang)}${unit.slice(1)}` : `${formatNumber(total, lang)} ${unit}`));
  const money = sums.length > 0 ? sums.join(' + ') : undefined;
  const work = effort > 0 ? daysText(effort, lang) : undefined;
  return money && work ? t('register.cost-and', { first: money, second: work }) : (money ?? work);
}
