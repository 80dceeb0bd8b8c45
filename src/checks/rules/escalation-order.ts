import { minutes } from '../../model/duration.ts';
import { spanText } from '../../model/span-text.ts';
import type { Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

interface Timed {
  readonly id: string;
  /** As the author wrote it, and in minutes. */
  readonly said: string | 0;
  readonly time: number;
  readonly index: number;
}

/** What two severities promise the wrong way round. */
const PROMISES = {
  respond_in: (graver: Timed, milder: Timed): Text => ({
    en: `${graver.id} is answered within ${spanText(graver.said, 'en')} and ${milder.id}, which is milder, within ${spanText(milder.said, 'en')}`,
    fr: `${graver.id} promet une réponse en ${spanText(graver.said, 'fr')} et ${milder.id}, moins grave, en ${spanText(milder.said, 'fr')}`,
  }),
  escalate_after: (graver: Timed, milder: Timed): Text => ({
    en: `${graver.id} is escalated after ${spanText(graver.said, 'en')} and ${milder.id}, which is milder, after ${spanText(milder.said, 'en')}`,
    fr: `${graver.id} est escaladée après ${spanText(graver.said, 'fr')} et ${milder.id}, moins grave, après ${spanText(milder.said, 'fr')}`,
  }),
};

export const escalationOrder: Rule = {
  id: 'escalation/order',
  title: { en: 'Graver severity, slower answer', fr: 'Gravité plus haute, réponse plus lente' },
  severity: 'error',
  why: {
    en: 'A graver incident that waits longer than a milder one makes people declare the wrong severity to be served.',
    fr: 'Si un incident plus grave attend plus longtemps qu’un autre, on déclare la mauvaise gravité pour être servi.',
  },
  fix: {
    en: 'Correct one of the two times, or the order of the severities: from the gravest to the mildest.',
    fr: 'Corriger l’un des deux délais, ou l’ordre des gravités : de la plus grave à la moins grave.',
  },

  *find(wiki) {
    for (const document of wiki.documentsOf('incident-matrix')) {
      const { severities } = document.value;
      for (const field of ['respond_in', 'escalate_after'] as const) {
        const timed = severities.flatMap(({ id, [field]: said }, index): Timed[] => {
          const time = minutes(said);
          return said === undefined || time === undefined ? [] : [{ id, said, index, time }];
        });
        for (const [position, milder] of timed.entries()) {
          const graver = timed[position - 1];
          if (graver === undefined || graver.time <= milder.time) continue;
          yield { what: PROMISES[field](graver, milder), place: document.placeOf('severities', graver.index, field), record: `${document.system}/${graver.id}` };
        }
      }
    }
  },
};
