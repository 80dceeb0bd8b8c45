import { agendaOf, type AgendaEntry, type AgendaKind } from '../model/agenda.ts';
import { minutes } from '../model/duration.ts';
import type { AnyRecord, RiskRecord, WikiDocument } from '../model/records.ts';
import { parseRecurrence } from '../model/recurrence.ts';
import { riskReview } from '../model/review-due.ts';
import type { Wiki } from '../model/wiki.ts';

/** A day, or an hour of a day, of the calendar that people subscribe to. */
export interface CalendarEvent {
  /** The same for the same occurrence in every build, whatever day it moves to: a new import updates and does not double. */
  readonly uid: string;
  readonly kind: AgendaKind | 'acceptance' | 'waiver' | 'risk-review';
  /** YYYY-MM-DD in `timeZone`. */
  readonly day: string;
  /** HH:MM where the schedule says when; else the whole day. */
  readonly time?: string | undefined;
  /** How long it is planned to take, in minutes. */
  readonly lasts?: number | undefined;
  readonly timeZone: string;
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
  /** For the review of a register: the risks that are due on that day. */
  readonly risks?: readonly string[] | undefined;
}

const MONTH = 28 * 1440;

interface Rhythm {
  /** It follows the calendar, not the last time. */
  readonly fixed: boolean;
  /** Comes once a month at most: the month names the occurrence. */
  readonly monthly: boolean;
  readonly time?: string | undefined;
}

/** What a schedule says of its occurrences beside their days. */
function rhythmOf(rhythm: string | 0 | undefined): Rhythm {
  const recurrence = typeof rhythm === 'string' ? parseRecurrence(rhythm) : undefined;
  const [minute = '', hour = ''] = recurrence?.cron?.split(' ') ?? [];
  const says = typeof rhythm === 'string' && (/\bat \d{1,2}:\d{2}$/i.test(rhythm.trim()) || /^[\d*]/.test(rhythm.trim()));
  const time = says && /^\d+$/.test(minute) && /^\d+$/.test(hour) ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : undefined;
  return { fixed: recurrence?.cron !== undefined, monthly: (recurrence?.interval ?? 0) >= MONTH, time };
}

/** Days of an entry with the name of each occurrence: its period where the calendar gives it, else its number after the last time. */
function occurrencesOf({ dates, due, late, rhythm }: AgendaEntry): { readonly name: string; readonly day: string }[] {
  const { fixed, monthly } = rhythmOf(rhythm);
  const overdue = late === undefined || due === undefined ? [] : [{ name: '/due', day: due }];
  if (rhythm === undefined) return [...overdue, ...dates.map((day) => ({ name: '/due', day }))];
  if (fixed) return [...overdue, ...dates.map((day) => ({ name: `/${monthly ? day.slice(0, 7) : day}`, day }))];
  return [...overdue.map(({ day }) => day), ...dates].map((day, index) => ({ name: index === 0 ? '/due' : `/${index + 1}`, day }));
}

type Where = Pick<CalendarEvent, 'system' | 'systemTitle' | 'timeZone'>;

function agendaEvents(wiki: Wiki, where: Where): CalendarEvent[] {
  const { system, timeZone } = where;
  return agendaOf(wiki, system)
    .filter(({ kind }) => kind !== 'job')
    .flatMap((entry): CalendarEvent[] => {
      const { kind, title, owner, record, document, floating } = entry;
      const source = kind === 'secret-rotation' ? title : (record?.id ?? document.file);
      const activity = record?.kind === 'activity' ? (record) : undefined;
      const zone = activity ? ((document as WikiDocument<'schedule'>).value.time_zone ?? timeZone) : timeZone;
      const { time } = rhythmOf(entry.rhythm);
      return occurrencesOf(entry).map(({ name, day }) => ({ ...where, uid: `${system}/${kind}/${source}${name}`, kind, day, time, lasts: time === undefined ? undefined : minutes(activity?.value.duration), timeZone: zone, title, owner, rhythm: entry.rhythm === undefined ? undefined : String(entry.rhythm), late: day < wiki.asOf, floating, record, document }));
    });
}

/** When registers are reviewed: one event for the risks of a register that are due on one day. */
function riskReviews(wiki: Wiki, where: Where): CalendarEvent[] {
  const due = wiki.all('risk', where.system).flatMap((risk: RiskRecord) => {
    const review = riskReview(risk);
    return review?.due === undefined || !risk.register ? [] : [{ risk, register: risk.register, every: String(review.every), day: review.due }];
  });
  const groups = Map.groupBy(due, ({ register, every, day }) => `${register.id}/${every}/${day}`);
  return [...groups.values()].flatMap((group): CalendarEvent[] => {
    const [first] = group;
    if (!first) return [];
    const { register, every, day } = first;
    // Risks of one rhythm are reviewed together; those that were reviewed apart have a name of their own.
    const apart = new Set(due.filter((other) => other.register.key === register.key && other.every === every).map((other) => other.day)).size > 1;
    return [{ ...where, uid: `${where.system}/risk-review/${register.id}/${every.replaceAll(' ', '')}${apart ? `/${first.risk.id}` : ''}`, kind: 'risk-review', day, title: register.title, owner: register.value.owner, rhythm: every, late: day < wiki.asOf, floating: false, record: register, document: register.document, risks: group.map(({ risk }) => risk.id) }];
  });
}

function expiries(wiki: Wiki, where: Where): CalendarEvent[] {
  const { system } = where;
  const acceptances = wiki.all('risk', system).flatMap((risk): CalendarEvent[] => {
    const { acceptance } = risk.value;
    return acceptance?.expires === undefined ? [] : [{ ...where, uid: `${system}/acceptance/${risk.id}`, kind: 'acceptance', day: acceptance.expires, title: risk.title, owner: acceptance.by, late: acceptance.expires < wiki.asOf, floating: false, record: risk, document: risk.document }];
  });
  const waivers = wiki.documents
    .filter((document) => document.system === system)
    .flatMap((document) => document.value.waivers.map((waiver, index, all): CalendarEvent => {
      const again = all.slice(0, index).filter(({ rule, record }) => rule === waiver.rule && record === waiver.record).length;
      return { ...where, uid: `${system}/waiver/${document.file}/${waiver.rule}/${waiver.record ?? ''}${again === 0 ? '' : `/${again + 1}`}`, kind: 'waiver', day: waiver.until, title: `${waiver.rule}, ${waiver.record ?? document.title}`, owner: waiver.by, late: waiver.until < wiki.asOf, floating: false, document };
    }));
  return [...acceptances, ...waivers];
}

/** What people put in their calendar: maintenance, drills, rotations, reviews, due actions, and what expires. Machine jobs and weekly rounds stay out. */
export function calendarEvents(wiki: Wiki): CalendarEvent[] {
  return wiki.systems
    .flatMap(({ id, title }): CalendarEvent[] => {
      const where: Where = { system: id, systemTitle: title, timeZone: wiki.clockOf(id).timeZone };
      return [...agendaEvents(wiki, where), ...riskReviews(wiki, where), ...expiries(wiki, where)];
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.uid.localeCompare(b.uid, 'en'));
}
