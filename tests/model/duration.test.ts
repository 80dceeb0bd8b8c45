import { describe, expect, it } from 'vitest';
import { addDuration, daysBetween, formatDuration, formatMinutes, minutes, parseDuration } from '../../src/model/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['15 min', 15], ['4 h', 240], ['2 h 40', 160], ['2 h 40 min', 160], ['1,5 h', 90], ['1.5 h', 90], ['30 s', 0.5], ['1 min 30', 1.5], ['90 d', 129_600], ['1 w', 10_080], ['6 mo', 259_200], ['1 y', 525_600],
    ['PT15M', 15], ['P1DT2H', 1560], ['P1M', 43_200], ['15min', 15], ['< 5 min', 5], ['~ 2 h', 120], ['3 jours', 4320], ['2 heures', 120], ['10 minutes', 10], [0, 0], ['0', 0],
  ])('reads %s', (text, expected) => {
    expect(parseDuration(text)).toEqual({ min: expected, max: expected, business: false });
  });

  it.each([['2 h – 4 h', 120, 240], ['2-4 h', 120, 240], ['5 à 10 min', 5, 10], ['30 min — 1 h', 30, 60], ['15 to 20 min', 15, 20]])('reads the range %s', (text, min, max) => {
    expect(parseDuration(text)).toEqual({ min, max, business: false });
  });

  it.each([['1 business day', 1440], ['2 business days', 2880], ['4 business hours', 240]])('reads %s as working time', (text, expected) => {
    expect(parseDuration(text)).toEqual({ min: expected, max: expected, business: true });
  });

  it.each(['soon', '', 'P', '15', '-5 min', '5 parsecs', '1'.repeat(100_000), 'h'])('reads nothing in %s', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('takes the longest reading where one number is wanted', () => {
    expect([minutes('2 h – 4 h'), minutes(undefined), minutes('soon')]).toEqual([240, undefined, undefined]);
  });
});

describe('formatting', () => {
  it.each([[0, '0'], [0.5, '30 s'], [45, '45 min'], [60, '1 h'], [85, '1 h 25'], [1440, '24 h'], [2880, '2 d'], [4320, '3 d'], [1500, '25 h'], [119.9, '2 h']])('writes %s minutes as %s', (total, expected) => {
    expect(formatMinutes(total, 'en')).toBe(expected);
  });

  it('counts days in the reader’s language', () => {
    expect([formatMinutes(4320, 'en'), formatMinutes(4320, 'fr')]).toEqual(['3 d', '3 j']);
  });

  it('writes a range', () => {
    const range = { min: 40, max: 85, business: false };
    expect([formatDuration(range, 'en'), formatDuration(range, 'fr')]).toEqual(['40 min to 1 h 25', '40 min à 1 h 25']);
  });

  it.each(['15 min', '4 h', '2 h 40', '3 d'])('writes %s back as it was', (text) => {
    expect(formatMinutes(minutes(text) ?? -1, 'en')).toBe(text);
  });
});

describe('adding to a date', () => {
  it.each([
    ['2026-01-31', '1 mo', '2026-02-28'], ['2028-01-31', '1 mo', '2028-02-29'], ['2028-02-29', '1 y', '2029-02-28'], ['2026-11-30', '3 mo', '2027-02-28'], ['2026-03-01', '90 d', '2026-05-30'], ['2026-03-28', '1 d', '2026-03-29'], ['2026-12-31', '1 w', '2027-01-07'], ['2026-03-01', 'P1D', '2026-03-02'], ['2026-03-01', '36 h', '2026-03-02'],
  ])('%s and %s make %s', (date, span, expected) => {
    expect(addDuration(date, span)).toBe(expected);
  });

  it('makes nothing of what is no duration', () => {
    expect(addDuration('2026-03-01', 'soon')).toBeUndefined();
  });

  it('counts days over a change of clock and backwards', () => {
    expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-03-30', '2026-03-28'), daysBetween('2026-03-12T23:59', '2026-03-13')]).toEqual([2, -2, 1]);
  });
});
