import type { Lang } from './text.ts';

const MINUTES = { s: 1 / 60, min: 1, h: 60, d: 1440, w: 10_080, mo: 43_200, y: 525_600 } as const;
type Unit = keyof typeof MINUTES;

/**
 * A span of time in minutes; `min` and `max` differ for a range (`2 h – 4 h`).
 * A month counts 30 days and a year 365: spans are compared, dates are added by `addDuration`.
 */
export interface Duration {
  readonly min: number;
  readonly max: number;
  /** Counts working time only (`1 business day`); a business day stands for 24 h when spans are compared. */
  readonly business: boolean;
}

const PART = /^(\d+(?:[.,]\d+)?)\s*(min|h|d|w|mo|y|s)(?:\s*(\d+(?:[.,]\d+)?)\s*(min|h|s)?)?$/;
const BUSINESS = /^(\d+(?:[.,]\d+)?)\s*business\s+(day|hour)s?$/;
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** No duration is longer; the patterns below would backtrack for minutes on a long run of digits. */
const LONGEST = 100;

const number = (text: string | undefined): number => (text === undefined ? 0 : Number(text.replace(',', '.')));

function minutesOf(text: string): number | undefined {
  const part = PART.exec(text);
  if (part) {
    const unit = part[2] as Unit;
    const rest = part[3] === undefined ? 0 : number(part[3]) * MINUTES[(part[4] as Unit | undefined) ?? (unit === 'h' ? 'min' : 's')];
    return number(part[1]) * MINUTES[unit] + rest;
  }
  const iso = ISO.exec(text);
  if (!iso || text === 'P') return undefined;
  const [, y, mo, w, d, h, min, s] = iso;
  return number(y) * MINUTES.y + number(mo) * MINUTES.mo + number(w) * MINUTES.w + number(d) * MINUTES.d + number(h) * MINUTES.h + number(min) + number(s) * MINUTES.s;
}

/** Reads `15 min`, `2 h 40`, `2 h – 4 h`, `90 d`, `1 business day`, `PT15M` or 0; undefined where it is none of these. */
export function parseDuration(input: string | number | undefined): Duration | undefined {
  if (input === undefined) return undefined;
  if (input === 0 || input === '0') return { min: 0, max: 0, business: false };
  if (String(input).length > LONGEST) return undefined;
  const text = String(input).trim().replace(/\s+/g, ' ').replace(/^[<≤~≈]\s*/, '').replace(/\b(jours?|j)\b/, 'd').replace(/\bheures?\b/, 'h').replace(/\bminutes?\b/, 'min');
  const business = BUSINESS.exec(text);
  if (business) {
    const minutes = number(business[1]) * (business[2] === 'day' ? MINUTES.d : MINUTES.h);
    return { min: minutes, max: minutes, business: true };
  }
  const range = /^(\d+(?:[.,]\d+)?\s*(?:min|h|d|w|mo|y|s)?(?:\s*\d+(?:\s*min)?)?)\s*(?:–|—|-|à|to)\s*(.+)$/.exec(text);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const max = minutesOf(range[2]);
    const unit = PART.exec(range[2])?.[2] ?? '';
    const min = minutesOf(range[1].trim()) ?? minutesOf(`${range[1].trim()} ${unit}`);
    return min === undefined || max === undefined ? undefined : { min, max, business: false };
  }
  const minutes = minutesOf(text);
  return minutes === undefined ? undefined : { min: minutes, max: minutes, business: false };
}

/** Longest reading of a duration, in minutes. */
export const minutes = (input: string | number | undefined): number | undefined => parseDuration(input)?.max;

/** `160` → `2 h 40`, `4320` → `3 d`, « 3 j ». For messages; the site formats its own. */
export function formatMinutes(total: number, lang: Lang): string {
  if (total === 0) return '0';
  if (total < 1) return `${Math.round(total * 60)} s`;
  const whole = Math.round(total);
  if (whole % MINUTES.d === 0 && whole >= 2 * MINUTES.d) return `${whole / MINUTES.d} ${lang === 'fr' ? 'j' : 'd'}`;
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

export function formatDuration({ min, max }: Pick<Duration, 'min' | 'max'>, lang: Lang): string {
  return min === max ? formatMinutes(max, lang) : `${formatMinutes(min, lang)} ${lang === 'fr' ? 'à' : 'to'} ${formatMinutes(max, lang)}`;
}

/** Adds a duration to a date (YYYY-MM-DD) the way people count: a month is a month, whatever its length. */
export function addDuration(date: string, input: string | number): string | undefined {
  const match = /^(\d+)\s*(mo|y|w|d)$/.exec(String(input).trim());
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (match) {
    const count = Number(match[1]);
    if (match[2] === 'mo' || match[2] === 'y') {
      const months = month - 1 + count * (match[2] === 'y' ? 12 : 1);
      const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
      return new Date(Date.UTC(year, months, Math.min(day, last))).toISOString().slice(0, 10);
    }
    return new Date(Date.UTC(year, month - 1, day + count * (match[2] === 'w' ? 7 : 1))).toISOString().slice(0, 10);
  }
  const span = minutes(input);
  return span === undefined ? undefined : new Date(Date.UTC(year, month - 1, day) + span * 60_000).toISOString().slice(0, 10);
}

/** Whole days from one date to another, negative when `to` is earlier. Both are YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000);
}
