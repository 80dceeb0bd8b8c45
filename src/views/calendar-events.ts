import { agendaOf, type AgendaKind } from '../model/agenda.ts';
import type { AnyRecord, WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

/** A whole day of the calendar that people subscribe to. */
export interface CalendarEvent {
  /** The same for the same occurrence in every build: a new import updates and does not double. */
  readonly uid: string;
  readonly kind: AgendaKind | 'acceptance' | 'waiver';
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly system: string;
  readonly systemTitle: string;
  readonly owner?: string | undefined;
  readonly rhythm?: string | undefined;
  readonly late: boolean;
  /** Only the month or the quarter is known. */
  readonly floating: boolean;
  readonly record?: AnyRecord | undefined;
  readonly document: WikiDocument;
}

/** What people put in their calendar: maintenance, drills, rotations, reviews, due actions, and what expires. Machine jobs and weekly rounds stay out. */
export function calendarEvents(wiki: Wiki): CalendarEvent[] {
  return wiki.systems
    .flatMap(({ id, title: systemTitle }): CalendarEvent[] => {
      const agenda = agendaOf(wiki, id)
        .filter(({ kind }) => kind !== 'job')
        .flatMap((entry): CalendarEvent[] => {
          const { kind, title, owner, record, document, floating } = entry;
          const source = kind === 'secret-rotation' ? title : (record?.id ?? document.file);
          const days = entry.late === undefined || entry.due === undefined ? entry.dates : [entry.due, ...entry.dates];
          return days.map((day) => ({ uid: `${id}/${kind}/${source}/${day}`, kind, day, title, system: id, systemTitle, owner, rhythm: entry.rhythm === undefined ? undefined : String(entry.rhythm), late: day < wiki.asOf, floating, record, document }));
        });
      const acceptances = wiki.all('risk', id).flatMap((risk): CalendarEvent[] => {
        const { acceptance } = risk.value;
        return acceptance?.expires === undefined ? [] : [{ uid: `${id}/acceptance/${risk.id}/${acceptance.expires}`, kind: 'acceptance', day: acceptance.expires, title: risk.title, system: id, systemTitle, owner: acceptance.by, late: acceptance.expires < wiki.asOf, floating: false, record: risk, document: risk.document }];
      });
      const waivers = wiki.documents
        .filter((document) => document.system === id)
        .flatMap((document) => document.value.waivers.map((waiver): CalendarEvent => ({ uid: `${id}/waiver/${document.file}/${waiver.rule}/${waiver.record ?? ''}/${waiver.until}`, kind: 'waiver', day: waiver.until, title: `${waiver.rule}, ${waiver.record ?? document.title}`, system: id, systemTitle, owner: waiver.by, late: waiver.until < wiki.asOf, floating: false, document })));
      return [...agenda, ...acceptances, ...waivers];
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.uid.localeCompare(b.uid, 'en'));
}
