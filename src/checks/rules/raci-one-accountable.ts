import { and } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

export const raciOneAccountable: Rule = {
  id: 'raci/one-accountable',
  title: { en: 'RACI without one accountable role', fr: 'RACI sans rôle accountable unique' },
  severity: 'error',
  why: {
    en: 'With two accountable roles each waits for the other, and with none nobody decides: RACI names exactly one.',
    fr: 'Avec deux rôles accountable, chacun attend l’autre ; sans aucun, personne ne tranche : un RACI en nomme exactement un.',
  },
  fix: {
    en: 'Keep the one role that answers for the result, and name the others responsible or consulted.',
    fr: 'Garder le seul rôle qui répond du résultat ; nommer les autres sous responsible ou consulted.',
  },

  *find(wiki) {
    for (const document of wiki.documentsOf('escalation')) {
      for (const [index, { activity, accountable }] of document.value.raci.entries()) {
        const roles = [...new Set([accountable ?? []].flat())];
        if (roles.length === 1) continue;
        const none = roles.length === 0;
        yield {
          what: {
            en: `“${activity}” has ${none ? 'nobody accountable' : `${roles.length} accountable roles (${and.en(roles)})`}`,
            fr: `« ${activity} » ${none ? 'n’a aucun rôle accountable' : `a ${roles.length} rôles accountable (${and.fr(roles)})`}`,
          },
          place: document.placeOf('raci', index, 'accountable'),
        };
      }
    }
  },
};
