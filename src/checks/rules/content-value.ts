import { availabilityProblem } from '../../model/availability.ts';
import { parseRecurrence } from '../../model/recurrence.ts';
import type { Problem } from '../../model/problem.ts';
import type { AnyRecord } from '../../model/records.ts';
import type { Rule } from '../rule.ts';

const SCHEDULE = 'Write daily at 03:00, weekly on sunday at 03:00, every 30 min, monthly, quarterly, half-yearly, yearly in october, continuous, or a cron expression.';
const HOURS = 'Write opening hours as OpenStreetMap does: 24/7, or Mo-Fr 09:00-18:00; PH off.';

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
  const problem = (field: string, what: string, fix: string): Problem => ({ what: `${record.id}: ${what}`, place: record.placeOf(field), record: record.key, fix });
  if (typeof value.schedule === 'string' && !parseRecurrence(value.schedule)) yield problem('schedule', `the schedule “${value.schedule}” cannot be read`, SCHEDULE);
  for (const field of ['availability', 'hours'] as const) {
    const hours = value[field];
    const because = typeof hours === 'string' ? availabilityProblem(hours) : undefined;
    if (because !== undefined) yield problem(field, `the hours “${String(hours)}” cannot be read (${because})`, HOURS);
  }
  if (typeof value.time_zone === 'string' && !isZone(value.time_zone)) yield problem('time_zone', `there is no time zone “${value.time_zone}”`, 'Write an IANA name, such as Europe/Paris.');
}

/** Schedules, hours and zones are text that the model parses: what it cannot parse says nothing to the calendar, the call page or the other rules. */
export const contentValue: Rule = {
  id: 'content/value',
  severity: 'error',
  why: 'A schedule or an availability that cannot be read is silently missing from the calendar, the call page and every check on time.',
  fix: 'Write the value in the form shown.',
  locked: true,

  *find(wiki) {
    for (const record of wiki.records.values()) yield* valuesOf(record);
  },
};
