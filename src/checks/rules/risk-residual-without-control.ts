import { compareRated, ratingText } from '../../model/rated.ts';
import type { Text } from '../../model/text.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

/** How many controls it names, none of them in place. */
function controlsText(number: number): Text {
  if (number === 0) return { en: 'it has no control', fr: 'n’a aucune mesure' };
  if (number === 1) return { en: 'its only control is not in place', fr: 'sa seule mesure n’est pas en place' };
  return { en: `none of its ${number} controls is in place`, fr: `aucune de ses ${number} mesures n’est en place` };
}

export const riskResidualWithoutControl: Rule = {
  id: 'risk/residual-without-control',
  title: { en: 'Risk lowered without a control in place', fr: 'Risque réduit sans mesure en place' },
  severity: 'warning',
  why: {
    en: 'Only a control lowers a risk; a residual rating below the inherent one with no control in place is a hope.',
    fr: 'Seule une mesure réduit un risque : coté sous son niveau brut sans mesure en place, il ne baisse que sur le papier.',
  },
  fix: {
    en: 'Name the controls that lower it and their state, or rate it as high as before them.',
    fr: 'Nommer les mesures qui le réduisent et leur état, ou le coter aussi haut qu’avant elles.',
  },

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current, inherent, value } = risk;
      if (!current || !inherent || !isLive(risk) || compareRated(current, inherent) >= 0) continue;
      if (value.controls.some(({ state }) => state === undefined || state === 'in-place')) continue;
      const controls = controlsText(value.controls.length);
      yield {
        what: {
          en: `${risk.id} goes from ${ratingText(inherent)} to ${ratingText(current)} and ${controls.en}`,
          fr: `${risk.id} passe de ${ratingText(inherent)} à ${ratingText(current)} et ${controls.fr}`,
        },
        place: risk.placeOf('current'),
        record: risk.key,
      };
    }
  },
};
