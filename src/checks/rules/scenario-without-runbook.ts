import { recoversAlone, runbooksOfScenario } from '../../model/runbook-coverage.ts';
import type { Rule } from '../rule.ts';

/** Strategies under which nobody has to act. */
const PASSIVE = ['wait', 'accept'];

export const scenarioWithoutRunbook: Rule = {
  id: 'scenario/without-runbook',
  title: { en: 'Scenario without a runbook', fr: 'Scénario sans runbook' },
  severity: 'warning',
  why: {
    en: 'The plan foresees the failure and says what is promised; nobody can keep the promise without the steps.',
    fr: 'Le plan prévoit la panne et dit ce qui est promis ; sans les étapes, personne ne peut tenir la promesse.',
  },
  fix: {
    en: 'List a runbook, or write strategy: wait or accept where nobody has to act.',
    fr: 'Citer un runbook, ou écrire strategy: wait ou accept si personne n’a à intervenir.',
  },

  *find(wiki) {
    for (const scenario of wiki.all('scenario')) {
      const { strategy, runbooks, components } = scenario.value;
      // A runbook that is listed and does not exist is a broken reference, not a missing runbook.
      if (recoversAlone(wiki, components, scenario.system) || runbooks.length > 0 || PASSIVE.includes(strategy ?? '') || runbooksOfScenario(wiki, scenario).length > 0) continue;
      yield { what: { en: `${scenario.id} (${scenario.title}) has no runbook`, fr: `${scenario.id} (${scenario.title}) n’a pas de runbook` }, place: scenario.placeOf('id'), record: scenario.key };
    }
  },
};
