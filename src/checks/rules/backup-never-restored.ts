import { isBackup } from '../../model/backup-coverage.ts';
import { isOverdue, restoresOf } from '../../model/exercises.ts';
import { everyText } from '../../model/span-text.ts';
import { inEach } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

const EXPECTED = { en: (every: string) => `, and must be ${every}`, fr: (every: string) => `, et doit l’être ${every}` };

/** Replicas are left out: they are read rather than restored, and a failover drill is what proves them. */
export const backupNeverRestored: Rule = {
  id: 'backup/never-restored',
  title: { en: 'Backup never restored', fr: 'Sauvegarde jamais restaurée' },
  severity: 'warning',
  why: {
    en: 'A backup that was never restored is a hope: empty dumps and lost keys show on the day they are needed.',
    fr: 'Une sauvegarde jamais restaurée n’est qu’un espoir : les exports vides et les clés perdues se découvrent le jour où l’on en a besoin.',
  },
  fix: {
    en: 'Restore it somewhere harmless, check the data, and write the day and the time it took under restore_test.',
    fr: 'La restaurer là où elle ne gêne personne, contrôler les données, puis noter le jour et le temps mis sous restore_test.',
  },

  *find(wiki) {
    for (const backup of wiki.all('backup')) {
      if (!isBackup(backup) || backup.value.method === 'replication') continue;
      const every = backup.value.restore_test?.every;
      const [latest] = restoresOf(wiki, backup);
      const expected = inEach((lang) => (every === undefined ? '' : EXPECTED[lang](everyText(every, lang))));
      const place = every === undefined ? backup.placeOf('id') : backup.placeOf('restore_test', 'every');
      if (latest === undefined) {
        yield { what: { en: `${backup.id} was never restored${expected.en}`, fr: `${backup.id} n’a jamais été restaurée${expected.fr}` }, place, record: backup.key };
      } else if (latest.result === 'fail') {
        yield {
          what: { en: `${backup.id} failed its last restore, on ${latest.on}`, fr: `${backup.id} a échoué à sa dernière restauration, le ${latest.on}` },
          place: latest.from === backup ? backup.placeOf('restore_test', 'result') : place,
          record: backup.key,
        };
      } else if (isOverdue(latest, every, wiki.asOf)) {
        yield { what: { en: `${backup.id} was last restored on ${latest.on}${expected.en}`, fr: `${backup.id} a été restaurée pour la dernière fois le ${latest.on}${expected.fr}` }, place, record: backup.key };
      }
    }
  },
};
