import type { Finding } from './finding.ts';

/** The wiki that is served while it is written, after an edit. */
export interface LiveEdit {
  /** Counts edits: a page that was written before the last one may be old. */
  readonly number: number;
  /** Errors that stand, those of the files just edited first. */
  readonly errors: readonly Finding[];
  /** Whether the edit is served; else the last good wiki stays. */
  readonly served: boolean;
  /** A file that is no document was touched, such as a picture: a page that shows it may still be the same text. */
  readonly attachments: boolean;
}

/** Told by who reads (`vigie dev`) to who serves (the site). */
export interface LiveWiki {
  /** How files are named in the terminal, before their path in content/. */
  readonly prefix: string;
  /** What stands now. */
  now: LiveEdit;
  /** Called after each edit, by name: a server that starts again takes the place of the one before. */
  readonly listeners: Map<string, (edit: LiveEdit) => void>;
  /** Prints a line in the terminal. */
  readonly say: (line: string) => void;
}
