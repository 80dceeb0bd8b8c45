import { nearest } from '../../model/nearest.ts';
import { citationsOf } from '../../model/references.ts';
import type { Rule } from '../rule.ts';

/** Roles of a policy are escalation/unknown-role's to report. */
const ELSEWHERE = 'steps.*.roles.*';

export const linkBrokenReference: Rule = {
  id: 'link/broken-reference',
  severity: 'error',
  why: 'A reference that leads nowhere hides the runbook, action or role that the reader needs at that moment.',
  fix: 'Correct the id, or write the record it names.',

  *find(wiki) {
    for (const record of wiki.records.values()) {
      for (const { field, path, target } of citationsOf(record)) {
        if (record.kind === 'policy' && field.path.join('.') === ELSEWHERE) continue;
        const found = wiki.resolve(target, record.system);
        const key = target.includes('/') ? target : `${record.system}/${target}`;
        if (found === undefined) {
          if (field.loose === true || wiki.unreadable.has(key)) continue;
          const near = nearest(target, [...wiki.records.values()].filter((entry) => entry.system === record.system && (field.kinds?.includes(entry.kind) ?? true)).map((entry) => entry.id));
          yield { what: `${record.id} cites ${target}, which no record is called${near === undefined ? '' : `; the nearest is ${near}`}`, place: record.placeOf(...path), record: record.key, fix: near === undefined ? undefined : `Write ${near}, or add ${target}.` };
        } else if (field.kinds && !field.kinds.includes(found.kind) && field.loose !== true) {
          yield { what: `${record.id} cites ${target} as a ${field.kinds.join(' or ')}, and ${target} is a ${found.kind}`, place: record.placeOf(...path), record: record.key, fix: `Cite a ${field.kinds.join(' or ')}.` };
        }
      }
    }
  },
};
