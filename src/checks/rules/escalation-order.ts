import { minutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

const PROMISES = { respond_in: ['answered', 'within'], escalate_after: ['escalated', 'after'] } as const;

export const escalationOrder: Rule = {
  id: 'escalation/order',
  severity: 'error',
  why: 'A graver incident that waits longer than a milder one makes people declare the wrong severity to be served.',
  fix: 'Correct one of the two times, or the order of the severities: from the gravest to the mildest.',

  *find(wiki) {
    for (const document of wiki.documentsOf('incident-matrix')) {
      const { severities } = document.value;
      for (const field of ['respond_in', 'escalate_after'] as const) {
        const timed = severities.map((severity, index) => ({ ...severity, index, time: minutes(severity[field]) })).filter(({ time }) => time !== undefined);
        for (const [position, milder] of timed.entries()) {
          const graver = timed[position - 1];
          if (graver?.time === undefined || milder.time === undefined || graver.time <= milder.time) continue;
          const [verb, when] = PROMISES[field];
          yield { what: `${graver.id} is ${verb} ${when} ${graver[field] ?? ''} and ${milder.id}, which is milder, ${when} ${milder[field] ?? ''}`, place: document.placeOf('severities', graver.index, field), record: `${document.system}/${graver.id}` };
        }
      }
    }
  },
};
