import { addDuration, daysBetween, minutes } from './duration.ts';
import { occurrences, parseRecurrence } from './recurrence.ts';
import { documentReview } from './review-due.ts';
import { exercisesOf, restoresOf } from './exercises.ts';
import type { AnyRecord, RecordOf, WikiDocument } from './records.ts';
import type { Wiki } from './wiki.ts';
import { instantOf, wallClock } from './zoned-time.ts';

/** What a date is for. The first five are kinds of scheduled activity; the others come from the records that ask for them. */
export type AgendaKind = RecordOf<'activity'>['value']['kind'] | 'document-review' | 'runbook-test' | 'restore-test' | 'secret-rotation' | 'action';

/** Something that comes back, or that is due once. Days are YYYY-MM-DD in the system's zone. */
export interface AgendaEntry {
  readonly kind: AgendaKind;
  readonly system: string;
  readonly title: string;
  /** Where it is written. */
  readonly record?: AnyRecord | undefined;
  readonly document: WikiDocument;
  readonly owner?: string | undefined;
  /** As written: `monthly`, `90 d`. */
  readonly rhythm?: string | 0 | undefined;
  /** Comes back every week or more often: it has a rhythm rather than dates. */
  readonly frequent: boolean;
  /** Days of the next twelve months. */
  readonly dates: readonly string[];
  /** Only the month or the quarter is known: the day is that of its beginning. */
  readonly floating: boolean;
  /** Day it was last done. */
  readonly last?: string | undefined;
  /** Day that the last one asks for; past where it is late. */
  readonly due?: string | undefined;
  /** Days since `due`, where it is past. */
  readonly late?: number | undefined;
}

const WEEK = 10_080;
const HORIZON = '1 y';

const dayIn = (instant: Date, timeZone: string): string => wallClock(instant, timeZone).toISOString().slice(0, 10);

/** Days of a rhythm that starts from a day: `90 d` after the last one, again and again. */
function daysFrom(last: string, every: string | 0, from: string, to: string): string[] {
  const found: string[] = [];
  if ((minutes(every) ?? 0) < 1440) return found;
  for (let next = addDuration(last, every); next !== undefined && next <= to && found.length < 400; next = addDuration(next, every)) if (next >= from) found.push(next);
  return found;
}

/** When a schedule comes back, held against its last time. */
export function timesOf(rhythm: string | 0 | undefined, last: string | undefined, asOf: string, timeZone: string): Pick<AgendaEntry, 'dates' | 'floating' | 'frequent' | 'due' | 'late'> {
  const to = addDuration(asOf, HORIZON) ?? asOf;
  const recurrence = typeof rhythm === 'string' ? (parseRecurrence(rhythm) ?? parseRecurrence(`every ${rhythm}`)) : undefined;
  if (!recurrence) return { dates: [], floating: false, frequent: false };
  const frequent = recurrence.interval <= WEEK;
  const every = typeof rhythm === 'string' ? rhythm.replace(/^every\s+/, '') : '';
  const due = last === undefined || frequent ? undefined : (addDuration(last, every) ?? addDuration(last, `${Math.round(recurrence.interval / 1440)} d`));
  const late = due !== undefined && due < asOf ? daysBetween(due, asOf) : undefined;
  if (frequent) return { dates: [], floating: false, frequent, due, late };
  if (recurrence.cron === undefined) return { dates: last === undefined || late !== undefined ? [] : daysFrom(last, every, asOf, to), floating: false, frequent, due, late };
  const bounds = [asOf, to].map((day) => instantOf(new Date(`${day}T00:00:00Z`), timeZone)) as [Date, Date];
  const dates = occurrences(recurrence, ...bounds, timeZone).map((date) => dayIn(date, timeZone));
  return { dates: [...new Set(dates)], floating: recurrence.floating, frequent, due, late };
}

const DONE = ['done', 'cancelled'];

const agendas = new WeakMap<Wiki, Map<string, readonly AgendaEntry[]>>();

/** All that a system must do and when: its schedule, and what its records ask for (reviews, tests, rotations, actions). Worked out once a wiki: every runbook’s page looks into it. */
export function agendaOf(wiki: Wiki, system: string): readonly AgendaEntry[] {
  let known = agendas.get(wiki);
  if (!known) agendas.set(wiki, (known = new Map<string, readonly AgendaEntry[]>()));
  let agenda = known.get(system);
  if (!agenda) known.set(system, (agenda = readAgenda(wiki, system)));
  return agenda;
}

function readAgenda(wiki: Wiki, system: string): AgendaEntry[] {
  const { asOf } = wiki;
  const { timeZone } = wiki.clockOf(system);
  const from = (record: AnyRecord): Pick<AgendaEntry, 'record' | 'document' | 'system'> => ({ record, document: record.document, system });

  const activities = wiki.all('activity', system).map((activity): AgendaEntry => {
    const { kind, schedule, last, owner } = activity.value;
    const zone = (activity.document as WikiDocument<'schedule'>).value.time_zone ?? timeZone;
    return { ...from(activity), kind, title: activity.title, owner, rhythm: schedule, last: last?.on, ...timesOf(schedule, last?.on, asOf, zone) };
  });

  const asked = (kind: AgendaKind, record: AnyRecord, every: string | 0, last: string | undefined): AgendaEntry => ({
    ...from(record),
    kind,
    title: record.title,
    owner: (record.value as { owner?: string }).owner,
    rhythm: every,
    last,
    ...timesOf(every, last, asOf, timeZone),
  });
  const tests = wiki.all('runbook', system).flatMap((runbook) => (runbook.value.test_every === undefined ? [] : [asked('runbook-test', runbook, runbook.value.test_every, exercisesOf(wiki, runbook)[0]?.on)]));
  const restores = wiki.all('backup', system).flatMap((backup) => (backup.value.restore_test?.every === undefined ? [] : [asked('restore-test', backup, backup.value.restore_test.every, restoresOf(wiki, backup)[0]?.on)]));
  const owner = wiki.systems.find(({ id }) => id === system)?.record;
  const scheduled = new Set(wiki.all('activity', system).map(({ value }) => value.secret));
  const secrets = (owner?.value.secrets ?? []).flatMap(({ name, rotate, last_rotated, owner: who }) =>
    owner === undefined || rotate === undefined || rotate === 'never' || rotate === 'on compromise' || rotate === 'on departure' || scheduled.has(name) ? [] : [{ ...asked('secret-rotation', owner, rotate, last_rotated), title: name, owner: who }],
  );
  const reviews = wiki.documents
    .filter((document) => document.system === system)
    .flatMap((document): AgendaEntry[] => {
      const review = documentReview(document);
      if (!review) return [];
      return [{ kind: 'document-review', system, document, title: document.title, owner: document.value.owner, rhythm: review.every, last: review.last, ...timesOf(review.every, review.last, asOf, timeZone) }];
    });
  const actions = wiki.all('action', system).flatMap((action): AgendaEntry[] => {
    const { due, state, owner: who } = action.value;
    if (due === undefined || DONE.includes(state)) return [];
    const late = due < asOf ? daysBetween(due, asOf) : undefined;
    return [{ ...from(action), kind: 'action', title: action.title, owner: who, frequent: false, floating: false, dates: late === undefined ? [due] : [], due, late }];
  });
  return [...activities, ...tests, ...restores, ...secrets, ...reviews, ...actions];
}

/** The next day of an entry, or its day past where it is late. */
export const nextDay = ({ dates, due, late }: AgendaEntry): string | undefined => (late === undefined ? dates[0] : due);
