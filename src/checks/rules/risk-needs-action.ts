import { needsAction, ratingText } from '../../model/rated.ts';
import { and, type Text } from '../../model/text.ts';
import { actionsOf, isAccepted, isLive, isPending } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

function lackOf(pending: readonly string[], all: readonly string[]): Text {
  if (pending.length > 0) return { en: `no date is set for ${and.en(pending)}`, fr: `aucune date n’est fixée pour ${and.fr(pending)}` };
  if (all.length > 0) return { en: `nothing is left to do in ${and.en(all)}`, fr: `il ne reste rien à faire dans ${and.fr(all)}` };
  return { en: 'no action treats it', fr: 'aucune action ne le traite' };
}

export const riskNeedsAction: Rule = {
  id: 'risk/needs-action',
  title: { en: 'Risk above the threshold without a dated action', fr: 'Risque au seuil sans action datée' },
  severity: 'warning',
  why: {
    en: 'The method says that a risk this grave is acted on; without an action and a date it stays where it is.',
    fr: 'La méthode veut qu’un risque aussi grave soit traité ; sans action ni date, il reste où il est.',
  },
  fix: {
    en: 'Plan an action with a due date and cite it, rate the risk again if its actions are done, or accept it with a reason.',
    fr: 'Prévoir une action avec une échéance et la citer, coter à nouveau le risque si ses actions sont faites, ou l’accepter avec une raison.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current, method } = risk;
      if (!current || !method || !isLive(risk) || isAccepted(risk) || !needsAction(method.value, current)) continue;
      const actions = actionsOf(wiki, risk);
      // An action that cannot be found may exist in a file that could not be read.
      if (risk.value.actions.some((id) => wiki.resolve(id, risk.system) === undefined)) continue;
      const pending = actions.filter(isPending);
      if (pending.some(({ value }) => value.due !== undefined)) continue;
      const lack = lackOf(pending.map(({ id }) => id), actions.map(({ id }) => id));
      const from = method.value.action_from ?? '';
      yield {
        what: {
          en: `${risk.id} is rated ${ratingText(current)} and ${lack.en} (${method.id} asks for an action from ${from})`,
          fr: `${risk.id} est coté ${ratingText(current)} et ${lack.fr} (${method.id} demande une action à partir de ${from})`,
        },
        place: risk.value.actions.length > 0 ? risk.placeOf('actions') : risk.placeOf('current'),
        record: risk.key,
      };
    }
  },
};
