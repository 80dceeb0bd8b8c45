import type { IncidentTime } from '../model/incident-times.ts';
import { formatDuration } from './i18n/format.ts';
import { translator, type Lang } from './i18n/index.ts';
import type { StateWords } from './status.ts';

/** Where a time of an incident stands against its promise. */
export function timeWords({ minutes, unknown, promise }: IncidentTime, lang: Lang): StateWords {
  const t = translator(lang);
  if (minutes === undefined) return { kind: 'none', word: t(`reviews.unknown.${unknown ?? 'missing'}`) };
  if (promise?.held === undefined) return { kind: 'na', word: t('reviews.no-promise') };
  return promise.held ? { kind: 'ok', word: t('reviews.held') } : { kind: 'late', word: t('reviews.exceeded') };
}

/** `45 min`; `0 min` for what came at once. */
export const takenText = (minutes: number, lang: Lang): string => formatDuration(minutes, lang);
