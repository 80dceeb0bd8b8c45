import { describe, expect, it } from 'vitest';
import { clockText, durationText } from '../../src/words/durations.ts';
import { hoursText } from '../../src/words/hours.ts';
import { severityCode } from '../../src/words/level-words.ts';
import { scheduleText } from '../../src/words/schedules.ts';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('words of durations, schedules and hours', () => {
  it.each([
    ['90 d', '90 jours', '90 days'],
    ['3 mo', '3 mois', '3 months'],
    ['1 business day', '1 jour ouvré', '1 business day'],
    ['2 h – 4 h', '2 à 4 h', '2 to 4 h'],
    ['15 min', '15 min', '15 min'],
    [0, '0', '0'],
  ])('duration %s', (input, fr, en) => {
    expect([durationText(input, 'fr'), durationText(input, 'en')].map(plain)).toEqual([fr, en]);
  });

  it.each([
    ['weekly on sunday at 03:00', 'chaque dimanche à 03:00', 'every Sunday at 03:00'],
    ['every 30 min', 'toutes les 30 min', 'every 30 min'],
    ['every 90 d', 'tous les 90 jours', 'every 90 days'],
    ['1 y', 'chaque année', 'every year'],
    ['yearly in october', 'chaque année en octobre', 'every year in October'],
    ['continuous', 'en continu', 'continuously'],
    ['on compromise', 'en cas de compromission', 'on compromise'],
    ['0 4 * * 1', '0 4 * * 1', '0 4 * * 1'],
  ])('schedule %s', (input, fr, en) => {
    expect([scheduleText(input, 'fr'), scheduleText(input, 'en')].map(plain)).toEqual([fr, en]);
  });

  it.each([
    ['24/7', '24 h sur 24, 7 j sur 7'],
    ['Mo-Fr 09:00-18:00; PH off', 'lundi à vendredi, de 9 h à 18 h, sauf jours fériés'],
    ['Mo-Fr 09:30-18:00', 'lundi à vendredi, de 9 h 30 à 18 h'],
    ['Mo 08:00-12:00,13:00-17:00', 'Mo 08:00-12:00,13:00-17:00'],
  ])('hours %s', (input, fr) => {
    expect(plain(hoursText(input, 'fr'))).toBe(fr);
  });

  it('clock of an incident', () => {
    expect(plain(clockText(40, 40, 'fr'))).toBe('T+40');
    expect(plain(clockText(160, 280, 'fr'))).toBe('T+2 h 40 à 4 h 40');
    expect(plain(clockText(0, 0, 'en'))).toBe('T+0');
  });
});

it.each([
  ['P0', 'P0'],
  ['SEV-1', 'SEV-1'],
  ['s2', 's2'],
  ['critique', undefined],
  ['elevee', undefined],
])('a severity of id %s is called %s', (id, code) => expect(severityCode(id)).toBe(code));
