import { daysBetween } from '../../../model/duration.ts';
import type { RecordOf } from '../../../model/records.ts';
import { isPending } from '../../../model/treatment.ts';
import { count, inEach } from '../../../model/text.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';

type Action = RecordOf<'action'>;

export function* actionChanged(_: Comparison, old: Action, now: Action): Generator<Consequence> {
  const [was, is] = [old.value, now.value];
  if (isPending(old) && !isPending(now)) yield consequence(now, 'action/state', is.state === 'done' ? 'better' : 'worse', is.state === 'done' ? { en: 'is done', fr: 'est terminée' } : { en: 'is cancelled', fr: 'est annulée' }, { from: was.state, to: is.state, at: 'state' });
  if (!isPending(old) && isPending(now)) yield consequence(now, 'action/state', 'worse', { en: 'is to be done again', fr: 'est à refaire' }, { from: was.state, to: is.state, at: 'state' });
  if (!isPending(now) || was.due === is.due) return;
  const days = was.due === undefined || is.due === undefined ? undefined : daysBetween(was.due, is.due);
  if (is.due === undefined) yield consequence(now, 'action/postponed', 'worse', { en: `has no deadline any more (was ${was.due ?? ''})`, fr: `n’a plus d’échéance (était : ${was.due ?? ''})` }, { from: was.due, at: 'due' });
  else if (days === undefined) yield consequence(now, 'action/postponed', 'better', { en: `is due on ${is.due}`, fr: `a une échéance : ${is.due}` }, { to: is.due, at: 'due' });
  else {
    const by = inEach((lang) => (lang === 'fr' ? count.fr(Math.abs(days), 'jour') : count.en(Math.abs(days), 'day')));
    yield consequence(now, 'action/postponed', days > 0 ? 'worse' : 'better', { en: `is ${days > 0 ? 'postponed' : 'brought forward'} by ${by.en}: ${was.due ?? ''} → ${is.due}`, fr: `est ${days > 0 ? 'repoussée' : 'avancée'} de ${by.fr} : ${was.due ?? ''} → ${is.due}` }, { from: was.due, to: is.due, at: 'due' });
  }
}
