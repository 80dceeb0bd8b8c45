import { describe, expect, it } from 'vitest';
import { occurrences, parseRecurrence } from '../../src/model/recurrence.ts';

const DAY = 1440;
const between = (schedule: string, from: string, to: string, timeZone: string): string[] => {
  const recurrence = parseRecurrence(schedule);
  return recurrence ? occurrences(recurrence, new Date(from), new Date(to), timeZone).map((date) => date.toISOString().slice(0, 16)) : [];
};

describe('the longest time between two occurrences', () => {
  it.each([
    ['continuous', 0], ['hourly', 60], ['daily', DAY], ['daily at 03:00', DAY], ['weekly', 7 * DAY], ['weekly on sunday at 03:00', 7 * DAY], ['monthly', 31 * DAY], ['monthly on the 1st', 31 * DAY], ['quarterly', 92 * DAY], ['half-yearly', 184 * DAY], ['yearly in october', 366 * DAY],
    ['every 30 min', 30], ['every 90 d', 90 * DAY], ['0 3 * * *', DAY], ['*/15 * * * *', 15], ['0 9 * * 1-5', 3 * DAY], ['0 0 1 * *', 31 * DAY], ['Daily at 03:00', DAY],
  ])('%s: %s minutes', (schedule, expected) => {
    expect(parseRecurrence(schedule)?.interval).toBe(expected);
  });

  it.each(['', 'sometimes', 'weekly on someday', 'yearly in brumaire', 'every', 'every so often', '99 99 * * *', 'daily at noon', 'daily at 25:00', 'daily at 03:75', 'monthly on the 45th'])('is unknown for “%s”', (schedule) => {
    expect(parseRecurrence(schedule)).toBeUndefined();
  });

  it('says where only the period is known', () => {
    expect(['quarterly', 'weekly', 'every 90 d', 'weekly on sunday', 'daily', '0 3 * * *'].map((schedule) => parseRecurrence(schedule)?.floating)).toEqual([true, true, true, false, false, false]);
  });
});

describe('occurrences', () => {
  it('keep the hour of the zone when the clock changes', () => {
    expect(between('daily at 04:00', '2026-03-28T00:00Z', '2026-03-30T12:00Z', 'Europe/Paris')).toEqual(['2026-03-28T03:00', '2026-03-29T02:00', '2026-03-30T02:00']);
    expect(between('daily at 04:00', '2026-10-24T00:00Z', '2026-10-26T12:00Z', 'Europe/Paris')).toEqual(['2026-10-24T02:00', '2026-10-25T03:00', '2026-10-26T03:00']);
  });

  it('happen once on the day whose hour does not exist, and once on the day that has it twice', () => {
    expect(between('daily at 02:30', '2026-03-28T12:00Z', '2026-03-29T20:00Z', 'Europe/Paris')).toHaveLength(1);
    expect(between('daily at 02:30', '2026-10-24T12:00Z', '2026-10-25T20:00Z', 'Europe/Paris')).toHaveLength(1);
  });

  it('begin on the first of a quarter', () => {
    expect(between('quarterly', '2026-01-02T00:00Z', '2026-12-31T00:00Z', 'UTC')).toEqual(['2026-04-01T00:00', '2026-07-01T00:00', '2026-10-01T00:00']);
  });

  it('follow the day and the month that are named', () => {
    expect(between('weekly on sunday at 03:00', '2026-03-01T00:00Z', '2026-03-15T23:00Z', 'UTC')).toEqual(['2026-03-01T03:00', '2026-03-08T03:00', '2026-03-15T03:00']);
    expect(between('yearly in october', '2026-01-01T00:00Z', '2027-12-31T00:00Z', 'UTC')).toEqual(['2026-10-01T00:00', '2027-10-01T00:00']);
    expect(between('monthly on the 15th at 10:30', '2026-01-01T00:00Z', '2026-02-28T00:00Z', 'Indian/Mauritius')).toEqual(['2026-01-15T06:30', '2026-02-15T06:30']);
  });

  it('include both ends, and are none where there is no date', () => {
    expect(between('daily', '2026-03-01T00:00Z', '2026-03-02T00:00Z', 'UTC')).toEqual(['2026-03-01T00:00', '2026-03-02T00:00']);
    expect([between('continuous', '2026-03-01T00:00Z', '2026-03-02T00:00Z', 'UTC'), between('every 30 min', '2026-03-01T00:00Z', '2026-03-02T00:00Z', 'UTC')]).toEqual([[], []]);
  });
});
