/**
 * Who can be called now, by the clock of the service and not of the reader. A region `[data-zone]` (IANA name) holds
 * `time[data-clock]`, day and hour of the service. With `[data-call]`, the address of a file of hours (views/call-now.ts),
 * it also holds:
 *
 * - `[data-role]` in lists: `off` where the role is away, said in its `[data-state]` with `data-word-open`, `-closed` ({at}) or
 *   `-shut` (no hours to come);
 * - `[data-nobody]` in a list: shown where every role of the list is away, with who comes next in its `[data-next]`;
 * - radios with the values `now`, `night` and `day`: another moment than now.
 */
import { intervalAt, type CallHours } from './open-hours.ts';

const REFRESH_MS = 30_000;

export function enableCallNow(): void {
  for (const region of document.querySelectorAll<HTMLElement>('[data-zone]')) void follow(region);
}

async function follow(region: HTMLElement): Promise<void> {
  const zone = region.dataset.zone || 'UTC';
  const address = region.dataset.call;
  let hours: CallHours | undefined;
  const draw = (): void => {
    drawClock(region, zone);
    if (hours) drawRoles(region, hours, momentOf(region, hours));
  };
  draw();
  setInterval(draw, REFRESH_MS);
  if (!address) return;
  region.addEventListener('change', draw);
  try {
    const answer = await fetch(address);
    if (answer.ok) hours = (await answer.json()) as CallHours;
  } catch {
    // Hours could not be read: everybody stays listed with their hours in words.
  }
  draw();
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const nowInMinutes = (): number => Math.floor(Date.now() / 60_000);

function momentOf(region: HTMLElement, { samples }: CallHours): number {
  const slot = region.querySelector<HTMLInputElement>('input[value="night"]:checked, input[value="day"]:checked')?.value;
  return (slot === 'night' ? samples.night : slot === 'day' ? samples.day : undefined) ?? nowInMinutes();
}

function drawClock(region: HTMLElement, zone: string): void {
  const now = new Date();
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  for (const time of region.querySelectorAll<HTMLTimeElement>('time[data-clock]')) {
    time.dateTime = now.toISOString();
    time.textContent = format.format(now);
  }
}

function drawRoles(region: HTMLElement, hours: CallHours, at: number): void {
  const { wordOpen = '', wordClosed = '', wordShut = '' } = region.dataset;
  const opening = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: hours.zone, weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const when = (minute: number): string => opening.format(minute * 60_000);
  for (const list of region.querySelectorAll<HTMLElement>('ol')) {
    let number = 0;
    let next: { title: string; at: number } | undefined;
    for (const item of list.querySelectorAll<HTMLElement>('[data-role]')) {
      const found = intervalAt(hours, item.dataset.role ?? '', at);
      const away = found !== undefined && !found.open;
      item.classList.toggle('off', away);
      const badge = item.querySelector('.n');
      if (badge) badge.textContent = away ? '–' : String((number += 1));
      const state = item.querySelector('[data-state]');
      if (state && found) state.textContent = found.open ? wordOpen : found.next === undefined ? wordShut : wordClosed.replace('{at}', when(found.next));
      if (away && found.next !== undefined && found.next < (next?.at ?? Infinity)) next = { title: item.querySelector('b')?.textContent ?? '', at: found.next };
    }
    const nobody = list.querySelector<HTMLElement>('[data-nobody]');
    if (!nobody) continue;
    nobody.hidden = number > 0;
    const coming = nobody.querySelector('[data-next]');
    if (coming) coming.textContent = next ? `${next.title}, ${lowerFirst(wordClosed).replace('{at}', when(next.at))}.` : '';
  }
}
