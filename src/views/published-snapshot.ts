import type { Wiki } from '../model/wiki.ts';

/** Where a build publishes its snapshot, from the site's folder. The address stays the same from one build to the next. */
export const SNAPSHOT_FOLDER = 'snapshot';
export const SNAPSHOT_NAME = 'snapshot.pdf';
export const SNAPSHOT_PATH = `${SNAPSHOT_FOLDER}/${SNAPSHOT_NAME}`;

/** Why a build has no snapshot: site.yml wants none, a wiki that stands for no commit, nothing in it, or a failure that the build has printed. */
export type SnapshotReason = 'off' | 'dev' | 'no-repository' | 'no-commit' | 'nothing' | 'failed';

/** The PDF that a build publishes for auditors, as plain data. */
export interface PublishedSnapshot {
  /** Name that a device saves it by: it says the commit. */
  readonly name: string;
  readonly bytes: number;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  readonly pages: number;
  readonly documents: number;
  readonly records: number;
  readonly attachments: number;
  readonly commit: string;
  /** Of the whole commit. */
  readonly tree: string;
  /** ISO day that is taken for today in it. */
  readonly asOf: string;
  /** Files that no commit holds are in it, and every page says so. */
  readonly draft: boolean;
}

export type SnapshotState = PublishedSnapshot | { readonly reason: SnapshotReason };

/** A page's own PDF, to print or to keep at hand: of a runbook (named by its key), of a system's registers or incidents (by its id). */
export interface PagePart {
  readonly kind: 'runbook' | 'risks' | 'incidents';
  readonly name: string;
}

/** Whether there is anything to print for a page. */
export const hasPart = (wiki: Wiki, { kind, name }: PagePart): boolean => (kind === 'runbook' ? wiki.records.get(name)?.kind === 'runbook' : kind === 'risks' ? wiki.all('register', name).length > 0 : wiki.all('severity', name).length + wiki.all('role', name).length > 0);

/** Every page that has a PDF of its own where site.yml says `snapshots: each`. */
export function pageParts(wiki: Wiki): PagePart[] {
  const ofSystems = wiki.folders.flatMap(({ id: name }): PagePart[] => [{ kind: 'risks', name }, { kind: 'incidents', name }]);
  return [...ofSystems, ...wiki.all('runbook').map(({ key }): PagePart => ({ kind: 'runbook', name: key }))].filter((part) => hasPart(wiki, part));
}

/** `snapshot/shop/runbook-rb-1.pdf`, from the site's folder. */
export function partPath({ kind, name }: PagePart): string {
  const [system = '', ...id] = name.split('/');
  const slug = id.join('/').toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `${SNAPSHOT_FOLDER}/${system}/${[kind, slug].filter(Boolean).join('-')}.pdf`;
}
