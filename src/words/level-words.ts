import { shapeOf, type Level, type Rated } from '../model/rated.ts';
import type { MethodRecord } from '../model/records.ts';
import type { Lang, Translate } from './index.ts';
import { typography } from './typography.ts';

/** What is drawn for a level of a method: its shape, its name and a number. */
export const levelWords = (level: Level, lang: Lang, value?: number | string): { step: 1 | 2 | 3 | 4; word: string; value?: number | string } => ({ step: shapeOf(level), word: typography(level.label, lang), ...(value === undefined ? {} : { value }) });

export const ratedWords = (rated: Rated, lang: Lang): ReturnType<typeof levelWords> => levelWords(rated.level, lang, rated.score);

/** `12`, or the name of a level: from where an action is asked for. */
export const thresholdText = (threshold: number | Level, lang: Lang): string => (typeof threshold === 'number' ? String(threshold) : typography(threshold.label, lang));

/** A rating in words: `4 × 4`, or `Faible × Critique` where the method has no score. */
export const ratingWords = ({ likelihood, impact, score }: Rated, lang: Lang): string => (score === undefined ? typography(`${likelihood.label} × ${impact.label}`, lang) : `${likelihood.value} × ${impact.value}`);

/** What people call a severity: its id where that is a code (P0, SEV-1); else its title, which such an id only repeats. */
export const severityCode = (id: string): string | undefined => (/\d/.test(id) ? id : undefined);

const COMMON = ['technical', 'operational', 'security', 'business', 'legal', 'financial'] as const;

/** Name of a category: the method's, else a common one, else as written. */
export function categoryWords(category: string, method: MethodRecord | undefined, t: Translate, lang: Lang): string {
  const own = method?.value.category_labels?.[category];
  if (own !== undefined) return typography(own, lang);
  const common = COMMON.find((name) => name === category);
  return common ? t(`risks.category.${common}`) : category;
}
