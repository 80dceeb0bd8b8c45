import { exercisesOf, isOverdue } from '../../model/exercises.ts';
import type { Rule } from '../rule.ts';

/** Types on which a recovery rests; the others are asked only where they say how often they are tested. */
const RECOVERS = ['failover', 'restore', 'rollback'];

export const runbookNeverTested: Rule = {
  id: 'runbook/never-tested',
  severity: 'warning',
  why: 'A procedure that nobody carried out holds a wrong path, a missing right or a forgotten step, found during the incident.',
  fix: 'Play it in a drill, then write the day, the result and the time it took under tested.',

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const { documentation, status, test_every: every, type, tested } = runbook.value;
      // What is not written cannot be tested: coverage/undocumented-runbook reports it.
      if (status === 'retired' || documentation === 'undocumented' || documentation === 'obsolete') continue;
      if (every === undefined && tested === undefined && !RECOVERS.includes(type)) continue;
      const [latest] = exercisesOf(wiki, runbook);
      const place = every === undefined ? runbook.placeOf('id') : runbook.placeOf('test_every');
      const expected = every === undefined ? '' : `, and must be every ${every}`;
      if (latest === undefined) yield { what: `${runbook.id} was never carried out${expected}`, place, record: runbook.key };
      else if (latest.result === 'fail') yield { what: `${runbook.id} failed its last test, on ${latest.on}`, place: latest.from === runbook ? runbook.placeOf('tested', 'result') : place, record: runbook.key };
      else if (isOverdue(latest, every, wiki.asOf)) yield { what: `${runbook.id} was last carried out on ${latest.on}${expected}`, place, record: runbook.key };
    }
  },
};
