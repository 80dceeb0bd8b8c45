import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Entry, Group } from './group.ts';
import type { Runtime } from './join-groups.ts';
import type { Files } from './pagefind-file.ts';
import type { Shelf } from './shelf.ts';

/** Another form of what is kept is another number. */
const FORM = 2;

/** A page and what the index reads of it: UTF-8, outside the heap, because pages of a group wait for one another. */
export interface PageText {
  readonly path: string;
  readonly content: Buffer;
}

let version: string | undefined;
/** Of Pagefind: another one may find other words in the same page. */
const pagefindVersion = (): string => (version ??= (JSON.parse(readFileSync(new URL('../package.json', import.meta.resolve('pagefind')), 'utf8')) as { version: string }).version);

const digest = (language: string, parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  // Lengths keep two parts from being taken for others that read the same one after the other.
  for (const part of [String(FORM), pagefindVersion(), language, ...parts]) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
};

export const groupName = (language: string, pages: readonly PageText[]): string => `group-${digest(language, pages.flatMap(({ path, content }) => [path, content]))}`;
const runtimeName = (language: string): string => `runtime-${digest(language, [])}`;
const packedName = (language: string): string => `packed-${digest(language, [])}`;

interface AboutGroup extends Pick<Group, 'pages' | 'fields' | 'filters'> {
  readonly fragments: readonly string[];
}

export function keptGroup(shelf: Shelf, name: string): Group | undefined {
  const kept = shelf.get(name);
  if (!kept) return undefined;
  const { fragments, ...about } = kept.about as AboutGroup;
  const [words = new Uint8Array(), ...shown] = kept.pieces;
  return { ...about, words: Buffer.from(words.buffer, words.byteOffset, words.length), fragments: new Map(fragments.map((fragment, index) => [fragment, shown[index] ?? new Uint8Array()])) };
}

export function keepGroup(shelf: Shelf, name: string, { fragments, words, ...about }: Group): void {
  shelf.put(name, { about: { ...about, fragments: [...fragments.keys()] } satisfies AboutGroup, pieces: [words, ...fragments.values()] });
}

function keptFiles(shelf: Shelf, name: string): { readonly more: unknown; readonly files: Files } | undefined {
  const kept = shelf.get(name);
  if (!kept) return undefined;
  const { names, more } = kept.about as { names: string[]; more: unknown };
  return { more, files: new Map(names.map((each, index) => [each, kept.pieces[index] ?? new Uint8Array()])) };
}

const keepFiles = (shelf: Shelf, name: string, files: Files, more?: unknown): void => shelf.put(name, { about: { names: [...files.keys()], more }, pieces: [...files.values()] });

export function keptRuntime(shelf: Shelf, language: string): Runtime | undefined {
  const kept = keptFiles(shelf, runtimeName(language));
  return kept && { entry: kept.more as Entry, files: kept.files };
}

export const keepRuntime = (shelf: Shelf, language: string, { entry, files }: Runtime): void => keepFiles(shelf, runtimeName(language), files, entry);

/** Files of the last index by what they hold: most of the next one's are the same. */
export const keptPacked = (shelf: Shelf, language: string): Files => keptFiles(shelf, packedName(language))?.files ?? new Map<string, Uint8Array>();
export const keepPacked = (shelf: Shelf, language: string, files: Files): void => keepFiles(shelf, packedName(language), files);
