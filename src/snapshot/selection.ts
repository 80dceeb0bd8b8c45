import { nearest } from '../model/nearest.ts';
import type { Wiki, WikiFolder } from '../model/wiki.ts';
import type { SnapshotOptions } from './options.ts';
import { narrowed } from './narrowed.ts';

export type SelectionProblem =
  | { readonly problem: 'unknown-system'; readonly name: string; readonly nearest?: string | undefined; readonly known: readonly string[] }
  | { readonly problem: 'unknown-register'; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'nothing'; readonly audience: 'internal' | 'public' };

export interface Selection {
  /** What may be printed: without what the audience must not see. */
  readonly wiki: Wiki;
  readonly folders: readonly WikiFolder[];
  readonly whole: boolean;
}

/** How guarded a document is: as its own mark says, else its system's; unmarked is internal. */
export function isPublic(wiki: Wiki, document: Wiki['documents'][number]): boolean {
  const system = wiki.folders.find(({ id }) => id === document.system)?.record?.value.classification;
  return (document.value.classification ?? system ?? 'internal') === 'public';
}

/** Which folders are printed, of the documents that the audience may see. */
export function selectFolders(all: Wiki, { systems = [], register, audience = 'internal' }: SnapshotOptions): Selection | SelectionProblem {
  const wiki = audience === 'public' ? narrowed(all, (document) => isPublic(all, document)) : all;
  const ids = all.folders.map(({ id }) => id);
  const unknown = systems.find((name) => !ids.includes(name));
  if (unknown !== undefined) return { problem: 'unknown-system', name: unknown, nearest: nearest(unknown, ids), known: ids };
  let folders = wiki.folders.filter(({ id }) => systems.length === 0 || systems.includes(id));
  if (register !== undefined) {
    const registers = folders.flatMap(({ id }) => wiki.all('register', id));
    const found = registers.find(({ id, key }) => id === register || key === register);
    if (!found) return { problem: 'unknown-register', name: register, known: registers.map(({ id }) => id) };
    folders = folders.filter(({ id }) => id === found.system);
  }
  if (folders.length === 0 || wiki.documents.length === 0) return { problem: 'nothing', audience };
  return { wiki, folders, whole: systems.length === 0 && register === undefined };
}
