/** Lines `from` to `to` (excluded) of a text become `lines`. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Longest texts that are compared line by line; above it only whole texts are. */
const MOST_LINES = 4000;

/** What turns one text into another, in order; equal heads and tails are passed over. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  if (a.length * b.length > MOST_LINES * 1000) return [{ from: head, to: head + a.length, lines: b }];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) for (let column = b.length - 1; column >= 0; column -= 1) common[row * width + column] = a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const changes: { from: number; to: number; lines: string[] }[] = [];
  let row = 0;
  let column = 0;
  let open: { from: number; to: number; lines: string[] } | undefined;
  const change = (): { from: number; to: number; lines: string[] } => {
    if (!open) changes.push((open = { from: head + row, to: head + row, lines: [] }));
    return open;
  };
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && a[row] === b[column]) {
      row += 1;
      column += 1;
      open = undefined;
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1))) {
      change().to += 1;
      row += 1;
    } else {
      change().lines.push(b[column] ?? '');
      column += 1;
    }
  }
  return changes;
}

/** A text as it was imported, as its author left it, and as it would be imported today: both changes in one, or undefined where they touch. */
export function mergeEdits(base: string, mine: string, theirs: string): string | undefined {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const lines = base.split('\n');
  const own = changesBetween(lines, mine.split('\n')).map((change) => ({ ...change, mine: true }));
  const other = changesBetween(lines, theirs.split('\n')).map((change) => ({ ...change, mine: false }));
  const all = [...own, ...other].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, change] of all.entries()) {
    const next = all[index + 1];
    // Changes that touch may mean one thing: a person decides.
    if (next && next.from <= change.to && next.mine !== change.mine && !(next.from === change.to && change.to > change.from && next.to > next.from)) return undefined;
  }
  const merged = [...lines];
  for (const { from, to, lines: replaced } of [...all].reverse()) merged.splice(from, to - from, ...replaced);
  return merged.join('\n');
}
