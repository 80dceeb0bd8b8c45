/**
 * Who can be called now, by the clock of the service and not of the reader. A region `[data-zone]` (IANA name) holds:
 *
 * - `[data-week="540-1080 1980-2520"]`: minutes since Monday 00:00. A radio is checked when now is inside; any other element is
 *   shown, else hidden.
 * - `[data-week]` without a value: what holds when none of its siblings of the same `data-slot` (or of the region) does.
 * - `time[data-clock]`: day and hour of the service, written here.
 * - `data-closed="2026-05-01 …"` on the region: days on which no range holds.
 */
import { isInWeek, weekMinute } from './week.ts';

const REFRESH_MS = 30_000;

export function enableCallNow(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-zone]')];
  for (const region of regions) place(region, true);
  // The reader's choice of a slot is theirs; only what is shown by itself follows the clock.
  if (regions.length > 0) setInterval(() => regions.forEach((region) => place(region, false)), REFRESH_MS);
}

function place(region: HTMLElement, choose: boolean): void {
  const zone = region.dataset.zone || 'UTC';
  const now = new Date();
  const { minute, day } = weekMinute(now, zone);
  const closed = (region.dataset.closed ?? '').split(/\s+/).includes(day);

  const slots = new Map<string, HTMLElement[]>();
  for (const item of region.querySelectorAll<HTMLElement>('[data-week]')) {
    const slot = item.dataset.slot ?? '';
    slots.set(slot, [...(slots.get(slot) ?? []), item]);
  }
  for (const items of slots.values()) {
    const holds = (item: HTMLElement): boolean => !closed && isInWeek(item.dataset.week ?? '', minute);
    const any = items.some(holds);
    for (const item of items) {
      const on = item.dataset.week ? holds(item) : !any;
      if (!(item instanceof HTMLInputElement)) item.hidden = !on;
      else if (choose && on) item.checked = true;
    }
  }

  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  for (const time of region.querySelectorAll<HTMLTimeElement>('time[data-clock]')) {
    time.dateTime = now.toISOString();
    time.textContent = clock.format(now);
  }
}
