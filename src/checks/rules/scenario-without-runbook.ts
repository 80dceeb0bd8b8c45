import { recoversAlone, runbooksOfScenario } from '../../model/runbook-coverage.ts';
import type { Rule } from '../rule.ts';

/** Strategies under which nobody has to act. */
const PASSIVE = ['wait', 'accept'];

export const scenarioWithoutRunbook: Rule = {
  id: 'scenario/without-runbook',
  severity: 'warning',
  why: 'The plan foresees the failure and says what is promised; nobody can keep the promise without the steps.',
  fix: 'List a runbook, or write strategy: wait or accept where nobody has to act.',

  *find(wiki) {
    for (const scenario of wiki.all('scenario')) {
      const { strategy, runbooks, components } = scenario.value;
      // A runbook that is listed and does not exist is a broken reference, not a missing runbook.
      if (recoversAlone(wiki, components, scenario.system) || runbooks.length > 0 || PASSIVE.includes(strategy ?? '') || runbooksOfScenario(wiki, scenario).length > 0) continue;
      yield { what: `${scenario.id} (${scenario.title}) has no runbook`, place: scenario.placeOf('id'), record: scenario.key };
    }
  },
};
