import { LABEL, type Block, type HeadingBlock, type Item } from './block.ts';
import { key, plain } from './plain.ts';
import { isSeparator, pipeTable, tabTable } from './read-tables.ts';
import { CONTENTS_WORDS, RECORD_NOUNS } from './words/nouns.ts';

const FENCE = /^\s{0,3}(```+|~~~+)\s*([^`\s]*)/;
/** A fence below an item may be indented at will. */
const FENCE_INSIDE = /^\s*(```+|~~~+)/;
const ATX = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^\s*([-*_─—=])(?:\s*\1){2,}\s*$/;
const ITEM = /^(\s*)([-*+•‣▪–]|\d{1,3}[.)]|\d{1,3}\.(?=\t))(?:[ \t]+(.*)|$)/;
const NUMBERED = /^(\d+(?:\.\d+)*)[.)]?\s*(\p{L}.{1,110}?)\s*$/u;
const CHECK = /^\[([ xX])\]\s+/;

const blank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** `**Risque R-01 – Panne**`, `Défaillance 2 : Échec` name one record. */
const LABELLED = new RegExp(`^(?:\\*\\*|__)?(?:${RECORD_NOUNS.join('|')})\\s+(?:n[°o]\\s*)?(?:[\\p{Lu}\\d][\\p{L}\\d.-]*)\\s*(?::|–|—|-\\s)\\s*\\S.{0,220}$`, 'iu');

const CONTENTS_LINE = /(?:\.{3,}|\t)\s*\d+\s*$|signet non défini|bookmark not defined|^\s*(?:[-*+]|\d+[.)])\s+\[[^\]]+\]\(#[^)]*\)\s*$|^\s*\d+(?:\.\d+)*\.?\s*\S.*(?:\.{3,}|…)/i;

const isContents = (text: string): boolean => CONTENTS_WORDS.includes(key(text));

/** Whether a document numbers its headings in plain text (`1.2. Title`), as Word pastes them. */
function numberedHeadings(lines: readonly string[]): ReadonlySet<string> {
  let fenced = false;
  const chapters = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced) continue;
    if (ATX.test(line)) return new Set();
    const number = /^(\d+)\.\d/.exec(line)?.[1];
    if (number !== undefined && NUMBERED.test(line) && blank(lines[index - 1]) && blank(lines[index + 1]) && !CONTENTS_LINE.test(line)) chapters.add(number);
  }
  return chapters;
}

/** The heading that a plain numbered line is, where the document writes its headings so. */
function numberedHeading(lines: readonly string[], index: number, chapters: ReadonlySet<string>): HeadingBlock | undefined {
  const line = lines[index] ?? '';
  const match = chapters.size > 0 && blank(lines[index - 1]) && blank(lines[index + 1]) ? NUMBERED.exec(line.trim()) : undefined;
  const numbers = match?.[1]?.split('.') ?? [];
  if (!match || /[.;,:]$/.test(line.trim()) || CONTENTS_LINE.test(line) || !chapters.has(numbers[0] ?? '')) {
    // A last chapter may have no sections.
    if (!(match && numbers.length === 1 && chapters.has(String(Number(numbers[0]) - 1)) && line.trim().length < 60 && !/[.;,:]$/.test(line.trim()) && !CONTENTS_LINE.test(line))) return undefined;
  }
  return { kind: 'heading', depth: Math.min(6, numbers.length), text: line.trim(), line: index + 1, end: index + 1 };
}

function readList(lines: readonly string[], start: number, chapters: ReadonlySet<string>): { items: Item[]; end: number } {
  const items: Item[] = [];
  const indents: number[] = [];
  let index = start;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (numberedHeading(lines, index, chapters)) break;
    const match = ITEM.exec(line);
    if (match && !RULE.test(line)) {
      if (pipeTable(lines, index)) break;
      const indent = (match[1] ?? '').replace(/\t/g, '    ').length;
      while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
      if (indents.length === 0 || indent > (indents.at(-1) ?? 0)) indents.push(indent);
      const source = match[3] ?? '';
      const check = CHECK.exec(source);
      const words = check ? source.slice(check[0].length) : source;
      items.push({ text: plain(words), source: words, level: indents.length - 1, ordered: /\d/.test(match[2] ?? ''), checked: check ? check[1] !== ' ' : undefined, line: index + 1, end: index + 1 });
      continue;
    }
    if (blank(line)) {
      // A loose list goes on where the next line is an item, or is indented below the last one.
      const next = lines.slice(index + 1).findIndex((other) => !blank(other));
      const following = next < 0 ? '' : (lines[index + 1 + next] ?? '');
      if (next > 1 || (!ITEM.test(following) && !/^\s{2,}\S/.test(following)) || RULE.test(following) || LABELLED.test(following.trim())) break;
      continue;
    }
    const fence = FENCE_INSIDE.exec(line);
    if (fence) {
      const item = items.at(-1);
      if (!item || !/^\s{2,}/.test(line)) break;
      // Commands under a step stay with it, whatever they look like.
      let close = index + 1;
      while (close < lines.length && !(lines[close] ?? '').trim().startsWith(fence[1] ?? '```')) close += 1;
      const end = Math.min(close + 1, lines.length);
      items[items.length - 1] = { ...item, source: [item.source, ...lines.slice(index, end).map((each) => each.replace(new RegExp(`^\\s{0,${line.search(/\S/)}}`), ''))].join('\n'), end };
      index = end - 1;
      continue;
    }
    if (ATX.test(line) || RULE.test(line) || pipeTable(lines, index) || tabTable(lines, index)) break;
    const last = items.at(-1);
    if (!last || (blank(lines[index - 1]) && !/^\s{2,}/.test(line))) break;
    items[items.length - 1] = { ...last, text: `${last.text}\n${plain(line)}`.trim(), source: `${last.source}\n${line.trim()}`, end: index + 1 };
  }
  while (index > start && blank(lines[index - 1])) index -= 1;
  return { items, end: index };
}

