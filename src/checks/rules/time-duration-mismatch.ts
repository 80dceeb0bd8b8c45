import { formatDuration, formatMinutes, minutes } from '../../model/duration.ts';
import { totalOf } from '../../model/runbook-total.ts';
import type { Rule } from '../rule.ts';

export const timeDurationMismatch: Rule = {
  id: 'time/duration-mismatch',
  title: { en: 'Written and derived durations differ', fr: 'Durée écrite et durée calculée divergent' },
  severity: 'warning',
  why: {
    en: 'Two totals stand in one runbook: whoever plans with the wrong one starts too late or books too long.',
    fr: 'Un même runbook donne deux totaux : qui planifie avec le mauvais commence trop tard ou réserve trop longtemps.',
  },
  fix: {
    en: 'Remove duration, which the phases give, or correct the phase that is wrong.',
    fr: 'Retirer duration, que les phases donnent, ou corriger la phase fausse.',
  },

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const typed = minutes(runbook.value.duration);
      const total = totalOf(runbook.phases);
      if (typed === undefined || total === undefined || (typed >= total.min && typed <= total.max)) continue;
      const phases = runbook.phases.length;
      yield {
        what: {
          en: `${runbook.id} says that it takes ${formatMinutes(typed, 'en')} and its ${phases === 1 ? 'only phase takes' : `${phases} phases take`} ${formatDuration(total, 'en')}`,
          fr: `${runbook.id} annonce ${formatMinutes(typed, 'fr')} et ${phases === 1 ? 'sa seule phase prend' : `ses ${phases} phases prennent`} ${formatDuration(total, 'fr')}`,
        },
        place: runbook.placeOf('duration'),
        record: runbook.key,
      };
    }
  },
};
