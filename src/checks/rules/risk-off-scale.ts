import { rate, scalePoint } from '../../model/rated.ts';
import type { WikiDocument } from '../../model/records.ts';
import type { Rule } from '../rule.ts';

export const riskOffScale: Rule = {
  id: 'risk/off-scale',
  severity: 'error',
  why: 'A rating that its method does not know has no score and no level: the risk is missing from the heatmap, the counts and the reviews.',
  fix: 'Use a point of the method by value, id or label, or add the point to the method.',

  *find(wiki) {
    const withoutMethod = new Set<string>();
    for (const record of [...wiki.all('risk'), ...wiki.all('scenario')]) {
      const { method, value } = record;
      const ratings = { current: value.current === 'not-rated' ? undefined : value.current, ...(record.kind === 'risk' && { inherent: record.value.inherent, target: record.value.target }) };
      for (const [field, rating] of Object.entries(ratings)) {
        if (!rating) continue;
        if (!method) {
          // A register always names its method, and link/broken-reference says when that name leads nowhere.
          if (record.kind === 'scenario' && !withoutMethod.has(record.document.file)) {
            const { method: named } = (record.document as WikiDocument<'continuity-plan'>).value;
            const lack = named === undefined ? 'names no method' : `names ${named}, which no method is called`;
            yield { what: `${record.id} is rated ${rating.likelihood} × ${rating.impact} and ${record.document.title} ${lack}`, place: named === undefined ? record.placeOf(field) : record.document.placeOf('method'), record: record.key, fix: 'Write method: with the id of a method in the plan, or rate its scenarios not-rated.' };
          }
          withoutMethod.add(record.document.file);
          continue;
        }
        const before = `${record.id} has ${field === 'current' ? 'a' : field === 'inherent' ? 'an inherent' : `a ${field}`}`;
        let known = true;
        for (const axis of ['likelihood', 'impact'] as const) {
          if (scalePoint(method.value[axis], rating[axis])) continue;
          known = false;
          const points = method.value[axis].map(({ value: point, label }) => (String(point) === label ? label : `${point} ${label}`)).join(', ');
          yield { what: `${before} ${axis} of ${rating[axis]}, which is not on the scale of ${method.id} (${points})`, place: record.placeOf(field, axis), record: record.key };
        }
        if (known && !rate(method.value, rating)) {
          yield { what: `${before} rating of ${rating.likelihood} × ${rating.impact}, a cell that the grid of ${method.id} leaves without a level`, place: record.placeOf(field), record: record.key, fix: 'Give the cell a level in the grid of the method.' };
        }
      }
    }
  },
};
