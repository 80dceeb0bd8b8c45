import matter from 'gray-matter';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place } from '../model/place.ts';
import type { ReadingProblem } from '../model/problem.ts';

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

/** Parses YAML with positions. `firstLine` is the line of the file where the YAML begins. */
export function readYaml(source: string, file: string, firstLine: number): Pick<Frontmatter, 'data' | 'placeOf' | 'placeOfKey' | 'problems'> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems: ReadingProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    rule: 'content/syntax',
    what: yamlMessage(error.code, error.message),
    place: at(error.pos[0]),
    fix: yamlFixes[error.code],
  }));
  // Positions are asked for only by findings: the tree is parsed again then rather than kept for every document.
  let kept: Document.Parsed | undefined;
  const tree = (): Document.Parsed => (kept ??= parseDocument(source, { version: '1.2' }));
  const placeOf = (...path: readonly (string | number)[]): Place => at(locate(tree(), path, false));
  const placeOfKey = (...path: readonly (string | number)[]): Place => at(locate(tree(), path, true));
  if (document.errors.length > 0) return { placeOf, placeOfKey, problems };
  try {
    const data = document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return { data: data as Record<string, unknown>, placeOf, placeOfKey, problems };
    problems.push({ rule: 'content/syntax', what: data === null ? 'the frontmatter is empty' : 'the frontmatter is not a list of keys and values', place: { file, line: firstLine, column: 1 }, fix: 'Begin with kind: and title:.' });
  } catch (error) {
    problems.push({ rule: 'content/syntax', what: `the frontmatter cannot be expanded: ${asError(error)}`, place: { file, line: firstLine, column: 1 }, fix: 'Write the values out instead of repeating aliases.' });
  }
  return { placeOf, placeOfKey, problems };
}

const yamlFixes: Partial<Record<string, string>> = { TAB_AS_INDENT: 'Indent with spaces.', BLOCK_AS_IMPLICIT_KEY: 'Put the whole text between quotes: "…".' };

function yamlMessage(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'a tab indents this line, and YAML allows only spaces';
  if (code === 'DUPLICATE_KEY') return 'this key stands twice';
  // French puts a space before the colon: « Retard : 3 jours » reads as a key and its value.
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'this text holds a colon followed by a space, which YAML takes for a key';
  return `the YAML cannot be read: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? code}`;
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
    // gray-matter hands over the YAML with the line break that follows the opening dashes.
    const leading = /^\r?\n/.test(source) ? 1 : 0;
    const yaml = readYaml(leading === 1 ? source.replace(/^\r?\n/, '') : source, file, 1 + leading);
    return { ...yaml, body: parsed.content, bodyLine };
  } catch (error) {
    return fail(asError(error), 'Write the frontmatter in YAML, between two lines ---.');
  }
}
