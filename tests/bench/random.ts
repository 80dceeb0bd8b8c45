/** A seeded source of choices: the same seed gives the same corpus on every machine. */
export interface Random {
  /** An integer from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Up to `count` different items, in the order of the list. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
  readonly chance: (probability: number) => boolean;
}

/** Mulberry32: small, fast, and good enough to choose words. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)]!;
  const some = <T>(list: readonly T[], count: number): T[] => {
    const taken = new Set<number>();
    while (taken.size < Math.min(count, list.length)) taken.add(between(0, list.length - 1));
    return [...taken].sort((a, b) => a - b).map((index) => list[index]!);
  };
  return { between, pick, some, chance: (probability) => next() < probability };
}
