import ical from 'ical-generator';
import type { History } from '../model/history.ts';
import type { Wiki } from '../model/wiki.ts';
import { calendarEvents, type CalendarEvent } from './calendar-events.ts';
import { timeZoneText } from './calendar-zone.ts';
import { documentPath, recordPath } from './page-paths.ts';

/** The words of the calendar, in one language. */
export type CalendarWords = (key: 'feed.calendar' | 'feed.owner' | 'feed.rhythm' | 'feed.floating' | 'feed.late' | 'feed.risks' | `feed.${CalendarEvent['kind']}`, params?: Readonly<Record<string, string | number>>) => string;

export interface CalendarOptions {
  readonly say: CalendarWords;
  /** How often, in words: `monthly` → « chaque mois ». */
  readonly schedule: (rhythm: string | 0) => string;
  /** Full address of a page of the site, by its path; nothing where the site has none. */
  readonly address: (path: string) => string | undefined;
}

/** Revisions are counted in minutes from here: a later commit is a later revision, whichever clone it is read from. */
const EPOCH = Date.UTC(2020, 0, 1);

/** The address of pages where the site stands: `https://ops.example/wiki/` for all. */
export const addressAt = (url: string | undefined): CalendarOptions['address'] => (path) => (url === undefined ? undefined : new URL(path.replace(/^\//, ''), url.endsWith('/') ? url : `${url}/`).href);

/** The clock on the wall, in the UTC fields of a Date. */
const wall = (day: string, time = '00:00'): Date => new Date(`${day}T${time}:00Z`);

/** The days of the wiki for a calendar client (RFC 5545): whole days, and hours in their own zone where a schedule has one. */
export function calendarIcs(wiki: Wiki, history: History, { say, schedule, address }: CalendarOptions): string {
  const events = calendarEvents(wiki);
  const days = events.map(({ day }) => day).sort();
  const calendar = ical({ name: say('feed.calendar', { title: wiki.site.title }), prodId: { company: 'Vigie', product: 'Vigie' } });
  calendar.timezone({ name: null, generator: (zone) => timeZoneText(zone, days[0] ?? wiki.asOf, days.at(-1) ?? wiki.asOf) });
  for (const event of events) {
    const changed = Date.parse(history.lastOf.get(event.document.file)?.date ?? '');
    const url = address(event.record ? recordPath(event.record) : documentPath(event.document));
    const start = wall(event.day, event.time);
    calendar.createEvent({
      id: `${event.uid}@vigie`,
      start,
      ...(event.time === undefined ? { allDay: true, end: new Date(start.getTime() + 86_400_000) } : { timezone: event.timeZone, end: new Date(start.getTime() + (event.lasts ?? 0) * 60_000) }),
      // The day of the build, not its second: the same commit gives the same file.
      stamp: wall(wiki.asOf),
      ...(Number.isNaN(changed) ? {} : { lastModified: new Date(changed), sequence: Math.max(0, Math.floor((changed - EPOCH) / 60_000)) }),
      summary: `${say(`feed.${event.kind}`)} · ${event.title} (${event.systemTitle})`,
      description: [
        event.owner === undefined ? '' : say('feed.owner', { owner: wiki.resolveAs('role', event.owner, event.system)?.title ?? event.owner }),
        event.rhythm === undefined ? '' : say('feed.rhythm', { rhythm: schedule(event.rhythm) }),
        event.risks ? say('feed.risks', { risks: event.risks.join(', ') }) : '',
        event.floating ? say('feed.floating') : '',
        event.late ? say('feed.late') : '',
      ]
        .filter((line) => line !== '')
        .join('\n'),
      ...(url === undefined ? {} : { url }),
    });
  }
  return calendar.toString();
}
