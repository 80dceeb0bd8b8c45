import { exercisesOf, isOverdue } from '../../model/exercises.ts';
import { everyText } from '../../model/span-text.ts';
import { inEach } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

/** Types on which a recovery rests; the others are asked only where they say how often they are tested. */
const RECOVERS = ['failover', 'restore', 'rollback'];

const EXPECTED = { en: (every: string) => `, and must be ${every}`, fr: (every: string) => `, et doit l’être ${every}` };

export const runbookNeverTested: Rule = {
  id: 'runbook/never-tested',
  title: { en: 'Runbook never tried', fr: 'Runbook jamais essayé' },
  severity: 'warning',
  why: {
    en: 'A procedure that nobody carried out holds a wrong path, a missing right or a forgotten step, found during the incident.',
    fr: 'Une procédure que personne n’a déroulée cache un mauvais chemin, un droit manquant ou une étape oubliée, qu’on découvre pendant l’incident.',
  },
  fix: {
    en: 'Play it in a drill, then write the day, the result and the time it took under tested.',
    fr: 'La dérouler lors d’un exercice, puis noter le jour, le résultat et le temps mis sous tested.',
  },

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const { documentation, status, test_every: every, type, tested } = runbook.value;
      // What is not written cannot be tested: coverage/undocumented-runbook reports it.
      if (status === 'retired' || documentation === 'undocumented' || documentation === 'obsolete') continue;
      if (every === undefined && tested === undefined && !RECOVERS.includes(type)) continue;
      const [latest] = exercisesOf(wiki, runbook);
      const place = every === undefined ? runbook.placeOf('id') : runbook.placeOf('test_every');
      const expected = inEach((lang) => (every === undefined ? '' : EXPECTED[lang](everyText(every, lang))));
      if (latest === undefined) {
        yield { what: { en: `${runbook.id} was never carried out${expected.en}`, fr: `${runbook.id} n’a jamais été déroulé${expected.fr}` }, place, record: runbook.key };
      } else if (latest.result === 'fail') {
        yield {
          what: { en: `${runbook.id} failed its last test, on ${latest.on}`, fr: `${runbook.id} a échoué à son dernier essai, le ${latest.on}` },
          place: latest.from === runbook ? runbook.placeOf('tested', 'result') : place,
          record: runbook.key,
        };
      } else if (isOverdue(latest, every, wiki.asOf)) {
        yield { what: { en: `${runbook.id} was last carried out on ${latest.on}${expected.en}`, fr: `${runbook.id} a été déroulé pour la dernière fois le ${latest.on}${expected.fr}` }, place, record: runbook.key };
      }
    }
  },
};