/** Reads a text into blocks that cover every line which is not blank, in order. */
export function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  const chapters = numberedHeadings(lines);
  const begins = (index: number): boolean => {
    const line = lines[index] ?? '';
    return FENCE.test(line) || ATX.test(line) || RULE.test(line) || (ITEM.test(line) && !/^\s*\d{2,3}[.)]/.test(line)) || /^\s*<!--/.test(line) || pipeTable(lines, index) !== undefined || tabTable(lines, index) !== undefined;
  };
  let index = lines[0]?.trim() === '---' ? frontmatterEnd(lines) : 0;
  if (index > 0) blocks.push({ kind: 'paragraph', text: plain(lines.slice(1, index - 1).join('\n')), line: 1, end: index });
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const from = index + 1;
    if (blank(line)) {
      index += 1;
      continue;
    }
    const fence = FENCE.exec(line);
    if (fence) {
      const mark = fence[1] ?? '```';
      let close = index + 1;
      while (close < lines.length && !(lines[close] ?? '').trim().startsWith(mark)) close += 1;
      blocks.push({ kind: 'fence', lang: fence[2] ?? '', lines: lines.slice(index + 1, close), line: from, end: Math.min(close + 1, lines.length) });
      index = close + 1;
      continue;
    }
    if (/^\s*<!--/.test(line)) {
      let close = index;
      while (close < lines.length - 1 && !(lines[close] ?? '').includes('-->')) close += 1;
      blocks.push({ kind: 'layout', what: 'comment', line: from, end: close + 1 });
      index = close + 1;
      continue;
    }
    const atx = ATX.exec(line);
    const setext = !atx && !line.includes('|') && !line.includes('\t') && blank(lines[index - 1]) && /^(?:=+|-{3,})\s*$/.test(lines[index + 1] ?? '') && !ITEM.test(line);
    const numbered = atx || setext ? undefined : numberedHeading(lines, index, chapters);
    if (atx || setext || numbered || (blank(lines[index - 1]) && blank(lines[index + 1]) && isContents(line))) {
      const heading: HeadingBlock = numbered ?? {
        kind: 'heading',
        depth: atx ? (atx[1]?.length ?? 1) : (lines[index + 1] ?? '').startsWith("=") ? 1 : 2,
        text: plain(atx ? (atx[2] ?? '') : line),
        line: from,
        end: setext ? from + 1 : from,
      };
      index = heading.end;
      if (isContents(heading.text)) {
        let last = index;
        for (let next = index; next < lines.length && (blank(lines[next]) || CONTENTS_LINE.test(lines[next] ?? '')); next += 1) if (!blank(lines[next])) last = next + 1;
        blocks.push({ kind: 'layout', what: 'contents', line: from, end: last });
        index = last;
      } else blocks.push(heading);
      continue;
    }
    if (RULE.test(line)) {
      blocks.push({ kind: 'layout', what: 'separator', line: from, end: from });
      index += 1;
      continue;
    }
    const table = pipeTable(lines, index) ?? tabTable(lines, index);
    if (table) {
      blocks.push(table);
      index = table.end;
      continue;
    }
    if (ITEM.test(line) && !isSeparator(line)) {
      const { items, end } = readList(lines, index, chapters);
      blocks.push({ kind: 'list', items, line: from, end });
      index = end;
      continue;
    }
    let end = index + 1;
    if (LABELLED.test(line.trim()) && line.length < 260) {
      blocks.push({ kind: 'heading', depth: LABEL, text: plain(line), line: from, end: from });
      index += 1;
      continue;
    }
    while (end < lines.length && !blank(lines[end]) && !begins(end) && !LABELLED.test((lines[end] ?? '').trim())) end += 1;
    blocks.push({ kind: 'paragraph', text: plain(lines.slice(index, end).map((each) => each.replace(/^\s*>\s?/, '')).join('\n')), line: from, end });
    index = end;
  }
  return blocks;
}

/** The line after the second `---`, or 0 where the text has no frontmatter. */
function frontmatterEnd(lines: readonly string[]): number {
  const close = lines.indexOf('---', 1);
  return close > 1 && close < 60 && lines.slice(1, close).every((line) => /^\s*(?:[\w-]+\s*:|-\s|#|$)/.test(line)) ? close + 1 : 0;
}
