import { levelNamed, ratingText } from '../../model/rated.ts';
import type { Rule } from '../rule.ts';

export const riskScoreMismatch: Rule = {
  id: 'risk/score-mismatch',
  severity: 'error',
  why: 'Two values for one risk mean that one of them is stale, and the response depends on which is read.',
  fix: 'Correct the rating or the value written beside it, or leave that value out: the method gives it.',

  *find(wiki) {
    for (const record of [...wiki.all('risk'), ...wiki.all('scenario')]) {
      const { current, method } = record;
      if (!current || !method) continue;
      const derived = `${method.id} makes its rating ${ratingText(current)}`;
      const criticality = record.kind === 'risk' ? record.value.criticality : undefined;
      if (criticality !== undefined && current.score !== undefined && criticality !== current.score) {
        yield { what: `${record.id} is written as ${criticality} and ${derived}`, place: record.placeOf('criticality'), record: record.key };
      }
      const { level } = record.value;
      if (level === undefined) continue;
      const named = levelNamed(method.value, level);
      if (named?.id === current.level.id) continue;
      const unknown = named ? '' : `, and has no level of that name (${method.levels.map(({ label }) => label).join(', ')})`;
      yield { what: `${record.id} is written as ${level} and ${derived}${unknown}`, place: record.placeOf('level'), record: record.key };
    }
  },
};
