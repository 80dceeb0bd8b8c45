import { availabilityProblem } from '../../model/availability.ts';
import type { Problem } from '../../model/problem.ts';
import type { AnyRecord } from '../../model/records.ts';
import { parseRecurrence } from '../../model/recurrence.ts';
import type { Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

const SCHEDULE: Text = {
  en: 'Write daily at 03:00, weekly on sunday at 03:00, every 30 min, monthly, quarterly, half-yearly, yearly in october, continuous, or a cron expression.',
  fr: 'Écrire daily at 03:00, weekly on sunday at 03:00, every 30 min, monthly, quarterly, half-yearly, yearly in october, continuous, ou une expression cron.',
};
const HOURS: Text = {
  en: 'Write opening hours as OpenStreetMap does: 24/7, or Mo-Fr 09:00-18:00; PH off.',
  fr: 'Écrire les horaires comme OpenStreetMap : 24/7, ou Mo-Fr 09:00-18:00; PH off.',
};
const ZONE: Text = { en: 'Write an IANA name, such as Europe/Paris.', fr: 'Écrire un nom de l’IANA, comme Europe/Paris.' };

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

function* valuesOf(record: AnyRecord): Generator<Problem> {
  const value = record.value as { schedule?: unknown; availability?: unknown; hours?: unknown; time_zone?: unknown };
  const problem = (field: string, what: Text, fix: Text): Problem => ({ what: { en: `${record.id}: ${what.en}`, fr: `${record.id} : ${what.fr}` }, place: record.placeOf(field), record: record.key, fix });
  const { schedule, time_zone: zone } = value;
  if (typeof schedule === 'string' && !parseRecurrence(schedule)) yield problem('schedule', { en: `the schedule “${schedule}” cannot be read`, fr: `la récurrence « ${schedule} » est illisible` }, SCHEDULE);
  for (const field of ['availability', 'hours'] as const) {
    const hours = value[field];
    const because = typeof hours === 'string' ? availabilityProblem(hours) : undefined;
    // The reason is the library’s, in English only.
    if (because !== undefined) yield problem(field, { en: `the hours “${String(hours)}” cannot be read (${because})`, fr: `les horaires « ${String(hours)} » sont illisibles` }, HOURS);
  }
  if (typeof zone === 'string' && !isZone(zone)) yield problem('time_zone', { en: `there is no time zone “${zone}”`, fr: `le fuseau horaire « ${zone} » n’existe pas` }, ZONE);
}

/** Schedules, hours and zones are text that the model parses: what it cannot parse says nothing to the calendar, the call page or the other rules. */
export const contentValue: Rule = {
  id: 'content/value',
  title: { en: 'Hours or schedule that cannot be read', fr: 'Horaire ou récurrence illisible' },
  severity: 'error',
  why: {
    en: 'A schedule or an availability that cannot be read is silently missing from the calendar, the call page and every check on time.',
    fr: 'Un horaire ou une récurrence illisible disparaît sans bruit du calendrier, de la page d’appel et de tous les contrôles de temps.',
  },
  fix: {
    en: 'Write the value in the form shown.',
    fr: 'Écrire la valeur sous la forme montrée.',
  },
  locked: true,

  *find(wiki) {
    for (const record of wiki.records.values()) yield* valuesOf(record);
  },
};
