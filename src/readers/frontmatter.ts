import matter from 'gray-matter';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type YAMLError } from 'yaml';
import type { Place } from '../model/place.ts';
import type { ReadingProblem } from '../model/problem.ts';
import { typeName } from './value-text.ts';

/** A file cut in two: data with the way back to its text, and the Markdown below. */
export interface Frontmatter {
  readonly data?: Record<string, unknown>;
  readonly placeOf: (...path: readonly (string | number)[]) => Place;
  /** Where the key itself stands, for unknown keys. */
  readonly placeOfKey: (...path: readonly (string | number)[]) => Place;
  readonly body: string;
  /** Line of the file where the body begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly ReadingProblem[];
}

/** A YAML bomb repeats an alias thousands of times; people repeat one a few times. */
const MAX_ALIASES = 100;

/** The deepest schema nests six levels; beyond this a parser runs out of stack before an author runs out of patience. */
const MAX_DEPTH = 50;

/** One mistake in YAML often makes every line below it wrong. */
const MAX_SYNTAX_PROBLEMS = 5;

const refuse = (language: string) => ({
  parse: (): never => {
    throw new Error(`frontmatter in ${language} is refused: it could run code`);
  },
});

const engines = Object.fromEntries(['js', 'javascript', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((language) => [language, refuse(language)]));

const asError = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** The place in a YAML document of a path, as far as it exists; a missing key points at its parent. */
function locate(document: Document.Parsed, path: readonly (string | number)[], wantKey: boolean): number {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      const keyStart = (pair.key as Node).range?.[0] ?? offset;
      const value = pair.value as Node | null;
      offset = wantKey && depth === path.length - 1 ? keyStart : (value?.range?.[0] ?? keyStart);
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

/**
 * Where the ids stand: the document's own and those of the items of its lists. Every record is asked for the line of its id
 * (exports, permalinks), so these few numbers are kept from the first parsing.
 */
function idOffsets(document: Document.Parsed): Map<string, number> {
  const offsets = new Map<string, number>();
  const { contents } = document;
  if (!isMap(contents)) return offsets;
  offsets.set('id', locate(document, ['id'], false));
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || !isSeq(value)) continue;
    for (const index of value.items.keys()) offsets.set(`${String(key.value)}/${index}/id`, locate(document, [String(key.value), index, 'id'], false));
  }
  return offsets;
}

/** Parses YAML with positions. `firstLine` is the line of the file where the YAML begins. */
export function readYaml(source: string, file: string, firstLine: number): Pick<Frontmatter, 'data' | 'placeOf' | 'placeOfKey' | 'problems'> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems = yamlProblems([...document.errors, ...document.warnings], source, at);
  const ids = idOffsets(document);
  // Other positions are asked for only by findings: the tree is parsed again then, and kept only as long as memory is not wanted.
  let kept: WeakRef<Document.Parsed> | undefined;
  const tree = (): Document.Parsed => {
    let parsed = kept?.deref();
    if (!parsed) kept = new WeakRef((parsed = parseDocument(source, { version: '1.2' })));
    return parsed;
  };
  const placeOf = (...path: readonly (string | number)[]): Place => at(ids.get(path.join('/')) ?? locate(tree(), path, false));
  const placeOfKey = (...path: readonly (string | number)[]): Place => at(locate(tree(), path, true));
  if (document.errors.length > 0) return { placeOf, placeOfKey, problems };
  try {
    const data = document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
    const path = endlessPath(data);
    if (path) problems.push({ rule: 'content/syntax', what: `${String(path[0] ?? 'the document')} holds itself or is nested deeper than ${MAX_DEPTH} levels`, place: placeOfKey(...path.slice(0, 1)), fix: 'Write the values out, without an alias that points at what contains it.' });
    else if (typeof data === 'object' && data !== null && !Array.isArray(data)) return { data: data as Record<string, unknown>, placeOf, placeOfKey, problems };
    else problems.push({ rule: 'content/syntax', what: data === null ? 'there are no keys and values' : `this is ${typeName(data)} and must be keys and values`, place: { file, line: firstLine, column: 1 }, fix: 'Begin with title: and a value.' });
  } catch (error) {
    problems.push(aliasProblem(error, tree(), at));
  }
  return { placeOf, placeOfKey, problems };
}

type At = (offset: number) => Place;

