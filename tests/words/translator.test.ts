import { expect, it } from 'vitest';
import { translator } from '../../src/words/index.ts';

it('chooses the plural form of the language', () => {
  expect(translator('fr')('search.count', { count: 0 })).toBe('0 résultat');
  expect(translator('fr')('search.count', { count: 2 })).toBe('2 résultats');
  expect(translator('en')('search.count', { count: 0 })).toBe('0 results');
  expect(translator('en')('search.count', { count: 1 })).toBe('1 result');
});

it('uses "other" where the form of a language has no text', () => {
  expect(translator('fr')('search.count', { count: 2_000_000 })).toContain('résultats');
});

it('fills slots and sets French spaces', () => {
  expect(translator('fr')('search.none', { query: 'kafka' })).toBe('Aucun résultat pour «\u202Fkafka\u202F».');
  expect(translator('en')('search.none', { query: 'kafka' })).toBe('No result for “kafka”.');
});

it('fails loudly for a key that does not exist', () => {
  expect(() => translator('fr')('no.such.key' as never)).toThrow('No text for "no.such.key" in fr');
});
