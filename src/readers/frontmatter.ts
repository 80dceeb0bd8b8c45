import matter from 'gray-matter';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place } from '../model/place.ts';
import type { ReadingProblem } from '../model/problem.ts';
import type { Text } from '../model/text.ts';
import { typeName } from './value-text.ts';
import { aliasProblem, firstLine, MAX_DEPTH, yamlProblems } from './yaml-problems.ts';

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
    throw new Error(`refused ${language}`);
  },
});

const engines = Object.fromEntries(['js', 'javascript', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((language) => [language, refuse(language)]));

/** Why gray-matter could not cut a document in two. */
function matterProblem(error: unknown): Text {
  const said = firstLine(error);
  const refused = /^refused (.*)$/.exec(said)?.[1];
  if (refused !== undefined) return { en: `frontmatter in ${refused} is refused: it could run code`, fr: `un frontmatter en ${refused} est refusé : il pourrait exécuter du code` };
  const unknown = /^gray-matter engine "(.*)" is not registered$/.exec(said)?.[1];
  return unknown === undefined ? { en: said, fr: `le frontmatter est illisible (${said})` } : { en: `frontmatter in ${unknown} is not known`, fr: `un frontmatter en ${unknown} est inconnu` };
}

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

const endless = ([key]: readonly (string | number)[]): Text => ({
  en: `${key ?? 'the document'} holds itself or is nested deeper than ${MAX_DEPTH} levels`,
  fr: `${key ?? 'le document'} se contient lui-même ou s’imbrique au-delà de ${MAX_DEPTH} niveaux`,
});

const noKeys = (data: unknown): Text =>
  data === null ? { en: 'there are no keys and values', fr: 'il n’y a ni clés ni valeurs' } : { en: `this is ${typeName(data).en} and must be keys and values`, fr: `c’est ${typeName(data).fr} et il faut des clés et des valeurs` };

/** Parses YAML with positions. `startLine` is the line of the file where the YAML begins. */
export function readYaml(source: string, file: string, startLine: number): Pick<Frontmatter, 'data' | 'placeOf' | 'placeOfKey' | 'problems'> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1) + startLine - 1, column: Math.max(col, 1) };
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
  // What is asked for once is asked for at every reading of the wiki that keeps this document.
  const asked = new Map<string, number>();
  const offsetOf = (path: readonly (string | number)[]): number => {
    const key = path.join('/');
    const known = ids.get(key) ?? asked.get(key);
    if (known !== undefined) return known;
    const offset = locate(tree(), path, false);
    asked.set(key, offset);
    return offset;
  };
  const placeOf = (...path: readonly (string | number)[]): Place => at(offsetOf(path));
  const placeOfKey = (...path: readonly (string | number)[]): Place => at(locate(tree(), path, true));
  if (document.errors.length > 0) return { placeOf, placeOfKey, problems };
  try {
    const data = document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
    const path = endlessPath(data);
    if (path) problems.push({ rule: 'content/syntax', what: endless(path), place: placeOfKey(...path.slice(0, 1)), fix: { en: 'Write the values out, without an alias that points at what contains it.', fr: 'Écrire les valeurs en entier, sans alias vers ce qui le contient.' } });
    else if (typeof data === 'object' && data !== null && !Array.isArray(data)) return { data: data as Record<string, unknown>, placeOf, placeOfKey, problems };
    else problems.push({ rule: 'content/syntax', what: noKeys(data), place: { file, line: startLine, column: 1 }, fix: { en: 'Begin with title: and a value.', fr: 'Commencer par title: et une valeur.' } });
  } catch (error) {
    problems.push(aliasProblem(error, tree(), at));
  }
  return { placeOf, placeOfKey, problems };
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
  const fail = (what: Text, fix: Text): Frontmatter => ({ ...nowhere, problems: [{ rule: 'content/syntax', what, place: start, fix }] });
  if (text.trim() === '') return fail({ en: 'the file is empty', fr: 'le fichier est vide' }, { en: 'Write a frontmatter with kind and title, or delete the file.', fr: 'Écrire un frontmatter avec kind et title, ou supprimer le fichier.' });
  if (!text.startsWith('---')) return fail({ en: 'the file has no frontmatter', fr: 'le fichier n’a pas de frontmatter' }, { en: 'Begin with a line ---, kind: and title:, and a line ---.', fr: 'Commencer par une ligne ---, kind: et title:, et une ligne ---.' });
  if (!/\n---[ \t]*(\r?\n|$)/.test(text)) return fail({ en: 'the frontmatter is never closed', fr: 'le frontmatter n’est jamais fermé' }, { en: 'End it with a line ---.', fr: 'Le terminer par une ligne ---.' });
  let source = '';
  try {
    const parsed = matter(text, { engines: { ...engines, yaml: { parse: (yaml: string) => ((source = yaml), {}) } } } as never);
    const bodyLine = text.slice(0, text.length - parsed.content.length).split('\n').length;
    // gray-matter hands over the YAML with the line break that follows the opening dashes, and without the last one but for its CR.
    const leading = /^\r?\n/.test(source) ? 1 : 0;
    const yaml = readYaml(source.replace(/^\r?\n/, '').replace(/\r$/, ''), file, 1 + leading);
    return { ...yaml, body: parsed.content, bodyLine };
  } catch (error) {
    return fail(matterProblem(error), { en: 'Write the frontmatter in YAML, between two lines ---.', fr: 'Écrire le frontmatter en YAML, entre deux lignes ---.' });
  }
}
