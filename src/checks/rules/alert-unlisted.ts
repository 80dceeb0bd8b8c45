import { runbookOf, runbooksNaming } from '../../model/runbook-address.ts';
import type { Rule } from '../rule.ts';

export const alertUnlisted: Rule = {
  id: 'alert/unlisted',
  title: { en: 'Alert that no runbook names', fr: 'Alerte qu’aucun runbook ne nomme' },
  severity: 'warning',
  why: {
    en: 'People search for the name of the alert that woke them; a name that no runbook has finds nothing.',
    fr: 'On cherche le nom de l’alerte qui a réveillé ; un nom qu’aucun runbook ne porte ne trouve rien.',
  },
  fix: {
    en: 'List the alert under alerts: in the runbook that answers it.',
    fr: 'Citer l’alerte sous alerts: dans le runbook qui y répond.',
  },

  *find(wiki) {
    const said = new Set<string>();
    for (const alert of wiki.alertRules) {
      const { name, placeOfName } = alert;
      // One name may stand over several thresholds.
      if (said.has(name) || runbooksNaming(wiki, name).length > 0) continue;
      said.add(name);
      const to = runbookOf(wiki, alert);
      const runbook = typeof to === 'object' && 'runbook' in to ? to.runbook : undefined;
      yield {
        what: { en: `${name} stands in no runbook`, fr: `${name} ne figure dans aucun runbook` },
        place: placeOfName,
        record: runbook?.key,
        fix: runbook && { en: `Add ${name} under alerts: in ${runbook.id}, where its runbook_url leads.`, fr: `Ajouter ${name} sous alerts: dans ${runbook.id}, où mène son runbook_url.` },
      };
    }
  },
};
