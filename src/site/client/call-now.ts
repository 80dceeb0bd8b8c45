/**
 * Who can be called now, by the clock of the service and not of the reader. A region `[data-zone]` (IANA name) holds
 * `time[data-clock]`, day and hour of the service, and `[data-here]`, the hour of the device where it differs. With `[data-call]`,
 * the address of a file of hours (views/call-now.ts), it also holds:
 *
 * - lists with `[data-role]` items: `off` and last where the role is away, `callfirst` for the first to call, said in its `[data-state]` with
 *   `data-word-open`, `-until` ({at}), `-closed` ({at}), `-shut` (no hours to come) or `-beyond` (hours not known so far). An item
 *   `[data-for]` stands in for another role and is hidden while that one is there;
 * - `[data-nobody]` in a list: shown where every role of the list is away, with who comes next in its `[data-next]` and who is there for
 *   another `[data-case]` in its `[data-elsewhere]` (`data-word-elsewhere`: {who}, {case});
 * - `a[data-there]`, a call: it leads to its `data-away` where nobody is there, and the region is `away`;
 * - `[data-beyond]`, `[data-before]`, `[data-unread]`: shown where hours are not known that far, not known yet, or could not be read;
 * - `data-hours`, which becomes `read` or `unread`;
 * - radios with the values `now`, `night` and `day`: another moment than now.
 *
 * `[data-old]` anywhere says how old the version is, with `{date}` and `{days}`, from a week on.
 */
import { sameClock, zoneName } from '../../words/zones.ts';
import { isBeyond, presenceAt, type CallHours } from './open-hours.ts';

const REFRESH_MS = 30_000;
const DAY_MINUTES = 1440;
/** Days from which hours may have changed since. */
const OLD_DAYS = 7;

export function enableCallNow(): void {
  for (const region of document.querySelectorAll<HTMLElement>('[data-zone]')) void follow(region);
  sayAge();
}

async function follow(region: HTMLElement): Promise<void> {
  const zone = region.dataset.zone || 'UTC';
  const address = region.dataset.call;
  let hours: CallHours | undefined;
  const draw = (): void => {
    const at = momentOf(region, hours);
    drawClock(region, zone, at);
    if (hours) drawRoles(region, hours, at);
  };
  draw();
  setInterval(draw, REFRESH_MS);
  document.addEventListener('visibilitychange', draw);
  if (!address) return;
  region.addEventListener('change', draw);
  try {
    const answer = await fetch(address);
    if (answer.ok) hours = (await answer.json()) as CallHours;
  } catch {
    // Said below: everybody stays listed with their hours in words.
  }
  region.dataset.hours = hours ? 'read' : 'unread';
  show(region, 'unread', hours === undefined);
  draw();
}

const lang = (): string => document.documentElement.lang;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function show(region: HTMLElement, name: 'unread' | 'beyond' | 'before', on: boolean): void {
  for (const note of region.querySelectorAll<HTMLElement>(`[data-${name}]`)) note.hidden = !on;
}

/** Minutes since the epoch. */
function momentOf(region: HTMLElement, hours: CallHours | undefined): number {
  const slot = region.querySelector<HTMLInputElement>('input[value="night"]:checked, input[value="day"]:checked')?.value;
  return (slot === 'night' ? hours?.samples.night : slot === 'day' ? hours?.samples.day : undefined) ?? Math.floor(Date.now() / 60_000);
}

