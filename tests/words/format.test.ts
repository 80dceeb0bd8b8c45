import { expect, it } from 'vitest';
import {
  formatDate,
  formatDuration,
  formatDurationRange,
  formatEuro,
  formatPercent,
} from '../../src/words/format.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

it.each([
  [0, '0 min', '0 min'],
  [0.5, '30 s', '30 s'],
  [40, '40 min', '40 min'],
  [60, '1 h', '1 h'],
  [160, '2 h 40', '2 h 40 min'],
  [65, '1 h 05', '1 h 5 min'],
  [1440, '24 h', '24 h'],
  [10080, '7 j', '7 d'],
])('%d minutes', (minutes, fr, en) => {
  expect(plain(formatDuration(minutes, 'fr'))).toBe(fr);
  expect(plain(formatDuration(minutes, 'en'))).toBe(en);
});

it('writes a shared unit of a range once', () => {
  expect(plain(formatDurationRange(160, 280, 'fr'))).toBe('2 h 40 à 4 h 40');
  expect(plain(formatDurationRange(120, 240, 'fr'))).toBe('2 à 4 h');
  expect(plain(formatDurationRange(40, 280, 'en'))).toBe('40 min to 4 h 40 min');
  expect(plain(formatDurationRange(5, 5, 'fr'))).toBe('5 min');
});

it('never shifts a day, and shows a moment in the zone asked for', () => {
  expect(formatDate('2026-03-12', 'fr', 'short', 'America/Lima')).toBe('12 mars 2026');
  expect(formatDate('2026-03-11T23:30:00Z', 'fr', 'date-time', 'Indian/Mauritius')).toContain('12 mars 2026');
  expect(formatDate('2026-03-11T23:30:00Z', 'fr', 'time', 'Europe/Paris')).toBe('00:30');
  expect(() => formatDate('not a date', 'fr')).toThrow(RangeError);
});

it('says the first of a month by its rank in French', () => {
  expect(formatDate('2026-06-01', 'fr', 'long')).toBe('1er juin 2026');
  expect(formatDate('2026-06-01', 'fr', 'weekday')).toBe('lundi 1er juin');
  expect(formatDate('2026-06-01T01:01:00Z', 'fr', 'date-time')).toContain('1er juin 2026');
  expect([formatDate('2026-06-11', 'fr'), formatDate('2026-06-21', 'fr'), formatDate('2026-06-01', 'fr', 'numeric'), formatDate('2026-06-01', 'en')]).toEqual(['11 juin 2026', '21 juin 2026', '01/06/2026', '1 Jun 2026']);
});

it('writes amounts and shares as the language does', () => {
  expect(plain(formatEuro(2000, 'fr'))).toBe('2 000 €');
  expect(formatEuro(2000, 'en')).toBe('€2,000');
  expect(plain(formatPercent(0.25, 'fr'))).toBe('25 %');
});
