import { formatDuration, formatMinutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

const WHOSE = { runbook: { en: '', fr: '' }, scenario: { en: ' of its scenario', fr: ' de son scénario' }, system: { en: ' of its system', fr: ' de son système' } } as const;

export const timeRunbookExceedsRto: Rule = {
  id: 'time/runbook-exceeds-rto',
  title: { en: 'Runbook longer than the RTO', fr: 'Runbook plus long que le RTO' },
  severity: 'error',
  why: {
    en: 'Whoever follows the runbook to its end is late before they begin, and the promise was made to users.',
    fr: 'Qui suit le runbook jusqu’au bout est en retard avant de commencer, et la promesse a été faite aux utilisateurs.',
  },
  fix: {
    en: 'Shorten or automate a phase, prepare the fallback in advance, open with “otherwise” a phase that replaces the one before it, or promise the RTO you really hold.',
    fr: 'Raccourcir ou automatiser une phase, préparer le repli d’avance, ouvrir par « sinon » une phase qui remplace la précédente, ou promettre le RTO réellement tenu.',
  },

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const { rto, time } = runbook;
      if (rto === undefined || time === undefined || time.full.max <= rto) continue;
      const from = WHOSE[runbook.rtoFrom ?? 'system'];
      yield {
        what: {
          en: `${runbook.id} takes ${formatDuration(time.full, 'en')} on its longest path and the RTO${from.en} is ${formatMinutes(rto, 'en')}`,
          fr: `${runbook.id} prend ${formatDuration(time.full, 'fr')} par son plus long chemin et le RTO${from.fr} est de ${formatMinutes(rto, 'fr')}`,
        },
        place: runbook.rtoFrom === 'runbook' ? runbook.placeOf('rto') : runbook.placeOf('id'),
        record: runbook.key,
      };
    }
  },
};
