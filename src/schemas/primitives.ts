import { z } from 'zod';

/** Permanent name of a record, unique inside its system, never reused: people cite it. */
export const recordId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'letters, digits, dot, dash and underscore only, no space')
  .max(64)
  .describe('Permanent id, unique inside its system and never reused.');

/** A record of this system (`R-T01`) or of another (`bienbon/S1`). Resolved by the model, not here. */
export const reference = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{N}._-]*)?$/u, 'an id, or system/id')
  .describe('Id of a record, or system/id for a record of another system.');

export const references = z.array(reference).describe('Ids of records.');

/** A role's id where one exists, else free text: an accountable person is never named. */
export const roleOrText = z.string().min(1).describe('Role id, or free text.');

export const text = z.string().min(1);

export const isoDate = z.iso.date('a date as YYYY-MM-DD').describe('A date, YYYY-MM-DD.');

/** Whether a day is one of its month and a time one of its day; `Date` would roll them over in silence. */
function isReal(text: string): boolean {
  const [, day = '', hour = '00', minute = '00', second = '00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text) ?? [];
  return z.iso.date().safeParse(day).success && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

export const isoDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/, 'YYYY-MM-DD or YYYY-MM-DDTHH:MM')
  .refine(isReal, 'a day or an hour that does not exist')
  .describe('A date, with a time of day where it is known.');

const DURATION = /^(?:\d+(?:[.,]\d+)?\s*(?:min|h|d|w|mo|y|s)(?:\s*\d+(?:[.,]\d+)?\s*(?:min|h|s))?|\d+(?:[.,]\d+)?\s*business\s+(?:day|hour)s?|P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;

/** `15 min`, `4 h`, `2 h 40 min`, `90 d`, `1 business day`, `PT15M`, or 0. Parsed by model/duration. */
export const duration = z
  .union([z.literal(0), z.string().regex(DURATION, 'a duration such as 15 min, 4 h, 90 d, 1 business day or PT15M')])
  .describe('A duration: 15 min, 4 h, 90 d, 6 mo, 1 y, 1 business day, or ISO 8601 (PT15M).');

export const availability = z
  .string()
  .min(1)
  .describe('Opening hours in OpenStreetMap syntax (24/7, Mo-Fr 09:00-18:00; PH off).');

const HOLIDAY = /^(?:[A-Z]{2}|\d{4}-\d{2}-\d{2})$/;
const isHoliday = (entry: string): boolean => HOLIDAY.test(entry) && (entry.length === 2 || isReal(entry));

export const holidays = z
  .union([
    z.string().refine((entry) => /^[A-Z]{2}$/.test(entry), 'a country as two capital letters (FR)'),
    z
      .array(z.string().refine(isHoliday, 'a country as two capital letters (FR), or a day (2026-03-12)'))
      .min(1)
      .refine((entries) => entries.filter((entry) => entry.length === 2).length < 2, 'one country at most'),
  ])
  .describe('Public holidays, which close PH off hours: a country (FR), days (2026-03-12), or a list of a country and more days.');

export const schedule = z
  .string()
  .min(1)
  .describe('daily at 03:00, weekly on sunday at 03:00, every 30 min, monthly, quarterly, yearly in october, continuous, or cron.');

/** A point of a method's scale, by value (4), id (`high`) or label (`Élevée`). Resolved by the model. */
export const scalePoint = z.union([z.number(), z.string().min(1)]);

export const rating = z
  .strictObject({
    likelihood: scalePoint.describe('A point of the method’s likelihood scale.'),
    impact: scalePoint.describe('A point of the method’s impact scale.'),
  })
  .describe('Likelihood and impact on the scales of the method.');

/** A risk that nobody rated yet is still a record. */
export const ratingOrNone = z.union([rating, z.literal('not-rated')]);

export const money = z.union([z.number(), z.string().min(1)]).describe('An amount, as written (2000 €, 500 €/an, 5 j).');

export const testResult = z.enum(['pass', 'fail', 'partial']);
