import { needsAction, ratingText } from '../../model/rated.ts';
import { actionsOf, isAccepted, isLive, isPending } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskNeedsAction: Rule = {
  id: 'risk/needs-action',
  severity: 'warning',
  why: 'The method says that a risk this grave is acted on; without an action and a date it stays where it is.',
  fix: 'Plan an action with a due date and cite it, rate the risk again if its actions are done, or accept it with a reason.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current, method } = risk;
      if (!current || !method || !isLive(risk) || isAccepted(risk) || !needsAction(method.value, current)) continue;
      const actions = actionsOf(wiki, risk);
      // An action that cannot be found may exist in a file that could not be read.
      if (risk.value.actions.some((id) => wiki.resolve(id, risk.system) === undefined)) continue;
      const pending = actions.filter(isPending);
      if (pending.some(({ value }) => value.due !== undefined)) continue;
      const names = (list: typeof actions): string => list.map(({ id }) => id).join(', ');
      const lack = pending.length > 0 ? `no date is set for ${names(pending)}` : actions.length > 0 ? `nothing is left to do in ${names(actions)}` : 'no action treats it';
      yield {
        what: `${risk.id} is rated ${ratingText(current)} and ${lack} (${method.id} asks for an action from ${method.value.action_from ?? ''})`,
        place: risk.value.actions.length > 0 ? risk.placeOf('actions') : risk.placeOf('current'),
        record: risk.key,
      };
    }
  },
};
