import { expect, it } from 'vitest';
import { decode, encode } from '../../../plugins/search/cbor.ts';
import { wordOrder } from '../../../plugins/search/word-order.ts';

it('CBOR is read and written again, whatever the length', () => {
  const value = [0, 23, 24, 255, 256, 65_536, -1, -24, -25, -300, '', 'é🚀', 'x'.repeat(300), [[], ['a']], 'y'.repeat(100_000)];
  expect(decode(encode(value))).toEqual(value);
  expect(encode(value).toString('hex').slice(0, 14)).toBe('8f0017181818ff');
});

it('CBOR that ends early or holds what the index never does is refused', () => {
  expect(() => decode(encode(['abc']).subarray(0, 3))).toThrow('ends early');
  expect(() => decode(encode([1, 2]).subarray(0, 2))).toThrow();
  expect(() => decode(Buffer.from('a10102', 'hex'))).toThrow('another kind');
});

it('words are in the order of their bytes, as Pagefind sorts them', () => {
  const words = ['', 'a', 'ab', 'b', 'é', 'ﬁn', '\u{E000}', '🚀', '\u{FFFD}', 'a🚀', 'aﬁ', '🚀a'];
  expect([...words].sort(wordOrder)).toEqual([...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});
