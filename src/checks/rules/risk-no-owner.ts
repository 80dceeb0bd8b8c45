import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskNoOwner: Rule = {
  id: 'risk/no-owner',
  severity: 'warning',
  why: 'A risk that belongs to nobody is treated, reviewed and accepted by nobody.',
  fix: 'Write owner: with the role that is accountable for it, or on the register where one role owns them all.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      if (!isLive(risk) || risk.value.owner !== undefined || risk.register?.value.owner !== undefined) continue;
      yield { what: `${risk.id} ${risk.title} has no owner`, place: risk.placeOf('id'), record: risk.key };
    }
  },
};
