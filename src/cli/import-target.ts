import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mergeEdits } from '../importers/merge.ts';
import type { Plan, PlannedDocument } from '../importers/plan.ts';

/** What an import wrote, beside what it wrote: how the next one knows what authors changed since. */
export interface Manifest {
  readonly version: 1;
  readonly sources: readonly string[];
  /** Documents as they were written, by path. */
  readonly documents: Readonly<Record<string, string>>;
  /** Ids that were given, by kind and title. */
  readonly ids: Readonly<Record<string, string>>;
}

const MANIFEST = '.import.json';

export type State =
  | 'new'
  | 'unchanged'
  /** The source changed and nobody edited the file. */
  | 'updated'
  /** Both changed, in different places. */
  | 'merged'
  /** Edited by hand, and the source says nothing new. */
  | 'edited'
  /** Edited by hand where the source changed, or written by hand: left as it is. */
  | 'kept';

export interface Placement {
  readonly document: PlannedDocument;
  readonly state: State;
  /** The file as it stands, where it does. */
  readonly before?: string | undefined;
  /** The file as it will stand. */
  readonly after: string;
}

export interface Target {
  readonly folder: string;
  readonly manifest?: Manifest | undefined;
}

/** The folder of the system, and what an earlier import left there. A manifest that cannot be read is none: every file counts as written by hand. */
export function openTarget(root: string, system: string): Target {
  const folder = join(root, system);
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    return { folder, ...(manifest.version === 1 && typeof manifest.documents === 'object' ? { manifest } : {}) };
  } catch {
    return { folder };
  }
}

/** Holds a plan against what stands in the folder. What an author wrote or edited is never written over. */
export function placements({ folder, manifest }: Target, plan: Plan): readonly Placement[] {
  return plan.documents.map((document): Placement => {
    const file = join(folder, document.path);
    const after = document.text;
    if (!existsSync(file)) {
      // An author who deleted a document that an import wrote did not want it.
      return manifest?.documents[document.path] !== undefined && statSync(folder).isDirectory() ? { document, state: 'kept', after: '' } : { document, state: 'new', after };
    }
    const before = readFileSync(file, 'utf8');
    const base = manifest?.documents[document.path];
    if (before === after) return { document, state: 'unchanged', before, after };
    if (base === undefined) return { document, state: 'kept', before, after: before };
    if (before === base) return { document, state: 'updated', before, after };
    if (base === after) return { document, state: 'edited', before, after: before };
    const merged = mergeEdits(base, before, after);
    return merged === undefined ? { document, state: 'kept', before, after: before } : { document, state: 'merged', before, after: merged };
  });
}

/** Documents that an earlier import wrote and that the source no longer makes; nothing is deleted. */
export const gone = ({ manifest }: Target, plan: Plan): readonly string[] => Object.keys(manifest?.documents ?? {}).filter((path) => !plan.documents.some((document) => document.path === path));

const WRITTEN: readonly State[] = ['new', 'updated', 'merged'];

export const isWritten = ({ state }: Placement): boolean => WRITTEN.includes(state);

/** Writes what is to be written: aside first, then in place; a failure puts every file back. */
export function writeImport(root: string, system: string, target: Target, placed: readonly Placement[], manifest: Manifest): void {
  const aside = join(root, `.import-${system}`);
  rmSync(aside, { recursive: true, force: true });
  const files = [...placed.filter(isWritten).map(({ document, after }) => ({ path: document.path, text: after })), { path: MANIFEST, text: `${JSON.stringify(manifest, undefined, 1)}\n` }];
  const moved: { file: string; saved?: string | undefined }[] = [];
  try {
    for (const { path, text } of files) {
      const file = join(aside, 'after', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    for (const { path } of files) {
      const file = join(target.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      const saved = existsSync(file) ? join(aside, 'before', path) : undefined;
      if (saved !== undefined) {
        mkdirSync(dirname(saved), { recursive: true });
        renameSync(file, saved);
      }
      moved.push({ file, saved });
      renameSync(join(aside, 'after', path), file);
    }
  } catch (error) {
    for (const { file, saved } of moved.reverse()) {
      rmSync(file, { force: true });
      if (saved !== undefined) renameSync(saved, file);
    }
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
