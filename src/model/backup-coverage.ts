import { citing } from './citing.ts';
import { minutes } from './duration.ts';
import type { RecordOf } from './records.ts';
import { parseRecurrence } from './recurrence.ts';
import type { Wiki } from './wiki.ts';

type Backup = RecordOf<'backup'>;

/** Methods that copy all the time: without a schedule they count as an interval of 0. */
const CONTINUOUS = ['continuous', 'point-in-time', 'replication'];

/** Kinds whose nature says whether they hold data. The others are asked only where a backup or an RPO of their own says so. */
const HOLDS_DATA: Partial<Record<RecordOf<'component'>['value']['kind'], boolean>> = { datastore: true, storage: true, worker: false, job: false, network: false };

/**
 * Whether a component holds data that a backup must cover; undefined where nothing says.
 * A queue does not by nature: its messages are in transit, and an old copy put back would replay work already done.
 */
export const holdsData = ({ value }: RecordOf<'component'>): boolean | undefined => value.stateful ?? HOLDS_DATA[value.kind];

/** A lifecycle deletes, and `none` records that there is nothing: neither brings data back. */
export const isBackup = ({ value, document }: Backup): boolean => value.method !== 'lifecycle' && value.method !== 'none' && document.value.status !== 'retired';

export const isScheduled = ({ value }: Backup): boolean => value.schedule !== undefined || CONTINUOUS.includes(value.method ?? '');

/** The longest time between two copies, in minutes; undefined where nothing is scheduled or the schedule cannot be read. */
export function backupInterval({ value }: Backup): number | undefined {
  if (value.schedule !== undefined) return parseRecurrence(value.schedule)?.interval;
  return CONTINUOUS.includes(value.method ?? '') ? 0 : undefined;
}

/** The most data a backup may lose, in minutes: its interval, or what its author says where that is longer. */
export function backupLoss(backup: Backup): number | undefined {
  const interval = backupInterval(backup);
  return interval === undefined ? undefined : Math.max(interval, minutes(backup.value.rpo) ?? 0);
}

/** How a component is backed up. */
export interface BackupCoverage {
  readonly backups: readonly Backup[];
  readonly scheduled: readonly Backup[];
  /** The backup that loses least and its loss in minutes; absent where a schedule cannot be read, as that one may lose less. */
  readonly best?: { readonly backup: Backup; readonly loss: number } | undefined;
}

export function backupCoverage(wiki: Wiki, component: RecordOf<'component'>): BackupCoverage {
  const backups = citing(wiki, component.key, 'backup').filter(isBackup);
  const scheduled = backups.filter(isScheduled);
  const losses = scheduled.map((backup) => ({ backup, loss: backupLoss(backup) }));
  const known = losses.filter((entry): entry is { backup: Backup; loss: number } => entry.loss !== undefined);
  const best = known.length === losses.length ? known.sort((a, b) => a.loss - b.loss)[0] : undefined;
  return { backups, scheduled, best };
}

const MONTH = 43_200;

/** Whether a loss breaks an RPO, both in minutes. Durations count 30 days a month and schedules the longest month: that day is calendar, not delay. */
export const breaksRpo = (loss: number, rpo: number): boolean => loss > (rpo >= MONTH ? (rpo * 31) / 30 : rpo);
