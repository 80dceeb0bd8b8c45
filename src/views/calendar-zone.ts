import { wallClock } from '../model/zoned-time.ts';

const HOUR = 3_600_000;

/** Minutes that a zone is ahead of UTC at an instant. */
const offsetAt = (instant: number, timeZone: string): number => Math.round((wallClock(new Date(instant), timeZone).getTime() - instant) / 60_000);

const two = (number: number): string => String(number).padStart(2, '0');
const offsetText = (minutes: number): string => `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
const localText = (wall: number): string => new Date(wall).toISOString().replace(/[-:]|\.\d+Z/g, '');

/** The hour after which a zone has another offset, between two instants that differ. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const before = offsetAt(from, timeZone);
  let [low, high] = [from, to];
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** A zone as RFC 5545 describes it, with each of its changes between two days: every client knows it then, whatever zones it has of its own. */
export function timeZoneText(timeZone: string, first: string, last: string): string {
  const [from, to] = [Date.parse(`${first}T00:00:00Z`) - 24 * HOUR, Date.parse(`${last}T00:00:00Z`) + 48 * HOUR];
  const changes: { readonly at: number; readonly before: number; readonly after: number }[] = [{ at: from, before: offsetAt(from, timeZone), after: offsetAt(from, timeZone) }];
  for (let day = from; day < to; day += 24 * HOUR) {
    const [before, after] = [offsetAt(day, timeZone), offsetAt(day + 24 * HOUR, timeZone)];
    if (before !== after) changes.push({ at: changeBetween(day, day + 24 * HOUR, timeZone), before, after });
  }
  const standard = Math.min(...changes.map(({ after }) => after));
  const parts = changes.map(({ at, before, after }) => {
    const name = after > standard ? 'DAYLIGHT' : 'STANDARD';
    // The hour of a change is that of the clock before it.
    return [`BEGIN:${name}`, `DTSTART:${localText(at + before * 60_000)}`, `TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`, `END:${name}`].join('\r\n');
  });
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts, 'END:VTIMEZONE'].join('\r\n');
}
