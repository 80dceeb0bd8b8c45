import { ratingText, shapeOf } from '../../model/rated.ts';
import { recoversAlone } from '../../model/runbook-coverage.ts';
import { and } from '../../model/text.ts';
import { isLive, runbooksOf } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

/** High is the third of the four shapes that readers see, whatever the number of levels of the method. */
const HIGH = 3;

export const riskHighWithoutRunbook: Rule = {
  id: 'risk/high-without-runbook',
  title: { en: 'Grave risk without a runbook', fr: 'Risque grave sans runbook' },
  severity: 'warning',
  why: {
    en: 'When it happens, somebody has to make up the answer at the worst moment.',
    fr: 'Le jour où il se réalise, quelqu’un doit inventer la réponse au pire moment.',
  },
  fix: {
    en: 'Cite the runbook to follow, in the risk or in its scenario; a runbook still to be written is one with documentation: undocumented.',
    fr: 'Citer le runbook à suivre, dans le risque ou dans son scénario ; un runbook encore à écrire porte documentation: undocumented.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current } = risk;
      if (!current || !isLive(risk) || shapeOf(current.level) < HIGH || runbooksOf(wiki, risk).length > 0) continue;
      // A runbook that cannot be found is reported by link/broken-reference.
      if (risk.value.runbooks.length > 0 || recoversAlone(wiki, risk.value.components, risk.system)) continue;
      const { scenarios } = risk.value;
      const nor =
        scenarios.length === 0 ? { en: '', fr: '' } : { en: `, nor ${scenarios.length === 1 ? 'does' : 'do'} ${and.en(scenarios)}`, fr: `, ${and.fr(scenarios)} non plus` };
      yield {
        what: { en: `${risk.id} is rated ${ratingText(current)} and leads to no runbook${nor.en}`, fr: `${risk.id} est coté ${ratingText(current)} et ne mène à aucun runbook${nor.fr}` },
        place: risk.placeOf('current'),
        record: risk.key,
      };
    }
  },
};
