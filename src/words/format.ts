import type { Lang } from './lang.ts';

const NBSP = '\u00A0';
const DAY = 1440;

const units = {
  fr: { second: 's', minute: 'min', hour: 'h', day: 'j', to: 'à' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd', to: 'to' },
} as const;

export type DateStyle = 'short' | 'day-month' | 'long' | 'numeric' | 'weekday' | 'date-time' | 'time';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  'date-time': {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const localeOf = (lang: Lang): string => (lang === 'en' ? 'en-GB' : 'fr-FR');

/** Making a formatter costs a hundred times what using it costs, and pages ask for the same few. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(lang: Lang, style: DateStyle, zone: string): Intl.DateTimeFormat {
  const key = `${lang} ${style} ${zone}`;
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.DateTimeFormat(localeOf(lang), { ...styles[style], timeZone: zone })));
  return format;
}

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${options.style ?? ''} ${options.minimumFractionDigits ?? ''} ${options.maximumFractionDigits ?? ''}`;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(localeOf(lang), options)));
  return format;
}

/** French says the first of a month by its rank, which Intl does not: "1er juin", but "2 juin" and "11 juin". */
const FIRST = /(?<!\d)1(?=\s\p{L})/u;

/**
 * A date in words. `YYYY-MM-DD` is a day and is never shifted; a moment is shown in `zone` (IANA name).
 * Throws RangeError for what is not a date or a zone.
 */
export function formatDate(date: string | Date, lang: Lang, style: DateStyle = 'short', zone = 'UTC'): string {
  const day = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date);
  const text = formatterOf(lang, style, day ? 'UTC' : zone).format(new Date(date));
  return lang === 'fr' ? text.replace(FIRST, '1er') : text;
}

export function formatNumber(value: number, lang: Lang, decimals = 2): string {
  return numberFormat(lang, { maximumFractionDigits: decimals }).format(value);
}

/** Size of a file, in the decimal units that file managers show: `3,2 Mo`, `640 ko`. */
export function formatBytes(bytes: number, lang: Lang): string {
  const [divisor, unit] = bytes >= 1e6 ? [1e6, lang === 'fr' ? 'Mo' : 'MB'] : [1e3, lang === 'fr' ? 'ko' : 'kB'];
  return `${formatNumber(bytes / divisor, lang, bytes >= 1e6 ? 1 : 0)}${NBSP}${unit}`;
}

/** `ratio` of 1 is 100 %. */
export function formatPercent(ratio: number, lang: Lang, decimals = 0): string {
  return numberFormat(lang, { style: 'percent', maximumFractionDigits: decimals }).format(ratio);
}

export function formatEuro(amount: number, lang: Lang): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  return numberFormat(lang, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount);
}

/** Minutes in words: `40 min`, `1 h`, `2 h 40` (English `2 h 40 min`), `24 h`, and days from two whole days on: `7 j`. */
export function formatDuration(minutes: number, lang: Lang): string {
  const unit = units[lang];
  if (minutes > 0 && minutes < 1) return `${Math.round(minutes * 60)}${NBSP}${unit.second}`;
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole}${NBSP}${unit.minute}`;
  if (whole >= 2 * DAY && whole % DAY === 0) return `${formatNumber(whole / DAY, lang)}${NBSP}${unit.day}`;
  const hours = `${formatNumber(Math.floor(whole / 60), lang)}${NBSP}${unit.hour}`;
  const rest = whole % 60;
  if (rest === 0) return hours;
  if (lang === 'fr') return `${hours}${NBSP}${String(rest).padStart(2, '0')}`;
  return `${hours}${NBSP}${rest}${NBSP}${unit.minute}`;
}

/** `2 h 40 à 4 h 40`; a unit that both ends share is written once: `2 à 4 h`, `5 à 10 min`. */
export function formatDurationRange(from: number, to: number, lang: Lang): string {
  if (from === to) return formatDuration(from, lang);
  const first = formatDuration(from, lang).split(NBSP);
  const last = formatDuration(to, lang).split(NBSP);
  const shared = first.length === 2 && last.length === 2 && first[1] === last[1];
  return `${shared ? first[0] : first.join(NBSP)} ${units[lang].to} ${last.join(NBSP)}`;
}
