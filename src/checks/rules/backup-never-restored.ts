import { isBackup } from '../../model/backup-coverage.ts';
import { isOverdue, restoresOf } from '../../model/exercises.ts';
import type { Rule } from '../rule.ts';

/** Replicas are left out: they are read rather than restored, and a failover drill is what proves them. */
export const backupNeverRestored: Rule = {
  id: 'backup/never-restored',
  severity: 'warning',
  why: 'A backup that was never restored is a hope: empty dumps and lost keys show on the day they are needed.',
  fix: 'Restore it somewhere harmless, check the data, and write the day and the time it took under restore_test.',

  *find(wiki) {
    for (const backup of wiki.all('backup')) {
      if (!isBackup(backup) || backup.value.method === 'replication') continue;
      const every = backup.value.restore_test?.every;
      const [latest] = restoresOf(wiki, backup);
      const expected = every === undefined ? '' : `, and must be every ${every}`;
      const place = every === undefined ? backup.placeOf('id') : backup.placeOf('restore_test', 'every');
      if (latest === undefined) {
        yield { what: `${backup.id} was never restored${expected}`, place, record: backup.key };
      } else if (latest.result === 'fail') {
        yield { what: `${backup.id} failed its last restore, on ${latest.on}`, place: latest.from === backup ? backup.placeOf('restore_test', 'result') : place, record: backup.key };
      } else if (isOverdue(latest, every, wiki.asOf)) {
        yield { what: `${backup.id} was last restored on ${latest.on}${expected}`, place, record: backup.key };
      }
    }
  },
};
