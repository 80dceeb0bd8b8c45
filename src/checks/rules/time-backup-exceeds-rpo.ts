import { backupCoverage, backupInterval, breaksRpo, holdsData, isBackup, isScheduled } from '../../model/backup-coverage.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Problem } from '../../model/problem.ts';
import { objectiveOf, scenarioObjectives } from '../../model/recovery-objective.ts';
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
      const which = backups.length === 1 ? best.backup.id : `${best.backup.id}, the most frequent of ${backups.length} backups`;
      const loses = best.loss === backupInterval(best.backup) ? `is backed up every ${formatMinutes(best.loss)}` : `may lose ${formatMinutes(best.loss)}`;
      const promises = promise.from === component ? 'promises' : `${promise.from.id} promises`;
      yield { what: `${component.id} ${loses} (${which}) and ${promises} an RPO of ${formatMinutes(promise.minutes)}`, place: promise.from.placeOf('rpo'), record: promise.from.key };
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
    const without = bare.length === 0 ? '' : `: nothing copies ${bare.map(({ id }) => id).join(', ')}`;
    yield { what: `${record.id} promises an RPO of ${formatMinutes(rpo)} and schedules no backup${without}`, place: record.placeOf('rpo'), record: record.key };
  }
}

export const timeBackupExceedsRpo: Rule = {
  id: 'time/backup-exceeds-rpo',
  severity: 'error',
  why: 'Data written since the last backup is lost for good, and the promise says less may be lost.',
  fix: 'Back up more often, add point-in-time recovery, or write the RPO you really hold.',

  *find(wiki) {
    yield* brokenPromises(wiki);
    yield* nothingScheduled(wiki);
    for (const backup of wiki.all('backup').filter(isBackup)) {
      const interval = backupInterval(backup);
      const said = minutes(backup.value.rpo);
      if (interval === undefined || said === undefined || !breaksRpo(interval, said)) continue;
      yield { what: `${backup.id} runs every ${formatMinutes(interval)} and is said to hold an RPO of ${formatMinutes(said)}`, place: backup.placeOf('rpo'), record: backup.key };
    }
  },
};
