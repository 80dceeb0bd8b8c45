export interface Commit {
  readonly hash: string;
  /** Instant of the commit, ISO 8601 with its own offset. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** Files of content/ that it touched, relative to content/. */
  readonly files: readonly string[];
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
  /** Path of content/ from the top of the repository, with a final slash. */
  readonly prefix: string;
}
