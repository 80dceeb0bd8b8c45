import type { ReadingProblem } from '../model/problem.ts';
import type { ReadDocument } from './document.ts';

/** What was read of one file. */
export interface FileReading {
  readonly stamp: string | undefined;
  readonly text: string | undefined;
  /** Of its bytes; those of the document are its own. */
  readonly problems: readonly ReadingProblem[];
  /** Read when it is asked for, and dropped when site.yml changes. */
  document: ReadDocument | undefined;
}

/** Readings of files, from one reading of the wiki to the next: what the disk did not touch since is not read again. */
export interface ReadingMemory {
  readonly files: Map<string, FileReading>;
  /** The text of site.yml that the documents were read with. */
  site: string | undefined;
  /** Files that the last reading opened. */
  opened: readonly string[];
}

export const readingMemory = (): ReadingMemory => ({ files: new Map(), site: undefined, opened: [] });
