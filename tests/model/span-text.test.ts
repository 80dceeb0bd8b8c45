import { describe, expect, it } from 'vitest';
import { everyText, spanText } from '../../src/model/span-text.ts';

describe('a duration that an author wrote', () => {
  it.each([
    ['1 d', '1 day', '1 jour'], ['90 d', '90 days', '90 jours'], ['2 w', '2 weeks', '2 semaines'], ['6 mo', '6 months', '6 mois'], ['1 y', '1 year', '1 an'],
    ['1 business day', '1 business day', '1 jour ouvré'], ['4 business hours', '4 business hours', '4 heures ouvrées'], ['30 min', '30 min', '30 min'], ['PT90M', '1 h 30', '1 h 30'], ['72 h', '3 d', '3 j'], [0, '0', '0'], ['soon', 'soon', 'soon'],
  ])('%s is said %s, « %s »', (input, en, fr) => {
    expect([spanText(input, 'en'), spanText(input, 'fr')]).toEqual([en, fr]);
  });

  it.each([
    ['1 mo', 'every month', 'tous les mois'], ['1 y', 'every year', 'tous les ans'], ['1 d', 'every day', 'tous les jours'], ['1 w', 'every week', 'toutes les semaines'], ['6 mo', 'every 6 months', 'tous les 6 mois'],
    ['2 w', 'every 2 weeks', 'toutes les 2 semaines'], ['30 min', 'every 30 min', 'toutes les 30 min'], ['1 h 30', 'every 1 h 30', 'toutes les 1 h 30'], ['12 h', 'every 12 h', 'toutes les 12 h'], ['72 h', 'every 3 d', 'tous les 3 j'], ['30 s', 'every 30 s', 'toutes les 30 s'],
  ])('every %s is said %s, « %s »', (input, en, fr) => {
    expect([everyText(input, 'en'), everyText(input, 'fr')]).toEqual([en, fr]);
  });
});
