import { Cron } from 'croner';
import { minutes } from './duration.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAY_MINUTES = 1440;

/** When something happens again. `interval` is the longest time between two occurrences, in minutes. */
export interface Recurrence {
  readonly interval: number;
  /** A cron expression where occurrences have a date; absent for `continuous` and bare intervals under a day. */
  readonly cron?: string;
  /** Only the period is known (`quarterly`): dates are the first of the period, an indication. */
  readonly floating: boolean;
}

const PERIODS: Record<string, { interval: number; cron: string }> = {
  hourly: { interval: 60, cron: '0 * * * *' },
  daily: { interval: DAY_MINUTES, cron: '0 0 * * *' },
  weekly: { interval: 7 * DAY_MINUTES, cron: '0 0 * * 1' },
  monthly: { interval: 31 * DAY_MINUTES, cron: '0 0 1 * *' },
  quarterly: { interval: 92 * DAY_MINUTES, cron: '0 0 1 1,4,7,10 *' },
  'half-yearly': { interval: 184 * DAY_MINUTES, cron: '0 0 1 1,7 *' },
  yearly: { interval: 366 * DAY_MINUTES, cron: '0 0 1 1 *' },
};

/** Reads the schedules of MODEL.md (`weekly on sunday at 03:00`, `every 30 min`, cron…); undefined where it is none. */
export function parseRecurrence(input: string): Recurrence | undefined {
  const text = input.trim().toLowerCase();
  if (text === 'continuous') return { interval: 0, floating: false };
  const every = /^every\s+(.+)$/.exec(text);
  if (every?.[1] !== undefined) {
    const interval = minutes(every[1]);
    return interval === undefined ? undefined : { interval, floating: true };
  }
  const named = /^(hourly|daily|weekly|monthly|quarterly|half-yearly|yearly)(?:\s+on\s+(?:the\s+)?(\w+))?(?:\s+in\s+(\w+))?(?:\s+at\s+(\d{1,2}):(\d{2}))?$/.exec(text);
  if (named) {
    const [, period = '', on, month, hour, minute] = named;
    const base = PERIODS[period];
    if (!base) return undefined;
    const fields = base.cron.split(' ');
    if (hour !== undefined && minute !== undefined) fields.splice(0, 2, String(Number(minute)), String(Number(hour)));
    if (on !== undefined) {
      const day = DAYS.indexOf(on);
      if (day >= 0) fields[4] = String(day);
      else if (/^\d+$/.test(on.replace(/(st|nd|rd|th)$/, ''))) fields[2] = on.replace(/\D+$/, '');
      else return undefined;
    }
    if (month !== undefined) {
      const index = MONTHS.indexOf(month);
      if (index < 0) return undefined;
      fields[3] = String(index + 1);
    }
    const cron = fields.join(' ');
    if (!isCron(cron)) return undefined;
    return { interval: base.interval, cron, floating: !['hourly', 'daily'].includes(period) && on === undefined };
  }
  if (!/^[\d*]/.test(text)) return undefined;
  try {
    return { interval: longestGap(text), cron: text, floating: false };
  } catch {
    return undefined;
  }
}

/** Whether the hour, day and month are ones that exist. */
function isCron(cron: string): boolean {
  try {
    return Boolean(new Cron(cron));
  } catch {
    return false;
  }
}

/** The longest gap of a cron expression over the 400 days after a fixed Monday, in minutes. */
function longestGap(cron: string): number {
  const start = Date.UTC(2024, 0, 1);
  const end = start + 400 * 86_400_000;
  const job = new Cron(cron, { timezone: 'UTC' });
  let previous = job.nextRun(new Date(start));
  let longest = 0;
  for (let count = 0; previous && previous.getTime() < end && count < 2000; count += 1) {
    const next = job.nextRun(previous);
    if (!next) break;
    longest = Math.max(longest, (next.getTime() - previous.getTime()) / 60_000);
    previous = next;
  }
  return longest;
}

/** Occurrences from one instant to another, in a named zone. Nothing for what has no date of its own. */
export function occurrences(recurrence: Recurrence, from: Date, to: Date, timeZone: string): Date[] {
  if (recurrence.cron === undefined) return [];
  const job = new Cron(recurrence.cron, { timezone: timeZone });
  const found: Date[] = [];
  for (let next = job.nextRun(new Date(from.getTime() - 1)); next && next <= to && found.length < 1000; next = job.nextRun(next)) found.push(next);
  return found;
}
