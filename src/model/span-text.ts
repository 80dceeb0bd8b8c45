import { formatMinutes, parseDuration } from './duration.ts';
import type { Lang } from './text.ts';

const UNITS: Readonly<Record<string, Readonly<Record<Lang, readonly [one: string, many: string]>>>> = {
  d: { en: ['day', 'days'], fr: ['jour', 'jours'] },
  w: { en: ['week', 'weeks'], fr: ['semaine', 'semaines'] },
  mo: { en: ['month', 'months'], fr: ['mois', 'mois'] },
  y: { en: ['year', 'years'], fr: ['an', 'ans'] },
  day: { en: ['business day', 'business days'], fr: ['jour ouvré', 'jours ouvrés'] },
  hour: { en: ['business hour', 'business hours'], fr: ['heure ouvrée', 'heures ouvrées'] },
};

function partsOf(input: string | number): { count: number; unit: string } | undefined {
  const match = /^(\d+)\s*(?:(d|w|mo|y)|business\s+(day|hour)s?)$/.exec(String(input).trim());
  return match ? { count: Number(match[1]), unit: match[2] ?? match[3] ?? '' } : undefined;
}

/** A duration that an author wrote, in words: `1 business day` → « 1 jour ouvré », `90 d` → « 90 jours », `PT15M` → `15 min`. */
export function spanText(input: string | number, lang: Lang): string {
  const parts = partsOf(input);
  if (parts) return `${parts.count} ${UNITS[parts.unit]?.[lang][parts.count > 1 ? 1 : 0] ?? ''}`;
  const read = parseDuration(input);
  return read === undefined ? String(input) : formatMinutes(read.max, lang);
}

const FEMININE = /(?:semaines|heures ouvrées|min|\d [hs]|h \d\d)$/;

/** How often, in words: `1 mo` → `every month`, « tous les mois »; `2 w` → `every 2 weeks`, « toutes les 2 semaines ». */
export function everyText(input: string | number, lang: Lang): string {
  const parts = partsOf(input);
  const span = parts?.count === 1 ? (UNITS[parts.unit]?.[lang][lang === 'fr' ? 1 : 0] ?? '') : spanText(input, lang);
  if (lang === 'en') return `every ${span}`;
  return `${FEMININE.test(span) ? 'toutes' : 'tous'} les ${span}`;
}
