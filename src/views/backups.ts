import type { Finding } from '../checks/finding.ts';
import { backupPromise, componentPromise, type BackupPromise, type ComponentPromise } from '../model/backup-promise.ts';
import { isBackup } from '../model/backup-coverage.ts';
import type { AnyRecord, RecordOf, RunbookRecord, WikiDocument } from '../model/records.ts';
import { restoreStatus, type RestoreStatus } from '../model/restore-status.ts';
import type { Wiki } from '../model/wiki.ts';

export interface BackupLine {
  readonly backup: RecordOf<'backup'>;
  readonly components: readonly AnyRecord[];
  readonly promise: BackupPromise;
  readonly restore: RestoreStatus;
  readonly runbook?: RunbookRecord | undefined;
  readonly owner?: { readonly name: string; readonly record?: AnyRecord | undefined } | undefined;
}

export interface BackupsView {
  readonly documents: readonly WikiDocument<'backup-policy'>[];
  readonly lines: readonly BackupLine[];
  /** Components that hold data, those without a backup first. */
  readonly promises: readonly ComponentPromise[];
  /** Lines that bring data back (a lifecycle deletes). */
  readonly real: number;
  readonly restored: number;
  readonly findings: readonly Finding[];
}

const GRAVITY: readonly ComponentPromise['state'][] = ['bare', 'broken', 'unscheduled', 'unknown', 'no-rpo', 'held'];

/** Rules whose findings stand on a component, a scenario or the system, and are about its backups. */
const ABOUT_BACKUPS = ['time/backup-exceeds-rpo', 'coverage/no-backup', 'backup/never-restored'];

function ownerOf(wiki: Wiki, { value, system }: RecordOf<'backup'>): BackupLine['owner'] {
  if (value.owner === undefined) return undefined;
  const record = wiki.resolveAs('role', value.owner, system);
  return { name: record?.title ?? value.owner, record };
}

/** What a system copies, how often, and whether it was ever put back. */
export function backupsView(wiki: Wiki, findings: readonly Finding[], system: string): BackupsView {
  const lines = wiki.all('backup', system).map((backup): BackupLine => ({
    backup,
    components: backup.value.components.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined),
    promise: backupPromise(wiki, backup),
    restore: restoreStatus(wiki, backup),
    runbook: wiki.resolveAs('runbook', backup.value.runbook, system),
    owner: ownerOf(wiki, backup),
  }));
  const real = lines.filter(({ backup }) => isBackup(backup));
  const documents = wiki.documentsOf('backup-policy', system);
  const files = new Set<string>(documents.map(({ file }) => file));
  return {
    documents,
    lines,
    promises: wiki
      .all('component', system)
      .flatMap((component) => componentPromise(wiki, component) ?? [])
      .sort((a, b) => GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state)),
    real: real.length,
    restored: real.filter(({ restore }) => restore.last !== undefined && restore.state !== 'fail').length,
    findings: findings.filter((finding) => finding.system === system && (files.has(finding.place.file) || ABOUT_BACKUPS.includes(finding.rule))),
  };
}
