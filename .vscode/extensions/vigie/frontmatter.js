'use strict';
// Where a cursor stands in the frontmatter of a document. Lines and columns count from 0. A text that is being typed is no YAML yet,
// so it is read line by line, by its columns.

/** Lines between the two ---, the first excluded and the last too; undefined where the cursor's document has none. */
function frontmatterLines(lines) {
  if (!/^---\s*$/.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  return { start: 1, end: end < 0 ? lines.length : end };
}

/** Dashes and the key of a line, each with its column. */
function entriesOf(line) {
  const entries = [];
  let column = line.length - line.trimStart().length;
  while (/^- /.test(line.slice(column)) || line.slice(column) === '-') {
    entries.push({ column, item: true });
    column += 1;
    column += line.slice(column).length - line.slice(column).trimStart().length;
  }
  const key = /^(["']?)([\w-]+)\1\s*:(?=\s|$)/.exec(line.slice(column));
  if (key) entries.push({ column, key: key[2], after: column + key[0].length });
  else if (column < line.length) entries.push({ column, text: line.slice(column) });
  return entries;
}

/** The way into brackets and braces that are open at the end of a text, and what is being typed there. */
function flowPath(text) {
  const stack = [];
  let word = '';
  let quote = '';
  for (const [index, sign] of [...text].entries()) {
    const top = stack.at(-1);
    if (quote) {
      if (sign === quote) quote = '';
      else word += sign;
    } else if ((sign === '"' || sign === "'") && word.trim() === '') quote = sign;
    else if (sign === '{' || sign === '[') {
      if (word.trim() !== '') { word += sign; continue; }
      stack.push({ sign, key: undefined });
      word = '';
    } else if (top && (sign === '}' || sign === ']')) {
      stack.pop();
      word = ' ';
    } else if (top && sign === ',') {
      top.key = undefined;
      word = '';
    } else if (top?.sign === '{' && sign === ':' && top.key === undefined && /\s|^$/.test(text[index + 1] ?? '')) {
      top.key = word.trim();
      word = '';
    } else word += sign;
  }
  const path = stack.flatMap(({ sign, key }) => (sign === '[' ? ['*'] : key === undefined ? [] : [key]));
  const top = stack.at(-1);
  return { depth: stack.length, path, typed: word.trimStart(), isKey: top?.sign === '{' && top.key === undefined };
}

/**
 * What is being typed at a cursor: `path` leads to the object whose key it is (`isKey`) or to the value; `*` is an item of a list.
 * Undefined outside of the frontmatter and in a comment.
 */
function cursorAt(lines, line, column) {
  const range = frontmatterLines(lines);
  if (!range || line < range.start || line >= range.end) return undefined;
  const before = (lines[line] ?? '').slice(0, column);
  if (/^\s*#|\s#\s/.test(before)) return undefined;
  const own = entriesOf(before);
  const last = own.at(-1);
  const path = [];
  let [limit, typed, isKey] = [before.length, '', true];
  if (last?.key !== undefined) {
    const flow = flowPath(before.slice(last.after));
    path.unshift(last.key, ...flow.path);
    [limit, typed, isKey] = [last.column, flow.typed, flow.isKey];
  } else if (last?.text !== undefined) {
    // A list of words, or of braces: the item's own text may open some.
    const flow = flowPath(last.text);
    if (flow.depth > 0) path.unshift(...flow.path);
    [limit, typed, isKey] = [last.column, flow.typed, flow.depth > 0 ? flow.isKey : true];
  }
  // An item's key may stand in the column of its dashes; the item before it may not.
  let itemLimit = limit;
  const parents = own.filter((entry) => entry.item);
  for (let index = line; index >= range.start; index--) {
    const entries = index === line ? parents : entriesOf(lines[index] ?? '');
    for (const entry of entries.reverse()) {
      if (entry.item && entry.column < itemLimit) {
        path.unshift('*');
        [itemLimit, limit] = [entry.column, entry.column + 1];
      } else if (entry.key !== undefined && entry.column < limit) {
        path.unshift(entry.key);
        [itemLimit, limit] = [entry.column, entry.column];
      }
    }
  }
  return { path, typed, isKey };
}

/** The `kind` that a document says it is. */
const kindOf = (lines) => {
  const range = frontmatterLines(lines);
  return range && lines.slice(range.start, range.end).map((line) => /^kind:\s*["']?([\w-]+)/.exec(line)?.[1]).find(Boolean);
};

module.exports = { cursorAt, frontmatterLines, kindOf };