/** What the YAML parser says, in an author's words, a line at most once. */
function yamlProblems(errors: readonly YAMLError[], source: string, at: At): ReadingProblem[] {
  const lines = source.split('\n');
  const first = at(0).line;
  const problems: ReadingProblem[] = [];
  for (const error of errors) {
    const place = at(error.pos[0]);
    if (problems.some((problem) => problem.place.line === place.line)) continue;
    if (problems.length === MAX_SYNTAX_PROBLEMS) break;
    const tab = error.code === 'TAB_AS_INDENT' ? place.column - 1 : /^ *\t/.exec(lines[place.line - first] ?? '') ? (lines[place.line - first] ?? '').indexOf('\t') : -1;
    problems.push({ rule: 'content/syntax', ...(tab >= 0 ? { what: 'a tab indents this line, and YAML allows only spaces', fix: 'Indent with spaces.' } : yamlMessage(error)), place: tab >= 0 ? { ...place, column: tab + 1 } : place });
  }
  return problems;
}

function yamlMessage({ code, message }: YAMLError): { what: string; fix?: string } {
  if (code === 'DUPLICATE_KEY') return { what: 'this key stands twice', fix: 'Keep one of them.' };
  // French puts a space before the colon: « Retard : 3 jours » reads as a key and its value.
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { what: 'this text holds a colon followed by a space, which YAML takes for a key', fix: 'Put the whole text between quotes: "…".' };
  if (message.includes('call stack')) return { what: `the YAML is nested deeper than ${MAX_DEPTH} levels`, fix: 'Write it with fewer levels.' };
  return { what: `the YAML cannot be read: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? code}` };
}

function aliasProblem(error: unknown, document: Document.Parsed, at: At): ReadingProblem {
  const found: { offset: number; name: string }[] = [];
  visit(document, {
    Alias(_key, node) {
      if (!node.resolve(document)) found.push({ offset: node.range?.[0] ?? 0, name: node.source });
    },
  });
  const [unknown] = found;
  if (unknown) return { rule: 'content/syntax', what: `*${unknown.name} repeats a value that nothing above names &${unknown.name}`, place: at(unknown.offset), fix: 'Put a value that begins with * between quotes.' };
  return { rule: 'content/syntax', what: `the values cannot be expanded: ${asError(error)}`, place: at(0), fix: 'Write the values out instead of repeating aliases.' };
}

/** The way to a value that holds itself or lies deeper than any schema goes; everything that reads the data may then recurse. */
function endlessPath(value: unknown, path: readonly (string | number)[] = []): readonly (string | number)[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > MAX_DEPTH) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = endlessPath(item, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

/** Cuts a document into frontmatter and body. Only YAML is read: gray-matter's other engines, which may run code, are refused. */
export function readFrontmatter(text: string, file: string): Frontmatter {
  const start = { file, line: 1, column: 1 };
  const nowhere = { placeOf: () => start, placeOfKey: () => start, body: text, bodyLine: 1 };
  const fail = (what: string, fix: string): Frontmatter => ({ ...nowhere, problems: [{ rule: 'content/syntax', what, place: start, fix }] });
  if (text.trim() === '') return fail('the file is empty', 'Write a frontmatter with kind and title, or delete the file.');
  if (!text.startsWith('---')) return fail('the file has no frontmatter', 'Begin with a line ---, kind: and title:, and a line ---.');
  if (!/\n---[ \t]*(\r?\n|$)/.test(text)) return fail('the frontmatter is never closed', 'End it with a line ---.');
  let source = '';
  try {
    const parsed = matter(text, { engines: { ...engines, yaml: { parse: (yaml: string) => ((source = yaml), {}) } } } as never);
    const bodyLine = text.slice(0, text.length - parsed.content.length).split('\n').length;
    // gray-matter hands over the YAML with the line break that follows the opening dashes, and without the last one but for its CR.
    const leading = /^\r?\n/.test(source) ? 1 : 0;
    const yaml = readYaml(source.replace(/^\r?\n/, '').replace(/\r$/, ''), file, 1 + leading);
    return { ...yaml, body: parsed.content, bodyLine };
  } catch (error) {
    return fail(asError(error).replace(/^gray-matter engine "(.*)" is not registered$/, 'frontmatter in $1 is not known'), 'Write the frontmatter in YAML, between two lines ---.');
  }
}
