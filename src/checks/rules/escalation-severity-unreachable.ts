import { answeringOf, clockOfRole, promisedHours, type Answering } from '../../model/answering.ts';
import { formatMinutes } from '../../model/duration.ts';
import type { RecordOf } from '../../model/records.ts';
import { spanText } from '../../model/span-text.ts';
import { and, inEach, type Text } from '../../model/text.ts';
import { weekText } from '../../model/week.ts';
import type { Rule } from '../rule.ts';

/** Who is missing when; undefined where somebody answers in time at every hour promised. `elsewhere`: a role’s hours are written in another zone. */
function lack({ inTime, unreachable, firstStep, gaps, gapMinutes, never }: Answering, severity: RecordOf<'severity'>, timeZone: string, elsewhere: boolean): Text | undefined {
  const policy = severity.value.policy ?? '';
  const called = inEach((lang) => and[lang]((inTime.length === 0 ? unreachable : inTime).map(({ id }) => id)));
  if (firstStep === undefined) return { en: `no step of policy ${policy} is for it`, fr: `aucune étape de la politique ${policy} ne la concerne` };
  if (inTime.length === 0 && unreachable.length > 0) {
    return { en: `nobody that policy ${policy} calls by then has a contact for it (${called.en})`, fr: `aucun rôle que la politique ${policy} appelle dans ce délai n’a de contact pour elle (${called.fr})` };
  }
  if (inTime.length === 0) {
    return { en: `the first step of policy ${policy} for it comes after ${formatMinutes(firstStep, 'en')}`, fr: `la première étape de la politique ${policy} qui la concerne ne vient qu’après ${formatMinutes(firstStep, 'fr')}` };
  }
  if (!never && gaps.length === 0) return undefined;
  const nobody = { en: `nobody that policy ${policy} calls by then (${called.en}) is available`, fr: `aucun rôle que la politique ${policy} appelle dans ce délai (${called.fr}) n’est disponible` };
  if (never) return { en: `${nobody.en} at any hour of the week`, fr: `${nobody.fr}, à aucune heure de la semaine` };
  return {
    en: `${nobody.en} on ${weekText(gaps, timeZone, 'en')} (${formatMinutes(gapMinutes, 'en')} a week${elsewhere ? `, ${timeZone} time` : ''})`,
    fr: `${nobody.fr} ${weekText(gaps, timeZone, 'fr')} (${formatMinutes(gapMinutes, 'fr')} par semaine${elsewhere ? `, fuseau ${timeZone}` : ''})`,
  };
}

/** What counts as answered in time: src/model/answering.ts. */
export const escalationSeverityUnreachable: Rule = {
  id: 'escalation/severity-unreachable',
  title: { en: 'Severity that nobody answers at some hours', fr: 'Gravité sans personne à certaines heures' },
  severity: 'error',
  why: {
    en: 'An incident of this severity declared in those hours waits for somebody to come back, and the promise is broken before anyone reads it.',
    fr: 'Un incident de cette gravité déclaré à ces heures attend le retour de quelqu’un : la promesse est rompue avant que quiconque l’ait lu.',
  },
  fix: {
    en: 'Call a role that is available then, widen a role’s availability, or promise only the hours you hold (hours: and off_hours:).',
    fr: 'Appeler un rôle disponible à ces heures, étendre la disponibilité d’un rôle, ou ne promettre que les heures tenues (hours: et off_hours:).',
  },

  *find(wiki) {
    for (const severity of wiki.all('severity')) {
      const answering = answeringOf(wiki, severity);
      const { timeZone } = wiki.clockOf(severity.system);
      const elsewhere = answering?.inTime.some((role) => clockOfRole(wiki, role).timeZone !== timeZone) === true;
      const found = answering && lack(answering, severity, timeZone, elsewhere);
      if (found === undefined) continue;
      const hours = promisedHours(wiki, severity);
      const within = inEach((lang) => spanText(severity.value.respond_in ?? '', lang));
      yield {
        what: {
          en: `${severity.id} must be answered within ${within.en}, ${hours}, and ${found.en}`,
          fr: `${severity.id} promet une réponse en ${within.fr} (${hours === 'business hours' ? 'heures ouvrées' : hours}), et ${found.fr}`,
        },
        place: severity.placeOf('respond_in'),
        record: severity.key,
      };
    }
  },
};
