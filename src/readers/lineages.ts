import type { MainCommit } from '../model/rating-history.ts';
import type { ChangedFiles, FileChange } from './file-changes.ts';

/** A file through its names. It goes by today's, or by the last it had where it is gone. */
export interface Lineage {
  readonly file: string;
  readonly gone: boolean;
  /** Object id of its last text, where it is gone. */
  readonly last?: string | undefined;
}

/** One version of one file. */
export interface FileVersion {
  readonly lineage: Lineage;
  /** Place of its commit among those that were read: 0 is the newest. */
  readonly at: number;
  readonly commit: MainCommit;
  /** It stands in the oldest commit that Git has. */
  readonly first: boolean;
  readonly status: FileChange['status'];
  /** Object id of the text; absent where the commit deleted the file. */
  readonly id?: string | undefined;
}

/** Follows files back through their names: those of today that are `wanted`, and every one that is gone. Newest first. */
export function followFiles(commits: readonly ChangedFiles[], wanted: Iterable<string>): FileVersion[] {
  const owners = new Map<string, Lineage>([...wanted].map((file) => [file, { file, gone: false }]));
  const versions: FileVersion[] = [];
  for (const [at, { commit, first, changes }] of commits.entries()) {
    // Names are those after the commit until all its changes are read: it may swap two.
    const older = new Map<string, Lineage>();
    const taken: string[] = [];
    for (const { status, path, from, before, after } of changes) {
      const lineage = status === 'deleted' ? { file: path, gone: true, last: before } : owners.get(path);
      if (!lineage) continue;
      versions.push({ lineage, at, commit, first, status, id: after });
      if (status === 'added' || status === 'renamed') taken.push(path);
      if (status === 'deleted') older.set(path, lineage);
      if (from !== undefined) older.set(from, lineage);
    }
    for (const path of taken) owners.delete(path);
    for (const [path, lineage] of older) owners.set(path, lineage);
  }
  return versions;
}
