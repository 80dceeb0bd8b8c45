import { isBackup } from './backup-coverage.ts';
import { addDuration } from './duration.ts';
import { isOverdue, restoresOf, type Exercise } from './exercises.ts';
import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

/** What proves that a backup can be put back. A replica is read rather than restored, so nothing is asked of it. */
export interface RestoreStatus {
  readonly state: 'pass' | 'fail' | 'partial' | 'done' | 'late' | 'never' | 'not-asked';
  /** The latest restore. */
  readonly last?: Exercise | undefined;
  /** How often it must be tried, as written. */
  readonly every?: string | 0 | undefined;
  /** Day of the next try; past where it is late. */
  readonly due?: string | undefined;
}

export function restoreStatus(wiki: Wiki, backup: RecordOf<'backup'>): RestoreStatus {
  const every = backup.value.restore_test?.every;
  const last = restoresOf(wiki, backup)[0];
  const due = last && every !== undefined ? addDuration(last.on, every) : undefined;
  if (last === undefined) return { state: !isBackup(backup) || backup.value.method === 'replication' ? 'not-asked' : 'never', every };
  const state = last.result === 'fail' ? 'fail' : isOverdue(last, every, wiki.asOf) ? 'late' : (last.result ?? 'done');
  return { state, last, every, due };
}
