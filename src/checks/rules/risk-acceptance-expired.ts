import { daysBetween } from '../../model/duration.ts';
import { count } from '../../model/text.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskAcceptanceExpired: Rule = {
  id: 'risk/acceptance-expired',
  title: { en: 'Expired acceptance', fr: 'Acceptation expirée' },
  severity: 'error',
  why: {
    en: 'Whoever accepted the risk did so until a date; since then nobody has agreed to run it.',
    fr: 'Le risque a été accepté jusqu’à une date ; depuis, plus personne n’a accepté de le courir.',
  },
  fix: {
    en: 'Have it accepted again with a new on and expires, or treat the risk.',
    fr: 'Le faire accepter à nouveau avec de nouveaux on et expires, ou traiter le risque.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { acceptance } = risk.value;
      if (!isLive(risk) || acceptance?.expires === undefined || acceptance.expires >= wiki.asOf) continue;
      const late = daysBetween(acceptance.expires, wiki.asOf);
      yield {
        what: {
          en: `${risk.id} was accepted by ${acceptance.by} until ${acceptance.expires}, ${count.en(late, 'day')} ago`,
          fr: `${risk.id} était accepté par ${acceptance.by} jusqu’au ${acceptance.expires}, dépassé de ${count.fr(late, 'jour')}`,
        },
        place: risk.placeOf('acceptance', 'expires'),
        record: risk.key,
      };
    }
  },
};
