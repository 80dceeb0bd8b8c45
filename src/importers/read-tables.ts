import type { Cell, Row, TableBlock } from './block.ts';
import { plain } from './plain.ts';

const cell = (source: string): Cell => ({ source: source.trim(), text: plain(source) });

/** Quote marks and list marks that a table may stand behind. */
const inside = (line: string): string => line.replace(/^\s*(?:>\s?)*/, '').replace(/^(?:[-*+]|\d+[.)])\s+(?=\|)/, '').trim();

export const isSeparator = (line: string): boolean => line.includes('-') && /^\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*\|?$/.test(inside(line)) && line.includes('|');

const hasPipe = (line: string): boolean => /(?<!\\)\|/.test(line);

/** Cells of a line of a GFM table: a bar inside code or behind a backslash parts nothing. */
function pipeCells(line: string): Cell[] {
  const text = inside(line).replace(/^\|/, '').replace(/(?<!\\)\|\s*$/, '');
  const parts: string[] = [];
  let part = '';
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\' && text[index + 1] === '|') {
      part += '|';
      index += 1;
    } else if (text[index] === '|') {
      parts.push(part);
      part = '';
    } else part += text[index];
  }
  return [...parts, part].map(cell);
}

/** A table of bars that begins on this line (an index from 0), or undefined. */
export function pipeTable(lines: readonly string[], start: number): TableBlock | undefined {
  const first = lines[start] ?? '';
  const second = lines[start + 1] ?? '';
  if (!hasPipe(first) || isSeparator(first)) return undefined;
  const separated = hasPipe(second) && isSeparator(second);
  const bare = (line: string): boolean => /^\|.*\|$/.test(inside(line));
  if (!separated && !(bare(first) && bare(second))) return undefined;
  const header: Row = { cells: pipeCells(first), line: start + 1, end: start + 1 };
  const rows: Row[] = [];
  let index = start + (separated ? 2 : 1);
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || !hasPipe(line)) break;
    // The separator of the next table: its header is the row before.
    if (isSeparator(line)) continue;
    rows.push({ cells: pipeCells(line), line: index + 1, end: index + 1 });
  }
  return { kind: 'table', header, rows, gfm: separated && /^\s*\|?/.test(first) && inside(first) === first.trim(), line: start + 1, end: index };
}

const tabs = (line: string): number => line.split('\t').length;
/** `1.<tab>Text` is how Word pastes a list. */
const isListItem = (line: string): boolean => /^\s*(?:\d+[.)]|[-*•–])\t[^\t]*$/.test(line) || /^\t+\S?[^\t]*$/.test(line);
const tabbed = (line: string): boolean => line.includes('\t') && !isListItem(line) && tabs(line.trimEnd()) >= 2;

/** Tab-separated lines that begin here, as Word and spreadsheets paste them; a page break may leave a blank line inside. */
export function tabTable(lines: readonly string[], start: number): TableBlock | undefined {
  const first = lines[start] ?? '';
  if (!tabbed(first)) return undefined;
  const columns = tabs(first.trimEnd());
  const fits = (line: string): boolean => tabbed(line) && tabs(line.trimEnd()) <= columns && tabs(line) <= Math.max(columns, tabs(first));
  const rows: Row[] = [];
  let index = start + 1;
  let end = start + 1;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') {
      const next = lines[index + 1] ?? '';
      if (!(tabbed(next) && tabs(next.trimEnd()) === columns)) break;
      continue;
    }
    // A row of which only the first cell is filled still ends in tabs.
    if (!fits(line) && !(line.includes('\t') && tabs(line) === tabs(first) && !isListItem(line))) break;
    rows.push({ cells: line.split('\t').map(cell), line: index + 1, end: index + 1 });
    end = index + 1;
  }
  if (rows.length === 0) return undefined;
  return { kind: 'table', header: { cells: first.trimEnd().split('\t').map(cell), line: start + 1, end: start + 1 }, rows, gfm: false, line: start + 1, end };
}
