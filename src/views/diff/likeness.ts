const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function counts<T>(items: Iterable<T>): Map<T, number> {
  const found = new Map<T, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

/** Share of items that two lists have in common, from 0 to 1 (Dice), each counted as often as it stands in both. */
export function commonShare<T>(one: readonly T[], other: readonly T[]): number {
  if (one.length + other.length === 0) return 1;
  const left = counts(one);
  let common = 0;
  for (const item of other) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    common += 1;
  }
  return (2 * common) / (one.length + other.length);
}

/** How alike two titles are, from 0 to 1, by pairs of letters; case, accents and signs aside. */
export function titleLikeness(one: string, other: string): number {
  const [left, right] = [fold(one), fold(other)];
  if (left === right) return 1;
  const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  return commonShare(pairs(left), pairs(right));
}
