import type { TextEdit } from './text-edit.ts';

/** Unchanged lines shown around a change. */
const AROUND = 3;

const NO_BREAK = '\\ No newline at end of file';

/** A run of lines before and after, from 0, the ends excluded. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Lines with their breaks; the last may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Whole lines that the edits touch, neighbours together. */
function blocksOf(text: string, edits: readonly TextEdit[]): Block[] {
  const lines = linesOf(text);
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const lineAt = (at: number): number => Math.max(0, starts.findLastIndex((start) => start <= at));
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    const from = lineAt(edit.start);
    const to = lineAt(Math.max(edit.start, edit.end - 1)) + 1;
    const last = groups.at(-1);
    // Lines that follow each other are one change, as diff prints it.
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: inside }) => {
    const begin = starts[from] ?? 0;
    const end = starts[to] ?? text.length;
    let [changed, at] = ['', begin];
    for (const edit of inside) {
      changed += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    const after = linesOf(changed + text.slice(at, end));
    // Lines that an insertion leaves as they were are context.
    let head = 0;
    while (head < after.length && from + head < to && after[head] === lines[from + head]) head += 1;
    let tail = 0;
    while (tail < after.length - head && to - tail > from + head && after[after.length - 1 - tail] === lines[to - 1 - tail]) tail += 1;
    return { from: from + head, to: to - tail, lines: after.slice(head, after.length - tail) };
  });
}

const written = (sign: string, line: string): string => (line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n${NO_BREAK}\n`);

function hunk(lines: readonly string[], blocks: readonly Block[], shift: number): string {
  const first = Math.max(0, (blocks[0]?.from ?? 0) - AROUND);
  const last = Math.min(lines.length, (blocks.at(-1)?.to ?? 0) + AROUND);
  let [body, at, grown] = ['', first, 0];
  for (const block of blocks) {
    for (const line of lines.slice(at, block.from)) body += written(' ', line);
    for (const line of lines.slice(block.from, block.to)) body += written('-', line);
    for (const line of block.lines) body += written('+', line);
    grown += block.lines.length - (block.to - block.from);
    at = block.to;
  }
  for (const line of lines.slice(at, last)) body += written(' ', line);
  const count = last - first;
  const range = (start: number, length: number): string => `${length === 0 ? start : start + 1}${length === 1 ? '' : `,${length}`}`;
  return `@@ -${range(first, count)} +${range(first + shift, count + grown)} @@\n${body}`;
}

/** What edits do to a file, as `diff -u` prints it and `git apply` takes it; the edits are in order. */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const hunks: Block[][] = [];
  for (const block of blocksOf(text, edits)) {
    const last = hunks.at(-1);
    if (last && block.from - (last.at(-1)?.to ?? 0) <= 2 * AROUND) last.push(block);
    else hunks.push([block]);
  }
  let shift = 0;
  const bodies = hunks.map((blocks) => {
    const body = hunk(lines, blocks, shift);
    shift += blocks.reduce((sum, block) => sum + block.lines.length - (block.to - block.from), 0);
    return body;
  });
  // A name that holds a space ends where a tab stands.
  const end = path.includes(' ') ? '\t' : '';
  return `--- a/${path}${end}\n+++ b/${path}${end}\n${bodies.join('')}`;
}
