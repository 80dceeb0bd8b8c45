import { durationText } from './durations.ts';
import type { Lang } from './lang.ts';

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const periods: Record<Lang, Record<string, string>> = {
  fr: { continuous: 'en continu', hourly: 'toutes les heures', daily: 'chaque jour', weekly: 'chaque semaine', monthly: 'chaque mois', quarterly: 'chaque trimestre', 'half-yearly': 'chaque semestre', yearly: 'chaque année', 'on compromise': 'en cas de compromission', 'on departure': 'à chaque départ', never: 'jamais' },
  en: { continuous: 'continuously', hourly: 'every hour', daily: 'every day', weekly: 'every week', monthly: 'every month', quarterly: 'every quarter', 'half-yearly': 'every half-year', yearly: 'every year', 'on compromise': 'on compromise', 'on departure': 'on departure', never: 'never' },
};

const named = (lang: Lang, options: Intl.DateTimeFormatOptions, date: Date): string => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'fr-FR', { ...options, timeZone: 'UTC' }).format(date);
/** 2 January 2022 was a Sunday. */
const dayName = (index: number, lang: Lang): string => named(lang, { weekday: 'long' }, new Date(Date.UTC(2022, 0, 2 + index)));
const monthName = (index: number, lang: Lang): string => named(lang, { month: 'long' }, new Date(Date.UTC(2022, index, 1)));

/** A schedule of MODEL.md in words: `weekly on sunday at 03:00` → `chaque dimanche à 03:00`. What it cannot read is left as written. */
export function scheduleText(schedule: string | number, lang: Lang): string {
  const text = String(schedule).trim().toLowerCase();
  const fr = lang === 'fr';
  const simple = periods[lang][{ '1 d': 'daily', '1 w': 'weekly', '1 mo': 'monthly', '1 y': 'yearly' }[text.replace(/^every\s+/, '')] ?? text];
  if (simple !== undefined) return simple;
  const every = /^(?:every\s+)?(\d.*)$/.exec(text)?.[1];
  if (every !== undefined && /^\d+(?:[.,]\d+)?\s*(?:s|min|h|d|w|mo|y|business\s+\w+)\b/.test(every)) {
    const words = durationText(every, lang);
    if (!fr) return `every ${words}`;
    return `${/(?:\bmin|\bh|\bs|semaines?)$/.test(words) ? 'toutes' : 'tous'} les ${words}`;
  }
  const match = /^(weekly|monthly|quarterly|half-yearly|yearly|daily|hourly)(?:\s+on\s+(?:the\s+)?(\w+))?(?:\s+in\s+(\w+))?(?:\s+at\s+(\d{1,2}:\d{2}))?$/.exec(text);
  if (!match) return String(schedule);
  const [, period = '', on, month, time] = match;
  const day = days.indexOf(on ?? '');
  const base = day >= 0 ? `${fr ? 'chaque' : 'every'} ${dayName(day, lang)}` : (periods[lang][period] ?? period);
  const number = on !== undefined && day < 0 ? (fr ? `, le ${on.replace(/\D/g, '')}` : ` on the ${on}`) : '';
  const inMonth = month === undefined ? '' : ` ${fr ? 'en' : 'in'} ${monthName(months.indexOf(month), lang)}`;
  const at = time === undefined ? '' : ` ${fr ? 'à' : 'at'} ${time.padStart(5, '0')}`;
  return `${base}${number}${inMonth}${at}`;
}
