/** A line as a finding shows it: what stands before the place, the word that begins there, and the rest. */
export interface LineFrame {
  readonly before: string;
  /** Empty where the place is the end of the line. */
  readonly at: string;
  readonly after: string;
  /** Place of the caret under what is shown, from 0. */
  readonly caret: number;
}

const SHOWN = 140;
const KEPT_BEFORE = 60;

/** Cuts a long line around a column (from 1), so that the place stays in sight; an ellipsis stands for what is left out. */
export function lineFrame(line: string, column: number): LineFrame {
  const start = column > 100 ? column - KEPT_BEFORE : 0;
  const shown = `${start > 0 ? '…' : ''}${line.slice(start, start + SHOWN).replaceAll('\t', ' ')}${line.length > start + SHOWN ? '…' : ''}`;
  const caret = Math.max(0, column - 1 - start + (start > 0 ? 1 : 0));
  const rest = shown.slice(caret);
  const at = /^[^\s,\]}]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
  return { before: shown.slice(0, caret), at, after: rest.slice(at.length), caret };
}
