import { backupCoverage, holdsData } from '../../model/backup-coverage.ts';
import { formatMinutes, minutes } from '../../model/duration.ts';
import { objectiveOf } from '../../model/recovery-objective.ts';
import { and, type Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

export const coverageNoBackup: Rule = {
  id: 'coverage/no-backup',
  title: { en: 'No backup', fr: 'Aucune sauvegarde' },
  severity: 'warning',
  why: {
    en: 'What has no copy is lost whole the day it is deleted, corrupted or encrypted.',
    fr: 'Ce qui n’a aucune copie est perdu en entier le jour où on l’efface, le corrompt ou le chiffre.',
  },
  fix: {
    en: 'Schedule a backup that names it in components, or write stateful: false where it holds nothing to lose.',
    fr: 'Planifier une sauvegarde qui le cite sous components, ou écrire stateful: false s’il n’a rien à perdre.',
  },

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
        const { from } = objective;
        const ids = backups.map(({ id }) => id);
        const copies: Text =
          ids.length === 0
            ? { en: 'nothing backs it up', fr: 'rien ne le sauvegarde' }
            : { en: `${ids.length === 1 ? 'its backup is' : 'its backups are'} not scheduled (${and.en(ids)})`, fr: `${ids.length === 1 ? 'sa sauvegarde n’est pas planifiée' : 'ses sauvegardes ne sont pas planifiées'} (${and.fr(ids)})` };
        yield {
          what: {
            en: `${component.id} is promised an RPO of ${formatMinutes(objective.minutes, 'en')}${from === component ? '' : ` by ${from.id}`} and ${copies.en}`,
            fr: `${component.id} a un RPO de ${formatMinutes(objective.minutes, 'fr')}${from === component ? '' : `, promis par ${from.id},`} et ${copies.fr}`,
          },
          place,
          record: component.key,
        };
      } else if (backups.length === 0) {
        yield { what: { en: `${component.id} holds data and nothing backs it up`, fr: `${component.id} garde des données et rien ne le sauvegarde` }, place, record: component.key };
      }
    }
  },
};
