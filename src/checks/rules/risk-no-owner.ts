import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskNoOwner: Rule = {
  id: 'risk/no-owner',
  title: { en: 'Risk without an owner', fr: 'Risque sans responsable' },
  severity: 'warning',
  why: {
    en: 'A risk that belongs to nobody is treated, reviewed and accepted by nobody.',
    fr: 'Un risque qui n’est à personne n’est traité, revu ni accepté par personne.',
  },
  fix: {
    en: 'Write owner: with the role that is accountable for it, or on the register where one role owns them all.',
    fr: 'Écrire owner: avec le rôle qui en répond, ou le mettre sur le registre si un seul rôle répond de tous.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      if (!isLive(risk) || risk.value.owner !== undefined || risk.register?.value.owner !== undefined) continue;
      yield { what: { en: `${risk.id} (${risk.title}) has no owner`, fr: `${risk.id} (${risk.title}) n’a pas de responsable` }, place: risk.placeOf('id'), record: risk.key };
    }
  },
};
