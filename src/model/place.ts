/** Where something stands in a file of content/. Line and column count from 1; the file is relative to content/. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A value and the way back to its text, so that every finding can show it. */
export interface Sourced<T> {
  readonly value: T;
  /** Where a field stands. A missing key points at its parent. */
  readonly placeOf: (...path: readonly (string | number)[]) => Place;
}
