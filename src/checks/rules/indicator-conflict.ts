import { conflictsBetween, measureOf, type ConflictField } from '../../model/indicator-conflict.ts';
import type { RecordOf } from '../../model/records.ts';
import { decimal, type Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

type Indicator = RecordOf<'indicator'>;

const DIRECTIONS = { higher: 'la hausse', lower: 'la baisse', stable: 'la stabilité' } as const;

function words(a: Indicator, b: Indicator, field: ConflictField): Text {
  const of = a.value.unit === undefined ? '' : ` ${a.value.unit}`;
  if (field === 'direction') return { en: `wants it ${a.value.direction} and ${b.id} ${b.value.direction}`, fr: `vise ${DIRECTIONS[a.value.direction]} et ${b.id} ${DIRECTIONS[b.value.direction]}` };
  const [first, second] = [a.value[field] ?? 0, b.value[field] ?? 0];
  if (field === 'target') return { en: `aims at ${first}${of} and ${b.id} at ${second}${of}`, fr: `vise ${decimal(first)}${of} et ${b.id} ${decimal(second)}${of}` };
  return { en: `alerts at ${first}${of} and ${b.id} at ${second}${of}`, fr: `alerte à ${decimal(first)}${of} et ${b.id} à ${decimal(second)}${of}` };
}

export const indicatorConflict: Rule = {
  id: 'indicator/conflict',
  title: { en: 'Indicators that contradict each other', fr: 'Indicateurs qui se contredisent' },
  severity: 'warning',
  why: {
    en: 'The same value is good on one page and bad on another: nobody knows which one to answer for.',
    fr: 'La même valeur est bonne sur une page et mauvaise sur une autre : personne ne sait de laquelle il répond.',
  },
  fix: {
    en: 'Keep one figure and remove the other, or give each its own measure where they count different things.',
    fr: 'Garder un seul chiffre et retirer l’autre, ou donner à chacun sa propre mesure s’ils ne comptent pas la même chose.',
  },

  *find(wiki) {
    const firsts = new Map<string, Indicator[]>();
    for (const indicator of wiki.all('indicator')) {
      const earlier = firsts.get(measureOf(indicator)) ?? [];
      firsts.set(measureOf(indicator), [...earlier, indicator]);
      for (const other of earlier) {
        const [field] = conflictsBetween(indicator, other);
        if (field === undefined) continue;
        const measure = indicator.value.measure === undefined ? '' : ` (${indicator.value.measure})`;
        const said = words(indicator, other, field);
        yield { what: { en: `${indicator.id} ${said.en}, for one measure${measure}`, fr: `${indicator.id} ${said.fr}, pour une même mesure${measure}` }, place: indicator.placeOf(field), record: indicator.key };
        break;
      }
    }
  },
};
