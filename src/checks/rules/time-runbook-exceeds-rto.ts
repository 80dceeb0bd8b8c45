import { formatDuration, formatMinutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

export const timeRunbookExceedsRto: Rule = {
  id: 'time/runbook-exceeds-rto',
  severity: 'error',
  why: 'Whoever follows the runbook to its end is late before they begin, and the promise was made to users.',
  fix: 'Shorten or automate a phase, prepare the fallback in advance, or promise the RTO you really hold.',

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const { rto, time } = runbook;
      if (rto === undefined || time === undefined || time.full.max <= rto) continue;
      const from = runbook.rtoFrom === 'runbook' ? '' : ` of its ${runbook.rtoFrom ?? 'system'}`;
      yield {
        what: `${runbook.id} takes ${formatDuration(time.full)} on its longest path and the RTO${from} is ${formatMinutes(rto)}`,
        place: runbook.rtoFrom === 'runbook' ? runbook.placeOf('rto') : runbook.placeOf('id'),
        record: runbook.key,
      };
    }
  },
};
