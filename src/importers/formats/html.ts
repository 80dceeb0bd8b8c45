import { parse, type DefaultTreeAdapterMap } from 'parse5';
import type { LabelledLines } from './rows.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const SKIPPED = new Set(['script', 'style', 'head', 'noscript', 'template', 'svg', 'nav', 'colgroup', 'iframe', 'object']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'address', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'form', 'fieldset', 'body', 'html', 'blockquote', 'details', 'summary', 'caption', 'center']);

const attribute = (node: Element, name: string): string | undefined => node.attrs.find((each) => each.name === name)?.value;

/** The words of a node as inline Markdown. */
function inline(node: Node): string {
  if (node.nodeName === '#text') return ('value' in node ? node.value : '').replace(/\s+/g, ' ');
  if (!isElement(node)) return '';
  const { tagName } = node;
  if (SKIPPED.has(tagName)) return '';
  if (tagName === 'br') return '<br>';
  const inner = node.childNodes.map(inline).join('');
  const text = inner.trim();
  if (tagName === 'a') {
    const href = attribute(node, 'href');
    return href !== undefined && /^https?:|^mailto:/.test(href) && text !== '' ? `[${text}](${href})` : inner;
  }
  if (text === '') return inner;
  if (tagName === 'strong' || tagName === 'b') return `**${text}**`;
  if (tagName === 'code' || tagName === 'kbd') return `\`${text}\``;
  if (tagName === 'li') return `<br>- ${text}`;
  if (tagName === 'p' || tagName === 'div' || tagName === 'tr') return `${text}<br>`;
  return inner;
}

const words = (node: Node): string => inline(node).replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, '').replace(/(?:\s*<br>\s*)+/g, '<br>');

/** Cells of a table with spans filled in: a cell over two rows holds for both. */
function tableGrid(table: Element): { cells: string[]; line: number }[] {
  const rows: Element[] = [];
  const collect = (node: Node): void => {
    if (!isElement(node)) return;
    if (node.tagName === 'tr') rows.push(node);
    else if (node.tagName !== 'table' || node === table) node.childNodes.forEach(collect);
  };
  collect(table);
  const spans: { text: string; left: number }[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    let column = 0;
    const fill = (): void => {
      for (let span = spans[column]; span && span.left > 0; span = spans[column]) {
        cells[column] = span.text;
        span.left -= 1;
        column += 1;
      }
    };
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      fill();
      const text = words(cell);
      const wide = Math.min(50, Math.max(1, Number(attribute(cell, 'colspan') ?? 1) || 1));
      const high = Math.min(500, Math.max(1, Number(attribute(cell, 'rowspan') ?? 1) || 1));
      for (let offset = 0; offset < wide; offset += 1) {
        cells[column] = offset === 0 ? text : '';
        spans[column] = { text: offset === 0 ? text : '', left: high - 1 };
        column += 1;
      }
    }
    fill();
    return { cells: Array.from(cells, (cell) => cell ?? ''), line: row.sourceCodeLocation?.startLine ?? 0 };
  });
}

/** A page's words as lines of Markdown, each with the line of the page it begins on. `label` says how a place is called. */
export function htmlLines(html: string, label: (line: number, block: number) => string): LabelledLines {
  const lines: string[] = [];
  const labels: string[] = [];
  let block = 0;
  let at = 1;
  const put = (line: string): void => {
    lines.push(line);
    labels.push(line === '' ? '' : label(at, block));
  };
  const paragraph = (text: string): void => {
    if (text === '') return;
    block += 1;
    for (const part of text.split('<br>')) if (part.trim() !== '') put(part.trim());
    put('');
  };
  const list = (node: Element, depth: number): void => {
    let number = 1;
    for (const item of node.childNodes) {
      if (!isElement(item)) continue;
      if (item.tagName === 'ul' || item.tagName === 'ol') {
        list(item, depth + 1);
        continue;
      }
      if (item.tagName !== 'li') continue;
      at = item.sourceCodeLocation?.startLine ?? at;
      block += 1;
      const nested = item.childNodes.filter((child): child is Element => isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol'));
      const own = item.childNodes.filter((child) => !nested.includes(child as Element)).map(inline).join('').replace(/(?:\s*<br>\s*)+/g, ' ').trim();
      put(`${'  '.repeat(depth)}${node.tagName === 'ol' ? `${number}.` : '-'} ${own}`);
      number += 1;
      for (const each of nested) list(each, depth + 1);
    }
  };
  let run = '';
  const flush = (): void => {
    paragraph(run.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, ''));
    run = '';
  };
  const visit = (node: Node): void => {
    if (!isElement(node)) {
      run += inline(node);
      return;
    }
    const { tagName } = node;
    if (SKIPPED.has(tagName)) return;
    const here = node.sourceCodeLocation?.startLine;
    const heading = /^h([1-6])$/.exec(tagName);
    if (heading || tagName === 'table' || tagName === 'ul' || tagName === 'ol' || tagName === 'pre' || tagName === 'hr' || BLOCKS.has(tagName)) {
      flush();
      if (here !== undefined) at = here;
    }
    if (heading) {
      block += 1;
      const text = words(node).replace(/<br>/g, ' ').replace(/\*\*/g, '');
      if (text !== '') put(`${'#'.repeat(Number(heading[1]))} ${text}`);
      put('');
    } else if (tagName === 'table') {
      block += 1;
      const caption = node.childNodes.find((child) => isElement(child) && child.tagName === 'caption');
      if (caption) paragraph(words(caption));
      const grid = tableGrid(node);
      const width = Math.max(0, ...grid.map(({ cells }) => cells.length));
      grid.forEach(({ cells, line }, index) => {
        if (line > 0) at = line;
        put(`| ${Array.from({ length: width }, (_, column) => (cells[column] ?? '').replace(/\|/g, '\\|')).join(' | ')} |`);
        if (index === 0) put(`|${' --- |'.repeat(width)}`);
      });
      put('');
    } else if (tagName === 'ul' || tagName === 'ol') {
      list(node, 0);
      put('');
    } else if (tagName === 'pre') {
      block += 1;
      put('```');
      for (const line of node.childNodes.map((child) => ('value' in child ? child.value : inline(child))).join('').replace(/^\n|\n$/g, '').split('\n')) put(line);
      put('```');
      put('');
    } else if (tagName === 'hr') put('');
    else if (BLOCKS.has(tagName)) {
      node.childNodes.forEach(visit);
      flush();
    } else if (node.childNodes.some((child) => isElement(child) && (BLOCKS.has(child.tagName) || child.tagName === 'table'))) node.childNodes.forEach(visit);
    else run += inline(node);
  };
  parse(html, { sourceCodeLocationInfo: true }).childNodes.forEach(visit);
  flush();
  return { lines, labels };
}
