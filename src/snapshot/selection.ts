import { editionFor, type Audience } from '../model/audience.ts';
import { nearest } from '../model/nearest.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Wiki, WikiFolder } from '../model/wiki.ts';
import type { SnapshotOptions, SnapshotPart } from './options.ts';

export type SelectionProblem =
  | { readonly problem: 'unknown-system'; readonly name: string; readonly nearest?: string | undefined; readonly known: readonly string[] }
  | { readonly problem: 'unknown-part'; readonly kind: SnapshotPart['kind']; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'nothing'; readonly audience: Audience };

export interface Selection {
  /** What may be printed: without what the audience must not see. */
  readonly wiki: Wiki;
  readonly audience: Audience;
  readonly folders: readonly WikiFolder[];
  /** Those that are printed, and attached where their sources may be. */
  readonly documents: readonly WikiDocument[];
  readonly whole: boolean;
  /** What is printed alone, named by its key; of `risks` and `incidents`, by the system's id. */
  readonly part: SnapshotPart | undefined;
}

/** A part's own documents. Of a register: itself, the risks that have files of their own, and its method. */
function documentsOf(wiki: Wiki, { id, documents }: WikiFolder, { kind, name }: SnapshotPart): readonly WikiDocument[] {
  if (kind === 'incidents') return documents.filter(({ kind: own }) => own === 'incident-matrix' || own === 'escalation');
  if (kind === 'risks') return documents.filter(({ kind: own }) => own === 'risk-register' || own === 'risk' || own === 'method');
  if (kind === 'runbook') return wiki.all('runbook', id).filter(({ key }) => key === name).map(({ document }) => document);
  const register = wiki.resolveAs('register', name, id);
  const method = wiki.resolveAs('method', register?.value.method, id)?.document;
  const risks = wiki.all('risk', id).filter((risk) => risk.register?.key === register?.key);
  return [...new Set([...(register ? [register.document] : []), ...(method ? [method] : []), ...risks.map(({ document }) => document)])];
}

interface Named {
  readonly id: string;
  readonly key: string;
  readonly system: string;
}

/** What may be printed alone in a system. */
function partsIn(wiki: Wiki, { id }: WikiFolder, kind: SnapshotPart['kind']): readonly Named[] {
  if (kind === 'register' || kind === 'runbook') return wiki.all(kind, id);
  const records = kind === 'risks' ? wiki.all('register', id) : [...wiki.all('severity', id), ...wiki.all('role', id)];
  return records.length === 0 ? [] : [{ id, key: id, system: id }];
}

/** Which folders are printed, of the documents that the audience may see. */
export function selectFolders(all: Wiki, { systems = [], part, audience = all.site.audience }: SnapshotOptions): Selection | SelectionProblem {
  const { wiki } = editionFor(all, audience);
  const ids = all.folders.map(({ id }) => id);
  const unknown = systems.find((name) => !ids.includes(name));
  if (unknown !== undefined) return { problem: 'unknown-system', name: unknown, nearest: nearest(unknown, ids), known: ids };
  const folders = wiki.folders.filter(({ id }) => systems.length === 0 || systems.includes(id));
  if (folders.length === 0 || wiki.documents.length === 0) return { problem: 'nothing', audience };
  if (part === undefined) return { wiki, audience, folders, documents: folders.flatMap(({ documents }) => documents), whole: systems.length === 0, part };
  const { kind, name } = part;
  const known = folders.flatMap((folder) => partsIn(wiki, folder, kind));
  const found = known.find(({ id, key }) => id === name || key === name);
  if (!found) return { problem: 'unknown-part', kind, name, known: known.map(({ id, key }) => (folders.length > 1 ? key : id)) };
  const own = folders.filter(({ id }) => id === found.system);
  const alone = { kind, name: found.key };
  return { wiki, audience, folders: own, documents: own.flatMap((folder) => documentsOf(wiki, folder, alone)), whole: false, part: alone };
}
