import { runbooksOfAlert } from '../../model/runbook-coverage.ts';
import type { Rule } from '../rule.ts';

export const alertWithoutRunbook: Rule = {
  id: 'alert/without-runbook',
  severity: 'warning',
  why: 'An alert wakes somebody up; without a runbook it does not say what to do next.',
  fix: 'Write runbook: on the alert, or list the alert under alerts: in the runbook that answers it.',

  *find(wiki) {
    for (const alert of wiki.all('alert')) {
      if (alert.value.runbook !== undefined || runbooksOfAlert(wiki, alert).length > 0) continue;
      yield { what: `${alert.id} (${alert.title}) leads to no runbook`, place: alert.placeOf('id'), record: alert.key };
    }
  },
};
