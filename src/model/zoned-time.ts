const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    formatters.set(timeZone, found);
  }
  return found;
}

/** The clock on the wall of a zone at an instant, carried in the UTC fields of a Date. */
export function wallClock(instant: Date, timeZone: string): Date {
  const parts = Object.fromEntries(formatter(timeZone).formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  return new Date(Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0, parts['second'] ?? 0));
}

/** The instant at which a zone's wall shows this clock (UTC fields). In a gap of the clock, the instant after it. */
export function instantOf(wall: Date, timeZone: string): Date {
  const first = new Date(wall.getTime() - (wallClock(wall, timeZone).getTime() - wall.getTime()));
  const drift = wallClock(first, timeZone).getTime() - wall.getTime();
  if (drift === 0) return first;
  const second = new Date(first.getTime() - drift);
  return wallClock(second, timeZone).getTime() === wall.getTime() ? second : new Date(Math.max(first.getTime(), second.getTime()));
}
