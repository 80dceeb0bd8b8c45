import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../model/text-edit.ts';

type Path = readonly (string | number)[];

/** The YAML of a document as it stands in its text: every change is an edit of a few characters, and nothing is written again. */
export interface YamlSource {
  /** Replaces a scalar, in the quotes that it has; undefined where it is repeated by an alias, spread over lines, or absent. */
  readonly replace: (path: Path, value: string | number) => TextEdit | undefined;
  /** Where a scalar's own characters stand, quotes included; undefined as above. */
  readonly rangeOf: (path: Path) => { readonly start: number; readonly end: number } | undefined;
  /** Adds a word to a list of words under a key of a mapping, and the list where there is none, after one of the keys named. */
  readonly add: (path: Path, key: string, word: string, after: readonly string[]) => TextEdit | undefined;
  /** Every scalar that is text, with its path. */
  readonly texts: () => readonly { readonly path: Path; readonly value: string }[];
}

const valueIn = (source: string): unknown => {
  const document = parseDocument(`[${source}]`, { version: '1.2' });
  const list = document.errors.length > 0 ? undefined : (document.toJS() as unknown);
  return Array.isArray(list) && list.length === 1 ? (list[0] as unknown) : undefined;
};

/** A value as a scalar: without quotes where it means the same inside brackets, and so everywhere. */
const plain = (value: string | number): string => (typeof value === 'number' || valueIn(value) === value ? String(value) : JSON.stringify(value));

function scalarText({ type }: Scalar, value: string | number): string | undefined {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (type === 'QUOTE_SINGLE') return `'${String(value).replaceAll("'", "''")}'`;
  return type === 'PLAIN' ? plain(value) : undefined;
}

/** A node by its path; undefined through an alias, whose change would be one of several places. */
function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) node = pairOf(node, String(key))?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return undefined;
    if (isAlias(node)) return undefined;
  }
  return (node ?? undefined) as Node | undefined;
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);

function* scalars(node: unknown, path: Path): Generator<{ path: Path; value: string }> {
  if (isScalar(node)) {
    if (typeof node.value === 'string') yield { path, value: node.value };
  } else if (isMap(node)) for (const { key, value } of node.items) yield* scalars(value, [...path, isScalar(key) ? String(key.value) : '']);
  else if (isSeq(node)) for (const [index, item] of node.items.entries()) yield* scalars(item, [...path, index]);
}

/** Where the YAML of a Markdown document begins and ends; undefined where there is none. */
function bounds(text: string): { start: number; end: number } | undefined {
  const start = /^---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const close = /(^|\n)---[ \t]*(\r?\n|$)/.exec(text.slice(start));
  return close ? { start, end: start + close.index + (close[1]?.length ?? 0) } : undefined;
}

/** Opens the frontmatter of a document to edits; undefined where it cannot be read. Offsets are those of the whole text. */
export function yamlSource(text: string): YamlSource | undefined {
  const place = bounds(text);
  if (!place) return undefined;
  const document = parseDocument(text.slice(place.start, place.end), { version: '1.2', uniqueKeys: true });
  if (document.errors.length > 0) return undefined;
  const at = (offset: number): number => place.start + offset;

  const scalarAt = (path: Path): { node: Scalar; start: number; end: number } | undefined => {
    const node = nodeAt(document, path);
    if (!isScalar(node) || !node.range || node.anchor !== undefined) return undefined;
    const [start, end] = node.range;
    return text.slice(at(start), at(end)).includes('\n') ? undefined : { node, start: at(start), end: at(end) };
  };
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const column = (offset: number): string => ' '.repeat(offset - lineStart(offset));
  /** A new line after the one that holds an offset, ended as that one is. */
  const lineAfter = (offset: number, line: string): TextEdit => {
    const end = text.indexOf('\n', offset);
    const stop = text[end - 1] === '\r' ? end - 1 : end;
    return { start: stop, end: stop, text: `${text.slice(stop, end + 1)}${line}` };
  };

  function addTo(list: YAMLSeq, word: string): TextEdit | undefined {
    const last = list.items.at(-1) as Node | undefined;
    const end = last?.range?.[1];
    if (list.flow === true) {
      const offset = end === undefined ? at((list.range?.[0] ?? 0) + 1) : at(end);
      return { start: offset, end: offset, text: `${end === undefined ? '' : ', '}${plain(word)}` };
    }
    const dash = list.range?.[0];
    return end === undefined || dash === undefined || text[at(dash)] !== '-' ? undefined : lineAfter(at(end), `${column(at(dash))}- ${plain(word)}`);
  }

  return {
    rangeOf: scalarAt,
    replace: (path, value) => {
      const scalar = scalarAt(path);
      const written = scalar && scalarText(scalar.node, value);
      return written === undefined ? undefined : { start: scalar?.start ?? 0, end: scalar?.end ?? 0, text: written };
    },
    add: (path, key, word, after) => {
      const map = nodeAt(document, path);
      if (!isMap(map)) return undefined;
      const list = pairOf(map, key)?.value;
      if (isSeq(list)) return list.anchor === undefined ? addTo(list, word) : undefined;
      if (pairOf(map, key)) return undefined;
      const line = `${key}: [${plain(word)}]`;
      if (map.flow === true) {
        // Inside braces the end is where it disturbs least.
        const last = map.items.at(-1);
        const stop = ((last?.value ?? last?.key) as Node | undefined)?.range?.[1];
        return stop === undefined ? undefined : { start: at(stop), end: at(stop), text: `, ${line}` };
      }
      const before = after.map((name) => pairOf(map, name)).find((pair) => pair && isScalar(pair.value) && scalarAt([...path, String((pair.key as Scalar).value)]));
      const end = (before?.value as Scalar | undefined)?.range?.[1];
      const start = (before?.key as Scalar | undefined)?.range?.[0];
      if (end === undefined || start === undefined) return undefined;
      return lineAfter(at(end), `${column(at(start))}${line}`);
    },
    texts: () => [...scalars(document.contents, [])],
  };
}
