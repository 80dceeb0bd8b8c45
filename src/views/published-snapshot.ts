/** Where a build publishes its snapshot, from the site's folder. The address stays the same from one build to the next. */
export const SNAPSHOT_FOLDER = 'snapshot';
export const SNAPSHOT_NAME = 'snapshot.pdf';
export const SNAPSHOT_PATH = `${SNAPSHOT_FOLDER}/${SNAPSHOT_NAME}`;

/** Why a build has no snapshot: site.yml wants none, a wiki that stands for no commit, nothing in it, or a failure that the build has printed. */
export const SNAPSHOT_REASONS = ['off', 'dev', 'no-repository', 'no-commit', 'nothing', 'failed'] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

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
