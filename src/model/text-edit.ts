/** A piece of a text to replace; offsets count UTF-16 code units from 0, the end excluded. An empty piece inserts. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits in the order of the text, each once; undefined where two of them meet. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const once = sorted.filter((edit, index) => {
    const before = sorted[index - 1];
    return before?.start !== edit.start || before.end !== edit.end || before.text !== edit.text;
  });
  return once.some((edit, index) => index > 0 && edit.start < (once[index - 1]?.end ?? 0)) ? undefined : once;
}

/** The text with its edits; all that stands outside of them is left as it is. The edits are in order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let [result, from] = ['', 0];
  for (const { start, end, text: piece } of edits) {
    result += text.slice(from, start) + piece;
    from = end;
  }
  return result + text.slice(from);
}
