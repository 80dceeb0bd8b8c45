import { daysBetween } from '../../model/duration.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskAcceptanceExpired: Rule = {
  id: 'risk/acceptance-expired',
  severity: 'error',
  why: 'Whoever accepted the risk did so until a date; since then nobody has agreed to run it.',
  fix: 'Have it accepted again with a new on and expires, or treat the risk.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { acceptance } = risk.value;
      if (!isLive(risk) || acceptance?.expires === undefined || acceptance.expires >= wiki.asOf) continue;
      const late = daysBetween(acceptance.expires, wiki.asOf);
      yield { what: `${risk.id} was accepted by ${acceptance.by} until ${acceptance.expires}, ${late} ${late === 1 ? 'day' : 'days'} ago`, place: risk.placeOf('acceptance', 'expires'), record: risk.key };
    }
  },
};
