import { isAccepted, isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskAcceptanceMissing: Rule = {
  id: 'risk/acceptance-missing',
  title: { en: 'Risk accepted without a written decision', fr: 'Risque accepté sans décision écrite' },
  severity: 'error',
  why: {
    en: 'An accepted risk is a decision: without who took it, when and why, it is only a risk that nobody treats.',
    fr: 'Accepter un risque est une décision : sans auteur, date ni raison, ce n’est qu’un risque que personne ne traite.',
  },
  fix: {
    en: 'Write acceptance: with by, on, why and expires, or choose another treatment.',
    fr: 'Écrire acceptance: avec by, on, why et expires, ou choisir un autre traitement.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      if (!isLive(risk) || !isAccepted(risk) || risk.value.acceptance) continue;
      const treated = risk.value.treatment === 'accept';
      yield {
        what: {
          en: `${risk.id} is ${treated ? 'treated by acceptance' : 'in state accepted'} and nobody has accepted it`,
          fr: `${risk.id} est ${treated ? 'traité par acceptation' : 'dans l’état accepted'} et personne ne l’a accepté`,
        },
        place: risk.placeOf(treated ? 'treatment' : 'state'),
        record: risk.key,
      };
    }
  },
};
