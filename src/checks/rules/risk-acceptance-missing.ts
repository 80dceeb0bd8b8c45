import { isAccepted, isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskAcceptanceMissing: Rule = {
  id: 'risk/acceptance-missing',
  severity: 'error',
  why: 'An accepted risk is a decision: without who took it, when and why, it is only a risk that nobody treats.',
  fix: 'Write acceptance: with by, on, why and expires, or choose another treatment.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      if (!isLive(risk) || !isAccepted(risk) || risk.value.acceptance) continue;
      const treated = risk.value.treatment === 'accept';
      yield {
        what: `${risk.id} is ${treated ? 'treated by acceptance' : 'in state accepted'} and nobody has accepted it`,
        place: risk.placeOf(treated ? 'treatment' : 'state'),
        record: risk.key,
      };
    }
  },
};
