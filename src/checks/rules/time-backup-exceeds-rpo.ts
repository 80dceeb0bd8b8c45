import { backupCoverage, backupInterval, breaksRpo, holdsData, isBackup, isScheduled } from '../../model/backup-coverage.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Problem } from '../../model/problem.ts';
import { objectiveOf, scenarioObjectives } from '../../model/recovery-objective.ts';
import { everyText } from '../../model/span-text.ts';
import { and, inEach } from '../../model/text.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** What backs a component against what is promised for it, a scenario stricter than its own RPO included. */
function* brokenPromises(wiki: Wiki): Generator<Problem> {
  for (const component of wiki.all('component')) {
    const objective = objectiveOf(wiki, component, 'rpo');
    const { best, backups } = backupCoverage(wiki, component);
    if (objective === undefined || best === undefined || holdsData(component) === false) continue;
    const stricter = scenarioObjectives(wiki, component, 'rpo').filter((promise) => promise.minutes < objective.minutes);
    for (const promise of [objective, ...stricter]) {
      if (!breaksRpo(best.loss, promise.minutes)) continue;
      const alone = backups.length === 1;
      const whole = best.loss === backupInterval(best.backup);
      const from = promise.from === component ? '' : `${promise.from.id} `;
      const [loss, rpo] = [inEach((lang) => formatMinutes(best.loss, lang)), inEach((lang) => formatMinutes(promise.minutes, lang))];
      yield {
        what: {
          en: `${component.id} ${whole ? 'is backed up every' : 'may lose'} ${loss.en} (${best.backup.id}${alone ? '' : `, the most frequent of ${backups.length} backups`}) and ${from}promises an RPO of ${rpo.en}`,
          fr: `${component.id} ${whole ? `est sauvegardé ${everyText(`${best.loss} min`, 'fr')}` : `peut perdre ${loss.fr}`} (${best.backup.id}${alone ? '' : `, la plus fréquente de ${backups.length} sauvegardes`}) et ${from}promet un RPO de ${rpo.fr}`,
        },
        place: promise.from.placeOf('rpo'),
        record: promise.from.key,
      };
    }
  }
}

/** A system that promises an RPO, schedules nothing, and leaves data without a copy. */
function* nothingScheduled(wiki: Wiki): Generator<Problem> {
  for (const { record } of wiki.systems) {
    const rpo = minutes(record.value.rpo);
    const backups = wiki.all('backup', record.system).filter(isBackup);
    if (rpo === undefined || backups.some(({ value }) => value.schedule !== undefined)) continue;
    const components = wiki.all('component', record.system);
    const bare = components.filter((component) => holdsData(component) === true && backupCoverage(wiki, component).scheduled.length === 0);
    const described = components.length > 0 && backups.length === 0;
    if (bare.length === 0 && (described || backups.some(isScheduled))) continue;
    const ids = bare.map(({ id }) => id);
    yield {
      what: {
        en: `${record.id} promises an RPO of ${formatMinutes(rpo, 'en')} and schedules no backup${ids.length === 0 ? '' : `: nothing copies ${and.en(ids)}`}`,
        fr: `${record.id} promet un RPO de ${formatMinutes(rpo, 'fr')} et ne planifie aucune sauvegarde${ids.length === 0 ? '' : ` : rien ne copie ${and.fr(ids)}`}`,
      },
      place: record.placeOf('rpo'),
      record: record.key,
    };
  }
}

export const timeBackupExceedsRpo: Rule = {
  id: 'time/backup-exceeds-rpo',
  title: { en: 'Backup rarer than the RPO', fr: 'Sauvegarde plus rare que le RPO' },
  severity: 'error',
  why: {
    en: 'Data written since the last backup is lost for good, and the promise says less may be lost.',
    fr: 'Ce qui a été écrit depuis la dernière sauvegarde est perdu pour de bon, et la promesse en dit moins.',
  },
  fix: {
    en: 'Back up more often, add point-in-time recovery, or write the RPO you really hold.',
    fr: 'Sauvegarder plus souvent, ajouter une restauration à un instant donné (PITR), ou écrire le RPO réellement tenu.',
  },

  *find(wiki) {
    yield* brokenPromises(wiki);
    yield* nothingScheduled(wiki);
    for (const backup of wiki.all('backup').filter(isBackup)) {
      const interval = backupInterval(backup);
      const said = minutes(backup.value.rpo);
      if (interval === undefined || said === undefined || !breaksRpo(interval, said)) continue;
      yield {
        what: {
          en: `${backup.id} runs every ${formatMinutes(interval, 'en')} and is said to hold an RPO of ${formatMinutes(said, 'en')}`,
          fr: `${backup.id} passe ${everyText(`${interval} min`, 'fr')} et annonce un RPO de ${formatMinutes(said, 'fr')}`,
        },
        place: backup.placeOf('rpo'),
        record: backup.key,
      };
    }
  },
};
