import { legendIn } from '../legend.ts';
import type { Source } from '../source.ts';
import { citedGaps } from './cited-gaps.ts';
import type { Findings } from './findings.ts';
import { recordFromFields } from './from-fields.ts';
import { recordsFromList } from './from-lists.ts';
import { runbookAfter, runbookUnder } from './from-procedures.ts';
import { narrativeFromSections } from './from-sections.ts';
import { recordsFromTable } from './from-tables.ts';
import { newSearch } from './search.ts';

/** Finds the records of one source, and says of every block what it is. The surest ways of finding come first: each leaves the blocks that it read to no other. */
export function findRecords(source: Source, number: number): Findings {
  const search = newSearch(source, number);
  const { all, legend, done, methodBlocks } = search;
  for (const each of all) {
    const { block } = each;
    if (block.kind === 'table') recordsFromTable(search, each, block);
    else if (block.kind === 'paragraph') legend.push(...legendIn(block.text));
    else if (block.kind === 'fence') legend.push(...legendIn(block.lines.join('\n'), true));
  }
  for (const each of all) recordFromFields(search, each);
  for (const each of all) if (each.block.kind === 'list' && !done.has(each.index)) recordsFromList(search, each, each.block);
  for (const each of all) runbookAfter(search, each);
  for (const each of all) runbookUnder(search, each);
  narrativeFromSections(search);
  // Their lines stay where they are: a gap is read from what cites it.
  for (const { draft, lines, where } of citedGaps(all)) if (!search.holds('action', draft.id)) search.add('action', draft, { lines, at: where, confidence: 0.7, group: `${number}:gaps` });
  for (const { block } of all) if (block.kind === 'layout') search.leave(block, block.what);
  const inMethod = new Set(methodBlocks.map(({ index }) => index));
  const narrative = all.filter(({ index, block }) => !done.has(index) && block.kind !== 'layout' && !inMethod.has(index));
  return { ...search, narrative, blocks: all };
}
