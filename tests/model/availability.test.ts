import { describe, expect, it } from 'vitest';
import { availabilityProblem, isOpen, openIntervals } from '../../src/model/availability.ts';

// The contract of the module: its process runs in UTC, as the command line and the build see to.
process.env['TZ'] = 'UTC';

const OFFICE = 'Mo-Fr 09:00-18:00; PH off';
const paris = { timeZone: 'Europe/Paris', holidays: 'FR' };
const mauritius = { timeZone: 'Indian/Mauritius', holidays: 'MU' };
const open = (expression: string, at: string, clock: { timeZone: string; holidays?: string }): boolean => isOpen(expression, new Date(at), clock);
const hours = (expression: string, from: string, to: string, clock: { timeZone: string; holidays?: string }): string[] =>
  openIntervals(expression, new Date(from), new Date(to), clock).map(({ start, end }) => `${start.toISOString().slice(0, 16)} ${end.toISOString().slice(0, 16)}`);

describe('availability', () => {
  it('is open at any hour for 24/7', () => {
    expect(open('24/7', '2026-05-01T03:00Z', paris)).toBe(true);
    expect(hours('24/7', '2026-03-28T00:00Z', '2026-03-30T00:00Z', paris)).toEqual(['2026-03-28T00:00 2026-03-30T00:00']);
  });

  it('is read in the zone of its clock', () => {
    expect([open(OFFICE, '2026-03-11T08:30Z', paris), open(OFFICE, '2026-03-11T07:30Z', paris)]).toEqual([true, false]);
    expect([open(OFFICE, '2026-03-11T05:30Z', mauritius), open(OFFICE, '2026-03-11T14:30Z', mauritius)]).toEqual([true, false]);
    expect(open(OFFICE, '2026-03-11T14:30Z', { timeZone: 'America/New_York' })).toBe(true);
  });

  it('is closed on French holidays', () => {
    expect(hours(OFFICE, '2026-04-29T22:00Z', '2026-05-02T22:00Z', paris)).toEqual(['2026-04-30T07:00 2026-04-30T16:00']);
    expect(['2026-07-14', '2026-04-06', '2026-05-14', '2026-12-25'].map((day) => open(OFFICE, `${day}T10:00Z`, paris))).toEqual([false, false, false, false]);
    expect(open(OFFICE, '2026-05-01T10:00Z', { timeZone: 'Europe/Paris' })).toBe(true);
  });

  it('does not close on the holidays of another country', () => {
    expect(open(OFFICE, '2026-07-14T08:00Z', mauritius)).toBe(true);
  });

  it('holds without holidays where a country has none on record', () => {
    const nowhere = { timeZone: 'UTC', holidays: 'ZZ' };
    expect(['2026-03-11T08:00Z', '2026-03-11T12:00Z', '2026-05-01T12:00Z', '2026-12-25T12:00Z'].map((at) => open(OFFICE, at, nowhere))).toEqual([false, true, true, true]);
  });

  it('keeps its hours on the days when the clock changes', () => {
    expect(hours('Mo-Su 09:00-18:00', '2026-03-28T00:00Z', '2026-03-30T00:00Z', paris)).toEqual(['2026-03-28T08:00 2026-03-28T17:00', '2026-03-29T07:00 2026-03-29T16:00']);
    expect(hours('Mo-Su 09:00-18:00', '2026-10-24T00:00Z', '2026-10-26T00:00Z', paris)).toEqual(['2026-10-24T07:00 2026-10-24T16:00', '2026-10-25T08:00 2026-10-25T17:00']);
  });

  it('loses and gains the hour of a night shift', () => {
    const length = (day: string): number => {
      const [night] = openIntervals('Mo-Su 22:00-06:00', new Date(`${day}T12:00Z`), new Date(Date.parse(`${day}T12:00Z`) + 86_400_000), paris);
      return night ? (night.end.getTime() - night.start.getTime()) / 3_600_000 : 0;
    };
    expect([length('2026-03-28'), length('2026-10-24'), length('2026-06-01')]).toEqual([7, 9, 8]);
  });

  it('takes « business hours » for the office week', () => {
    expect(hours('business hours', '2026-03-12T23:00Z', '2026-03-15T23:00Z', paris)).toEqual(['2026-03-13T08:00 2026-03-13T17:00']);
  });

  it('says why it cannot be read', () => {
    expect(availabilityProblem(OFFICE)).toBeUndefined();
    expect(availabilityProblem('business hours')).toBeUndefined();
    for (const wrong of ['whenever', 'Mo-Fr 25:00-26:99x', 'lundi au vendredi']) expect(availabilityProblem(wrong), wrong).toMatch(/\S/);
  });
});
