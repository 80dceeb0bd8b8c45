import { ratingText, shapeOf } from '../../model/rated.ts';
import { recoversAlone } from '../../model/runbook-coverage.ts';
import { isLive, runbooksOf } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

/** High is the third of the four shapes that readers see, whatever the number of levels of the method. */
const HIGH = 3;

export const riskHighWithoutRunbook: Rule = {
  id: 'risk/high-without-runbook',
  severity: 'warning',
  why: 'When it happens, somebody has to make up the answer at the worst moment.',
  fix: 'Cite the runbook to follow, in the risk or in its scenario; a runbook still to be written is one with documentation: undocumented.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current } = risk;
      if (!current || !isLive(risk) || shapeOf(current.level) < HIGH || runbooksOf(wiki, risk).length > 0) continue;
      // A runbook that cannot be found is reported by link/broken-reference.
      if (risk.value.runbooks.length > 0 || recoversAlone(wiki, risk.value.components, risk.system)) continue;
      const scenarios = risk.value.scenarios.length > 0 ? `, nor does ${risk.value.scenarios.join(', ')}` : '';
      yield { what: `${risk.id} is rated ${ratingText(current)} and leads to no runbook${scenarios}`, place: risk.placeOf('current'), record: risk.key };
    }
  },
};
