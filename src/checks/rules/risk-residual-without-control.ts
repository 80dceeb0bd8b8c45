import { compareRated, ratingText } from '../../model/rated.ts';
import { isLive } from '../../model/treatment.ts';
import type { Rule } from '../rule.ts';

export const riskResidualWithoutControl: Rule = {
  id: 'risk/residual-without-control',
  severity: 'warning',
  why: 'Only a control lowers a risk; a residual rating below the inherent one with no control in place is a hope.',
  fix: 'Name the controls that lower it and their state, or rate it as high as before them.',

  *find(wiki) {
    for (const risk of wiki.all('risk')) {
      const { current, inherent, value } = risk;
      if (!current || !inherent || !isLive(risk) || compareRated(current, inherent) >= 0) continue;
      if (value.controls.some(({ state }) => state === undefined || state === 'in-place')) continue;
      const controls = value.controls.length === 0 ? 'it has no control' : `none of its ${value.controls.length} controls is in place`;
      yield { what: `${risk.id} goes from ${ratingText(inherent)} to ${ratingText(current)} and ${controls}`, place: risk.placeOf('current'), record: risk.key };
    }
  },
};
