import type { IncidentTime } from '../model/incident-times.ts';
import { formatDuration } from './format.ts';
import { translator, type Lang } from './index.ts';
import type { StateWords } from './status.ts';

/** Where a time of an incident stands against its promise. */
export function timeWords({ minutes, unknown, promise }: IncidentTime, lang: Lang): StateWords {
  const t = translator(lang);
  if (minutes === undefined) return { kind: 'none', word: t(`reviews.unknown.${unknown ?? 'missing'}`) };
  if (promise?.held === undefined || promise.taken === undefined) return { kind: 'na', word: '—' };
  if (promise.held) return { kind: 'ok', word: t('reviews.held') };
  return { kind: 'late', word: t('reviews.exceeded'), detail: t('reviews.over', { time: formatDuration(promise.taken - promise.promised, lang) }) };
}
