import { editionFor, type Audience } from '../model/audience.ts';
import { nearest } from '../model/nearest.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Wiki, WikiFolder } from '../model/wiki.ts';
import type { SnapshotOptions } from './options.ts';

export type SelectionProblem =
  | { readonly problem: 'unknown-system'; readonly name: string; readonly nearest?: string | undefined; readonly known: readonly string[] }
  | { readonly problem: 'unknown-register'; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'nothing'; readonly audience: Audience };

export interface Selection {
  /** What may be printed: without what the audience must not see. */
  readonly wiki: Wiki;
  readonly audience: Audience;
  readonly folders: readonly WikiFolder[];
  /** Those that are printed, and attached where their sources may be. */
  readonly documents: readonly WikiDocument[];
  readonly whole: boolean;
  /** Key of the one register that is printed alone. */
  readonly register: string | undefined;
}

/** A register's own documents: itself, the risks that have files of their own, and its method. */
function documentsOf(wiki: Wiki, { id }: WikiFolder, name: string): WikiDocument[] {
  const register = wiki.resolveAs('register', name, id);
  const method = wiki.resolveAs('method', register?.value.method, id)?.document;
  const risks = wiki.all('risk', id).filter((risk) => risk.register?.key === register?.key);
  return [...new Set([...(register ? [register.document] : []), ...(method ? [method] : []), ...risks.map(({ document }) => document)])];
}

/** Which folders are printed, of the documents that the audience may see. */
export function selectFolders(all: Wiki, { systems = [], register, audience = all.site.audience }: SnapshotOptions): Selection | SelectionProblem {
  const { wiki } = editionFor(all, audience);
  const ids = all.folders.map(({ id }) => id);
  const unknown = systems.find((name) => !ids.includes(name));
  if (unknown !== undefined) return { problem: 'unknown-system', name: unknown, nearest: nearest(unknown, ids), known: ids };
  let key: string | undefined;
  let folders = wiki.folders.filter(({ id }) => systems.length === 0 || systems.includes(id));
  if (register !== undefined) {
    const registers = folders.flatMap(({ id }) => wiki.all('register', id));
    const found = registers.find((each) => each.id === register || each.key === register);
    if (!found) return { problem: 'unknown-register', name: register, known: registers.map((each) => (folders.length > 1 ? each.key : each.id)) };
    key = found.key;
    folders = folders.filter(({ id }) => id === found.system);
  }
  if (folders.length === 0 || wiki.documents.length === 0) return { problem: 'nothing', audience };
  return { wiki, audience, folders, documents: folders.flatMap((folder) => (key === undefined ? folder.documents : documentsOf(wiki, folder, key))), whole: systems.length === 0 && key === undefined, register: key };
}
