import { backupCoverage, holdsData } from '../../model/backup-coverage.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import { objectiveOf } from '../../model/recovery-objective.ts';
import type { Rule } from '../rule.ts';

export const coverageNoBackup: Rule = {
  id: 'coverage/no-backup',
  severity: 'warning',
  why: 'What has no copy is lost whole the day it is deleted, corrupted or encrypted.',
  fix: 'Schedule a backup that names it in components, or write stateful: false where it holds nothing to lose.',

  *find(wiki) {
    for (const component of wiki.all('component')) {
      const holds = holdsData(component);
      const { backups, scheduled } = backupCoverage(wiki, component);
      const own = minutes(component.value.rpo);
      // Where its kind says nothing, a backup or an RPO above 0 of its own says that it holds data.
      if (holds === false || (holds === undefined && backups.length === 0 && (own ?? 0) === 0)) continue;
      const objective = objectiveOf(wiki, component, 'rpo');
      const place = component.placeOf(own === undefined ? 'id' : 'rpo');
      if (objective !== undefined && scheduled.length === 0) {
        const whose = objective.from === component ? '' : ` by ${objective.from.id}`;
        const copies = backups.length === 0 ? 'nothing backs it up' : `${backups.length === 1 ? 'its backup is' : 'its backups are'} not scheduled (${backups.map(({ id }) => id).join(', ')})`;
        yield { what: `${component.id} is promised an RPO of ${formatMinutes(objective.minutes)}${whose} and ${copies}`, place, record: component.key };
      } else if (backups.length === 0) {
        yield { what: `${component.id} holds data and nothing backs it up`, place, record: component.key };
      }
    }
  },
};
