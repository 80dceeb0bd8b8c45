import type { TextEdit } from '../../model/text-edit.ts';

/** A change that is safe: it alters no fact, and nothing around it. */
export interface Fix {
  /** Rule whose finding it answers. */
  readonly rule: `${string}/${string}`;
  /** Relative to content/. */
  readonly file: string;
  readonly edits: readonly TextEdit[];
}