function drawClock(region: HTMLElement, zone: string, at: number): void {
  const moment = new Date(at * 60_000);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const same = sameClock(zone, own, moment);
  const said = new Intl.DateTimeFormat(lang(), { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
  for (const time of region.querySelectorAll<HTMLTimeElement>('time[data-clock]')) {
    time.dateTime = moment.toISOString();
    time.textContent = same ? said : `${said}, ${zoneName(zone, lang())}`;
  }
  for (const here of region.querySelectorAll<HTMLElement>('[data-here]')) {
    here.textContent = same ? '' : (here.dataset.here ?? '').replace('{time}', new Intl.DateTimeFormat(lang(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment));
  }
}

/** A minute to come, with the day that it falls on; a day of the week names no day a week ahead. `bare` leaves out the day where it is today. */
function sayer(zone: string, now: number): (minute: number, bare?: boolean) => string {
  const format = (options: Intl.DateTimeFormatOptions, minute: number): string => new Intl.DateTimeFormat(lang(), { timeZone: zone, ...options }).format(minute * 60_000);
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return (minute, bare = false) => {
    if (bare && format(day, minute) === format(day, now)) return format(time, minute);
    return format({ ...time, weekday: 'long', ...(minute - now < 6 * DAY_MINUTES ? {} : day) }, minute);
  };
}

function drawRoles(region: HTMLElement, hours: CallHours, at: number): void {
  const lists = [...region.querySelectorAll<HTMLElement>('ol')].filter((list) => list.querySelector('[data-role]'));
  const beyond = lists.some((list) => rolesOf(list).some(({ dataset }) => isBeyond(hours, dataset.role ?? '', at)));
  show(region, 'beyond', beyond && at >= hours.to);
  show(region, 'before', beyond && at < hours.from);
  const leads = lists.map((list) => drawList(list, hours, at, region.dataset));
  const away = leads.every((lead) => lead === undefined);
  region.classList.toggle('away', away);
  for (const link of region.querySelectorAll<HTMLAnchorElement>('a[data-there]')) link.href = (away ? link.dataset.away : link.dataset.there) ?? '';
  for (const [index, list] of lists.entries()) {
    const elsewhere = list.querySelector<HTMLElement>('[data-elsewhere]');
    const other = leads[index] === undefined ? leads.findIndex((lead) => lead !== undefined) : -1;
    if (elsewhere) elsewhere.textContent = other < 0 ? '' : (region.dataset.wordElsewhere ?? '').replace('{who}', leads[other] ?? '').replace('{case}', lists[other]?.dataset.case ?? '');
  }
}

const rolesOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-role]')];
const nameOf = (item: HTMLElement): string => item.querySelector('b')?.textContent ?? '';

/** Draws one list and names the first to call, if there is anybody. */
function drawList(list: HTMLElement, hours: CallHours, at: number, { wordOpen = '', wordUntil = '', wordClosed = '', wordShut = '', wordBeyond = '' }: DOMStringMap): string | undefined {
  const say = sayer(hours.zone, at);
  const items = rolesOf(list);
  for (const [index, item] of items.entries()) item.dataset.order ??= String(index);
  items.sort((a, b) => Number(a.dataset.order) - Number(b.dataset.order));
  const there: HTMLElement[] = [];
  const away: HTMLElement[] = [];
  let next: { title: string; at: number } | undefined;
  for (const item of items) {
    const found = presenceAt(hours, item.dataset.role ?? '', at);
    const spared = item.dataset.for !== undefined && presenceAt(hours, item.dataset.for, at)?.open === true;
    item.hidden = spared;
    const off = found?.open === false;
    item.classList.toggle('off', off);
    (off ? away : there).push(item);
    const state = item.querySelector('[data-state]');
    if (state) {
      state.textContent =
        found === undefined
          ? isBeyond(hours, item.dataset.role ?? '', at)
            ? wordBeyond
            : ''
          : found.open
            ? found.until === undefined || found.until - at > DAY_MINUTES
              ? wordOpen
              : wordUntil.replace('{at}', say(found.until, true))
            : found.next === undefined
              ? wordShut
              : wordClosed.replace('{at}', say(found.next));
    }
    if (!spared && found?.open === false && found.next !== undefined && found.next < (next?.at ?? Infinity)) next = { title: nameOf(item), at: found.next };
  }
  const shown = there.filter((item) => !item.hidden);
  for (const item of items) {
    item.classList.toggle('callfirst', item === shown[0]);
    const badge = item.querySelector('.n');
    if (badge) badge.textContent = shown.includes(item) ? String(shown.indexOf(item) + 1) : '–';
  }
  const nobody = list.querySelector<HTMLElement>('[data-nobody]');
  // Read in the order of the calls, by eyes and by voice.
  const order = [...there, ...(nobody ? [nobody] : []), ...away];
  if (order.some((item, index) => item !== list.children[index])) list.prepend(...order);
  if (nobody) {
    nobody.hidden = shown.length > 0;
    const coming = nobody.querySelector('[data-next]');
    if (coming) coming.textContent = next ? `${next.title}, ${lowerFirst(wordClosed).replace('{at}', say(next.at))}.` : '';
  }
  return shown[0] && nameOf(shown[0]);
}

/** Says that the version is old: those who answer may have changed since. */
function sayAge(): void {
  const built = new Date(document.querySelector<HTMLMetaElement>('meta[name="site-version"]')?.content.split(' ')[1] ?? '');
  const days = Math.floor((Date.now() - built.getTime()) / (DAY_MINUTES * 60_000));
  for (const note of document.querySelectorAll<HTMLElement>('[data-old]')) {
    note.hidden = !(days >= OLD_DAYS);
    const date = note.hidden ? '' : new Intl.DateTimeFormat(lang(), { dateStyle: 'long' }).format(built);
    note.textContent = note.hidden ? '' : (note.dataset.old ?? '').replace('{date}', date).replace('{days}', new Intl.NumberFormat(lang(), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days));
  }
}
