import { rate, scalePoint } from '../../model/rated.ts';
import type { WikiDocument } from '../../model/records.ts';
import type { Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

const METHOD: Text = {
  en: 'Write method: with the id of a method in the plan, or rate its scenarios not-rated.',
  fr: 'Écrire method: avec l’identifiant d’une méthode dans le plan, ou coter ses scénarios not-rated.',
};

/** How each of its ratings is named. */
const NAMES = {
  current: { en: 'a', fr: { likelihood: 'une probabilité', impact: 'un impact', rating: 'une cotation' } },
  inherent: { en: 'an inherent', fr: { likelihood: 'une probabilité brute', impact: 'un impact brut', rating: 'une cotation brute' } },
  target: { en: 'a target', fr: { likelihood: 'une probabilité cible', impact: 'un impact cible', rating: 'une cotation cible' } },
} as const;

export const riskOffScale: Rule = {
  id: 'risk/off-scale',
  title: { en: 'Rating off its scale', fr: 'Cotation hors échelle' },
  severity: 'error',
  why: {
    en: 'A rating that its method does not know has no score and no level: the risk is missing from the heatmap, the counts and the reviews.',
    fr: 'Une cotation que sa méthode ne connaît pas n’a ni score ni niveau : le risque manque à la matrice, aux décomptes et aux revues.',
  },
  fix: {
    en: 'Use a point of the method by value, id or label, or add the point to the method.',
    fr: 'Prendre un point de la méthode, par value, id ou label, ou ajouter ce point à la méthode.',
  },

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
            const plan = record.document.title;
            const points = `${rating.likelihood} × ${rating.impact}`;
            yield {
              what: {
                en: `${record.id} is rated ${points} and ${plan} names ${named === undefined ? 'no method' : `${named}, which no method is called`}`,
                fr: `${record.id} est coté ${points} et ${plan} ${named === undefined ? 'ne nomme aucune méthode' : `nomme ${named}, nom qu’aucune méthode ne porte`}`,
              },
              place: named === undefined ? record.placeOf(field) : record.document.placeOf('method'),
              record: record.key,
              fix: METHOD,
            };
          }
          withoutMethod.add(record.document.file);
          continue;
        }
        const name = NAMES[field as keyof typeof NAMES];
        let known = true;
        for (const axis of ['likelihood', 'impact'] as const) {
          if (scalePoint(method.value[axis], rating[axis])) continue;
          known = false;
          const points = method.value[axis].map(({ value: point, label }) => (String(point) === label ? label : `${point} ${label}`)).join(', ');
          yield {
            what: {
              en: `${record.id} has ${name.en} ${axis} of ${rating[axis]}, which is not on the scale of ${method.id} (${points})`,
              fr: `${record.id} a ${name.fr[axis]} de ${rating[axis]}, hors de l’échelle de ${method.id} (${points})`,
            },
            place: record.placeOf(field, axis),
            record: record.key,
          };
        }
        if (known && !rate(method.value, rating)) {
          const cell = `${rating.likelihood} × ${rating.impact}`;
          yield {
            what: {
              en: `${record.id} has ${name.en} rating of ${cell}, a cell that the grid of ${method.id} leaves without a level`,
              fr: `${record.id} a ${name.fr.rating} de ${cell}, case que la grille de ${method.id} laisse sans niveau`,
            },
            place: record.placeOf(field),
            record: record.key,
            fix: { en: 'Give the cell a level in the grid of the method.', fr: 'Donner un niveau à cette case dans la grille de la méthode.' },
          };
        }
      }
    }
  },
};
