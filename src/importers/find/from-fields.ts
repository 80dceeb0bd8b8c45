import { isFactList } from '../procedures.ts';
import { under, type Placed } from '../sections.ts';
import { fieldsRecord, pairsOf } from './field-records.ts';
import { recordHeading } from './record-id.ts';
import type { Search } from './search.ts';

/** A record that a heading names and that fields below it describe. */
export function recordFromFields({ all, source, number, done, methodBlocks, add, use }: Search, each: Placed): void {
  if (each.block.kind !== 'heading' || done.has(each.index)) return;
  const body = under(all, each.index, true).filter(({ index }) => !done.has(index) && !methodBlocks.some((other) => other.index === index));
  const blocks = body.filter(({ block }) => block.kind === 'paragraph' || (block.kind === 'list' && isFactList(block)) || (block.kind === 'table' && block.header.cells.length === 2));
  const pairs = blocks.flatMap(({ block }) => pairsOf(block, source.lines));
  if (pairs.length < 2) return;
  const named = recordHeading(each.block.text);
  const found = fieldsRecord(named.title, named.id, pairs);
  if (!found) return;
  const group = `${number}:${each.above.at(-1)?.heading.line ?? 0}:${found.kind}`;
  const last = body.at(-1)?.block ?? each.block;
  const record = add(found.kind, found.draft, { lines: [{ line: each.block.line, end: last.end }], at: each, confidence: 0.8, group });
  for (const { index, block } of blocks) {
    const lines = new Set(pairsOf(block, source.lines).map(({ line }) => line));
    // A paragraph that holds other words too stays whole beside the record.
    const whole = block.kind === 'table' || Array.from({ length: block.end - block.line + 1 }, (_, offset) => block.line + offset).every((line) => lines.has(line) || block.kind === 'list');
    if (lines.size > 0 && whole) {
      done.add(index);
      use(block, [record], group);
    } else record.narrative = [...record.narrative, { source: number, block }];
  }
  for (const { index, block } of body) {
    if (block.kind === 'layout') continue;
    if (!done.has(index) && !blocks.some((other) => other.index === index)) record.narrative = [...record.narrative, { source: number, block }];
    done.add(index);
  }
  for (const { block } of record.narrative) use(block, [record], group);
  done.add(each.index);
  use(each.block, [record], group);
}
