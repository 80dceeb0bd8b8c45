import { describe, expect, it } from 'vitest';
import { isOpen } from '../../src/model/availability.ts';
import { holidayGap, withHolidays } from '../../src/model/holidays.ts';
import { siteSchema } from '../../src/schemas/site.ts';

process.env['TZ'] = 'UTC';

const OFFICE = 'Mo-Fr 09:00-18:00; PH off';
const there = (expression: string, day: string, holidays?: string | string[]): boolean => isOpen(expression, new Date(`${day}T10:00Z`), { timeZone: 'UTC', holidays });

describe('public holidays', () => {
  it('that an author declares close PH off hours where the country has none on record', () => {
    expect(['2026-03-11', '2026-03-12', '2026-05-01'].map((day) => there(OFFICE, day, ['MU', '2026-03-12', '2026-05-01']))).toEqual([true, false, false]);
    expect(['2026-03-11', '2026-03-12'].map((day) => there('business hours', day, ['2026-03-12']))).toEqual([true, false]);
  });

  it('of a country stand beside days that are declared', () => {
    expect(['2026-07-14', '2026-12-24', '2026-12-23'].map((day) => there(OFFICE, day, ['FR', '2026-12-24']))).toEqual([false, false, true]);
  });

  it('that nobody knows are left out, and what holds on other days stays', () => {
    expect(withHolidays('Mo-Fr 09:00-18:00; PH,Sa 10:00-12:00', 'MU')).toEqual({ expression: 'Mo-Fr 09:00-18:00; Sa 10:00-12:00', country: undefined });
    expect(withHolidays('24/7', 'MU')).toEqual({ expression: '24/7', country: undefined });
    expect(withHolidays('Mo-Fr 09:00-18:00 PH off', undefined).expression).toBe('Mo-Fr 09:00-18:00');
    // Without a place, the library would close on the holidays of Germany.
    expect(there('Mo-Fr 09:00-18:00; PH,Sa 10:00-12:00', '2026-10-03')).toBe(true);
  });

  it('open on the days declared where the hours say so', () => {
    expect([there('Mo-Fr 12:00-18:00; PH 09:00-11:00', '2026-03-12', ['2026-03-12']), there('Mo-Fr 12:00-18:00; PH 09:00-11:00', '2026-03-11', ['2026-03-12'])]).toEqual([true, false]);
  });

  it('are said to be missing only where hours depend on them', () => {
    expect(holidayGap(OFFICE, 'FR')).toBeUndefined();
    expect(holidayGap('24/7', undefined)).toBeUndefined();
    expect(holidayGap(OFFICE, undefined)).toEqual({ kind: 'undeclared' });
    expect(holidayGap('business hours', 'MU')).toEqual({ kind: 'unknown', country: 'MU' });
    expect(holidayGap(OFFICE, ['MU', '2026-11-02', '2026-03-12'])).toEqual({ kind: 'until', day: '2026-11-02' });
  });

  it('are a country, days, or both, and nothing else', () => {
    const reads = (holidays: unknown): boolean => siteSchema.safeParse({ title: 'Test', holidays }).success;
    expect(['FR', ['2026-03-12'], ['MU', '2026-03-12']].map(reads)).toEqual([true, true, true]);
    expect(['France', 'fr', [], ['FR', 'MU'], ['2026-02-30'], '2026-03-12'].map(reads)).toEqual([false, false, false, false, false, false]);
  });
});
