/** A day of summer in half of the world: where clocks change, names without a season are asked for in one. */
const SUMMER = Date.UTC(2026, 6, 1);

/** A zone as people call it, whatever the season: « heure d’Europe centrale ». Shared with client/call-now.ts. */
export function zoneName(timeZone: string, lang: string): string {
  const part = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(SUMMER).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? timeZone;
}

/** Whether two zones show the same clock at a moment. */
export function sameClock(one: string, other: string, at: Date): boolean {
  const clock = (timeZone: string): string => new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return clock(one) === clock(other);
}
