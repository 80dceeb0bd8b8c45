/** Lines that one text has and the other has not, by their place from 0: those outside their longest common sequence. For texts of a few dozen lines. */
export function changedLines(before: readonly string[], after: readonly string[]): { removed: ReadonlySet<number>; added: ReadonlySet<number> } {
  const common: number[][] = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number): number => common[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row]![column] = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const removed = new Set<number>();
  const added = new Set<number>();
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      row += 1;
      column += 1;
    } else if (column >= after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1))) {
      removed.add(row);
      row += 1;
    } else {
      added.add(column);
      column += 1;
    }
  }
  return { removed, added };
}
