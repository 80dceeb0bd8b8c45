import { restoreLine } from '../../model/mojibake.ts';
import type { TextEdit } from '../../model/text-edit.ts';
import type { Fix } from './fix.ts';

/** The part of a line that differs from another, as an edit. */
function difference(line: string, right: string, offset: number): TextEdit {
  let head = 0;
  while (head < line.length && head < right.length && line[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < line.length - head && tail < right.length - head && line.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return { start: offset + head, end: offset + line.length - tail, text: right.slice(head, right.length - tail) };
}

/** Restores text that was UTF-8 and was decoded as something else, line by line. */
export function fixEncoding(text: string, file: string): Fix[] {
  const fixes: Fix[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const right = restoreLine(line);
    if (right && right.text !== line) fixes.push({ rule: 'content/encoding', file, edits: [difference(line, right.text, offset)] });
    offset += line.length + 1;
  }
  return fixes;
}
