const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as `24:07` or `1:04:07`; the sign is the caller's. */
export function clock(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const hours = whole >= 3600 ? `${Math.floor(whole / 3600)}:` : '';
  return `${hours}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** The same where room is short: `1h04` from an hour on. */
export function shortClock(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  return whole >= 3600 ? `${Math.floor(whole / 3600)}h${two(Math.floor(whole / 60) % 60)}` : clock(whole);
}
