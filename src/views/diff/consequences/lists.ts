import type { AnyRecord } from '../../../model/records.ts';
import type { Comparison } from '../comparison.ts';

/** Records that a list of the base held and one of the head has not, and the other way round, renames aside. */
export function listChange<R extends AnyRecord>({ keyNow }: Comparison, before: readonly R[], after: readonly R[]): { lost: R[]; won: R[] } {
  const [old, now] = [new Set(before.map(({ key }) => keyNow(key))), new Set(after.map(({ key }) => key))];
  return { lost: before.filter(({ key }) => !now.has(keyNow(key))), won: after.filter(({ key }) => !old.has(key)) };
}

export const ids = (records: readonly { id: string }[]): string[] => [...new Set(records.map(({ id }) => id))];
