import type { Lang } from '../../model/text.ts';
import type { WikiDiff } from '../../views/diff/wiki-diff.ts';

/** One run of `diff` or `changelog`, as each of their formats gets it. */
export interface DiffReport {
  readonly diff: WikiDiff;
  readonly lang: Lang;
  /** Vigie's own version. */
  readonly version: string;
  /** Path of content/ from the top of the repository, with a final slash. */
  readonly prefix: string;
  /** The same from where the command runs, for people. */
  readonly shown: string;
  readonly color: boolean;
}

/** Writes a diff in one format, final line break included. */
export type DiffReporter = (report: DiffReport) => string;
