import { expect, it } from 'vitest';
import type { Block } from '../../src/snapshot/document/block.ts';
import { turnWide } from '../../src/snapshot/document/turn-wide.ts';

const table = (wide: boolean): Block => ({ k: 'table', cols: [], head: [], rows: [], wide });
const words: Block = { k: 'p', c: ['a'] };
const heading: Block = { k: 'h', level: 3, c: ['b'] };

it('turns wide tables with the headings that lead to them, and those that follow one another together', () => {
  expect(turnWide([words, heading, table(true), table(true), words, table(false)], false)).toEqual([words, { k: 'landscape', b: [heading, table(false), table(false)] }, words, table(false)]);
});

it('turns nothing in a chapter that is turned already', () => {
  expect(turnWide([heading, table(true)], true)).toEqual([heading, table(false)]);
});

it('reaches texts of another language', () => {
  expect(turnWide([{ k: 'lang', lang: 'en', b: [heading, table(true)] }], false)).toEqual([{ k: 'lang', lang: 'en', b: [{ k: 'landscape', b: [heading, table(false)] }] }]);
});
