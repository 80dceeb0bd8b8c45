import type { Rule } from '../rule.ts';

export const coverageUndocumentedRunbook: Rule = {
  id: 'coverage/undocumented-runbook',
  title: { en: 'Runbook to be written', fr: 'Runbook à écrire' },
  severity: 'warning',
  why: {
    en: 'The procedure is in the head of those who know it; nobody else can follow it at night.',
    fr: 'La procédure n’existe que dans la tête de ceux qui la connaissent : la nuit, personne d’autre ne peut la suivre.',
  },
  fix: {
    en: 'Write its phases and steps, then set documentation: documented.',
    fr: 'Écrire ses phases et ses étapes, puis passer à documentation: documented.',
  },

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const { documentation, status } = runbook.value;
      const { outline } = runbook.document;
      if (status === 'retired') continue;
      if (documentation === 'undocumented' || documentation === 'obsolete') {
        const what = documentation === 'obsolete' ? { en: `${runbook.id} is obsolete`, fr: `${runbook.id} est obsolète` } : { en: `${runbook.id} is undocumented`, fr: `${runbook.id} n’est pas écrit` };
        yield { what, place: runbook.placeOf('documentation'), record: runbook.key };
      } else if (documentation === 'documented' && outline.words === 0 && runbook.phases.length === 0) {
        yield { what: { en: `${runbook.id} counts as documented and its body is empty`, fr: `${runbook.id} se dit documenté et son corps est vide` }, place: runbook.placeOf('id'), record: runbook.key };
      }
    }
  },
};
