const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export interface WeekMinute {
  /** Minutes since Monday 00:00 in the zone. */
  minute: number;
  /** Day in the zone, YYYY-MM-DD. */
  day: string;
}

/** Place of a moment in the week of an IANA zone. */
export function weekMinute(at: Date, zone: string): WeekMinute {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  return {
    minute: days.indexOf(part.weekday ?? '') * 1440 + Number(part.hour) * 60 + Number(part.minute),
    day: `${part.year}-${part.month}-${part.day}`,
  };
}

/** Whether `minute` falls in ranges written `540-1080 1980-2520` (start included, end not). */
export function isInWeek(ranges: string, minute: number): boolean {
  return ranges
    .split(/\s+/)
    .filter(Boolean)
    .some((range) => {
      const [from = NaN, to = NaN] = range.split('-').map(Number);
      return minute >= from && minute < to;
    });
}
