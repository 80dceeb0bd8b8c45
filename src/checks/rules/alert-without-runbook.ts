import { runbooksOfAlert } from '../../model/runbook-coverage.ts';
import type { Rule } from '../rule.ts';

export const alertWithoutRunbook: Rule = {
  id: 'alert/without-runbook',
  title: { en: 'Alert without a runbook', fr: 'Alerte sans runbook' },
  severity: 'warning',
  why: {
    en: 'An alert wakes somebody up; without a runbook it does not say what to do next.',
    fr: 'Une alerte réveille quelqu’un ; sans runbook, elle ne lui dit pas quoi faire ensuite.',
  },
  fix: {
    en: 'Write runbook: on the alert, or list the alert under alerts: in the runbook that answers it.',
    fr: 'Écrire runbook: sur l’alerte, ou citer l’alerte sous alerts: dans le runbook qui y répond.',
  },

  *find(wiki) {
    for (const alert of wiki.all('alert')) {
      if (alert.value.runbook !== undefined || runbooksOfAlert(wiki, alert).length > 0) continue;
      yield {
        what: { en: `${alert.id} (${alert.title}) leads to no runbook`, fr: `${alert.id} (${alert.title}) ne mène à aucun runbook` },
        place: alert.placeOf('id'),
        record: alert.key,
      };
    }
  },
};
