import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Entry, Group } from './group.ts';
import type { Runtime } from './join-groups.ts';
import type { Shelf } from './shelf.ts';

/** Another form of what is kept is another number. */
const FORM = 1;

/** A page and what the index reads of it. */
export interface PageText {
  readonly path: string;
  readonly content: string;
}

let version: string | undefined;
/** Of Pagefind: another one may find other words in the same page. */
const pagefindVersion = (): string => (version ??= (JSON.parse(readFileSync(new URL('../package.json', import.meta.resolve('pagefind')), 'utf8')) as { version: string }).version);

const digest = (language: string, parts: readonly string[]): string => {
  const hash = createHash('sha256');
  // Lengths keep two parts from being taken for others that read the same one after the other.
  for (const part of [String(FORM), pagefindVersion(), language, ...parts]) hash.update(`${part.length}:${part}`);
  return hash.digest('hex').slice(0, 32);
};

export const groupName = (language: string, pages: readonly PageText[]): string => `group-${digest(language, pages.flatMap(({ path, content }) => [path, content]))}`;
const runtimeName = (language: string): string => `runtime-${digest(language, [])}`;

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

export function keptRuntime(shelf: Shelf, language: string): Runtime | undefined {
  const kept = shelf.get(runtimeName(language));
  if (!kept) return undefined;
  const { entry, names } = kept.about as { entry: Entry; names: string[] };
  return { entry, files: new Map(names.map((name, index) => [name, kept.pieces[index] ?? new Uint8Array()])) };
}

export function keepRuntime(shelf: Shelf, language: string, { entry, files }: Runtime): void {
  shelf.put(runtimeName(language), { about: { entry, names: [...files.keys()] }, pieces: [...files.values()] });
}
