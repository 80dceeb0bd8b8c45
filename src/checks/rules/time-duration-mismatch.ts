import { formatDuration, formatMinutes, minutes } from '../../model/duration.ts';
import { totalOf } from '../../model/runbook-total.ts';
import type { Rule } from '../rule.ts';

export const timeDurationMismatch: Rule = {
  id: 'time/duration-mismatch',
  severity: 'warning',
  why: 'Two totals stand in one runbook: whoever plans with the wrong one starts too late or books too long.',
  fix: 'Remove duration, which the phases give, or correct the phase that is wrong.',

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const typed = minutes(runbook.value.duration);
      const total = totalOf(runbook.phases);
      if (typed === undefined || total === undefined || (typed >= total.min && typed <= total.max)) continue;
      const count = runbook.phases.length;
      yield {
        what: `${runbook.id} says that it takes ${formatMinutes(typed)} and its ${count === 1 ? 'only phase takes' : `${count} phases take`} ${formatDuration(total)}`,
        place: runbook.placeOf('duration'),
        record: runbook.key,
      };
    }
  },
};
