import { daysBetween } from '../../model/duration.ts';
import { count } from '../../model/text.ts';
import { isPending } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const actionOverdue: Rule = {
  id: 'action/overdue',
  title: { en: 'Overdue action', fr: 'Action échue' },
  severity: 'warning',
  why: {
    en: 'A risk counts on its actions; a date that has passed says that it is less covered than its page shows.',
    fr: 'Un risque compte sur ses actions : une date dépassée signifie qu’il est moins couvert que sa page ne le montre.',
  },
  fix: {
    en: 'Close the action with closed_on and its evidence, set a date that can be held, or cancel it and rate the risk again.',
    fr: 'Clore l’action avec closed_on et sa preuve, fixer une date tenable, ou l’annuler et coter à nouveau le risque.',
  },

  *find(wiki) {
    for (const action of wiki.all('action')) {
      const { due, state } = action.value;
      if (due === undefined || due >= wiki.asOf || !isPending(action)) continue;
      const late = daysBetween(due, wiki.asOf);
      yield {
        what: {
          en: `${action.id} was due on ${due} and is still ${state}, ${count.en(late, 'day')} later`,
          fr: `${action.id} était attendue le ${due} et son état reste ${state}, ${count.fr(late, 'jour')} plus tard`,
        },
        place: action.placeOf('due'),
        record: action.key,
      };
    }
  },
};
