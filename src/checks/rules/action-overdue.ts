import { daysBetween } from '../../model/duration.ts';
import { isPending } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const actionOverdue: Rule = {
  id: 'action/overdue',
  severity: 'warning',
  why: 'A risk counts on its actions; a date that has passed says that it is less covered than its page shows.',
  fix: 'Close the action with closed_on and its evidence, set a date that can be held, or cancel it and rate the risk again.',

  *find(wiki) {
    for (const action of wiki.all('action')) {
      const { due, state } = action.value;
      if (due === undefined || due >= wiki.asOf || !isPending(action)) continue;
      const late = daysBetween(due, wiki.asOf);
      yield { what: `${action.id} was due on ${due} and is still ${state}, ${late} ${late === 1 ? 'day' : 'days'} later`, place: action.placeOf('due'), record: action.key };
    }
  },
};
