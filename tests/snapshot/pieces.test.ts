import { expect, it } from 'vitest';
import { sheet, type SheetItem } from '../../src/snapshot/document/pieces.ts';

const item = (words: string): SheetItem => ['term', [words]];

it('keeps a sheet on one page, unless it is too high for one', () => {
  const sheets = [sheet(item('short')), sheet(...Array.from({ length: 31 }, () => item('short'))), sheet(item('word '.repeat(600))), sheet(['term', Array.from({ length: 40 }, () => ({ k: 'br' as const }))])];
  expect(sheets.map(([block]) => block?.k === 'facts' && block.tall === true)).toEqual([false, true, true, true]);
});
