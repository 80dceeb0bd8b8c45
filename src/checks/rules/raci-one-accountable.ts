import type { Rule } from '../rule.ts';

export const raciOneAccountable: Rule = {
  id: 'raci/one-accountable',
  severity: 'error',
  why: 'With two accountable roles each waits for the other, and with none nobody decides: RACI names exactly one.',
  fix: 'Keep the one role that answers for the result, and name the others responsible or consulted.',

  *find(wiki) {
    for (const document of wiki.documentsOf('escalation')) {
      for (const [index, { activity, accountable }] of document.value.raci.entries()) {
        const roles = [...new Set([accountable ?? []].flat())];
        if (roles.length === 1) continue;
        yield { what: `“${activity}” has ${roles.length === 0 ? 'nobody accountable' : `${roles.length} accountable roles (${roles.join(', ')})`}`, place: document.placeOf('raci', index, 'accountable') };
      }
    }
  },
};
