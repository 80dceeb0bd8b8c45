import { parseDuration } from '../model/duration.ts';
import { formatDurationRange } from './format.ts';
import type { Lang } from './lang.ts';

const NBSP = '\u00A0';

type Forms = readonly [one: string, many: string];
const units: Record<Lang, Record<string, Forms>> = {
  fr: { s: ['s', 's'], min: ['min', 'min'], h: ['h', 'h'], d: ['jour', 'jours'], w: ['semaine', 'semaines'], mo: ['mois', 'mois'], y: ['an', 'ans'], day: ['jour ouvré', 'jours ouvrés'], hour: ['heure ouvrée', 'heures ouvrées'] },
  en: { s: ['s', 's'], min: ['min', 'min'], h: ['h', 'h'], d: ['day', 'days'], w: ['week', 'weeks'], mo: ['month', 'months'], y: ['year', 'years'], day: ['business day', 'business days'], hour: ['business hour', 'business hours'] },
};

/** A duration as its author wrote it, in words: `90 d` → `90 jours`, `3 mo` → `3 mois`, `1 business day` → `1 jour ouvré`. */
export function durationText(input: string | number, lang: Lang): string {
  const match = /^(\d+)\s*(?:business\s+(day|hour)s?|(d|w|mo|y))$/.exec(String(input).trim());
  if (match) {
    const [one, many] = units[lang][match[2] ?? match[3] ?? ''] ?? ['', ''];
    return `${match[1]}${NBSP}${Number(match[1]) > 1 ? many : one}`;
  }
  const parsed = parseDuration(input);
  if (parsed?.max === 0) return '0';
  return parsed ? formatDurationRange(parsed.min, parsed.max, lang) : String(input);
}

/** Minutes after the start of an incident: `T+40`, `T+2 h 40`, `T+0`. */
export function clockText(from: number, to: number, lang: Lang): string {
  const at = (minutes: number): string => (minutes < 60 ? String(minutes) : formatDurationRange(minutes, minutes, lang));
  return from === to ? `T+${at(from)}` : `T+${from < 60 && to < 60 ? `${from} ${lang === 'fr' ? 'à' : 'to'} ${to}` : formatDurationRange(from, to, lang)}`;
}
