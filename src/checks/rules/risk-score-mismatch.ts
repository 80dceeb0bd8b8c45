import { levelNamed, ratingText } from '../../model/rated.ts';
import { and } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

export const riskScoreMismatch: Rule = {
  id: 'risk/score-mismatch',
  title: { en: 'Score that contradicts the method', fr: 'Score qui contredit la méthode' },
  severity: 'error',
  why: {
    en: 'Two values for one risk mean that one of them is stale, and the response depends on which is read.',
    fr: 'Deux valeurs pour un risque : l’une des deux est périmée, et la réponse dépend de celle qu’on lit.',
  },
  fix: {
    en: 'Correct the rating or the value written beside it, or leave that value out: the method gives it.',
    fr: 'Corriger la cotation ou la valeur écrite à côté, ou retirer cette valeur : la méthode la donne.',
  },

  *find(wiki) {
    for (const record of [...wiki.all('risk'), ...wiki.all('scenario')]) {
      const { current, method } = record;
      if (!current || !method) continue;
      const derived = { en: `${method.id} makes its rating ${ratingText(current)}`, fr: `${method.id} en fait ${ratingText(current)}` };
      const criticality = record.kind === 'risk' ? record.value.criticality : undefined;
      if (criticality !== undefined && current.score !== undefined && criticality !== current.score) {
        yield { what: { en: `${record.id} is written as ${criticality} and ${derived.en}`, fr: `${record.id} est noté ${criticality} et ${derived.fr}` }, place: record.placeOf('criticality'), record: record.key };
      }
      const { level } = record.value;
      if (level === undefined) continue;
      const named = levelNamed(method.value, level);
      if (named?.id === current.level.id) continue;
      const labels = method.levels.map(({ label }) => label);
      yield {
        what: {
          en: `${record.id} is written as ${level} and ${derived.en}${named ? '' : `, and has no level of that name (${and.en(labels)})`}`,
          fr: `${record.id} est noté ${level} et ${derived.fr}${named ? '' : `, sans connaître de niveau de ce nom (${and.fr(labels)})`}`,
        },
        place: record.placeOf('level'),
        record: record.key,
      };
    }
  },
};
