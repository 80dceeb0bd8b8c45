export interface Commit {
  readonly hash: string;
  /** Instant of the commit, ISO 8601 with its own offset. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** Files of content/ that it touched, relative to content/. */
  readonly files: readonly string[];
}

/** What Git knows of a folder of content/. */
export interface FolderHistory {
  /** The last one that touched it. */
  readonly commit: Commit;
  /** Hash of the folder's tree as HEAD holds it, `git rev-parse <commit>:<folder>`; undefined where it holds none, or it is not told. */
  readonly tree?: string | undefined;
}

/** What Git knows of content/. `available` is false outside a repository; `shallow` says that older commits are missing. */
export interface History {
  readonly available: boolean;
  readonly shallow: boolean;
  readonly head?: { readonly hash: string; readonly date: string; readonly tree: string } | undefined;
  /** Newest first. */
  readonly commits: readonly Commit[];
  /** Last commit of each file. */
  readonly lastOf: ReadonlyMap<string, Commit>;
  /** Folders that stand in content/ itself, by name. */
  readonly folders: ReadonlyMap<string, FolderHistory>;
  /** Path of content/ from the top of the repository, with a final slash. */
  readonly prefix: string;
}

const kept = new WeakMap<History, ReadonlyMap<string, readonly string[]>>();

/** Who changed a file of content/, the latest first, each once. */
export function authorsOf(history: History, file: string): readonly string[] {
  let all = kept.get(history);
  if (!all) {
    const found = new Map<string, string[]>();
    for (const { author, files } of history.commits) {
      for (const name of files) {
        const names = found.get(name);
        if (!names) found.set(name, [author]);
        else if (!names.includes(author)) names.push(author);
      }
    }
    kept.set(history, (all = found));
  }
  return all.get(file) ?? [];
}
