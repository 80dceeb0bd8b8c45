import { answeringOf, clockOfRole, promisedHours, type Answering } from '../../model/answering.ts';
import { formatMinutes } from '../../model/duration.ts';
import type { RecordOf } from '../../model/records.ts';
import { weekText } from '../../model/week.ts';
import type { Rule } from '../rule.ts';

const ids = (roles: readonly { id: string }[]): string => roles.map(({ id }) => id).join(', ');

/** Who is missing when; undefined where somebody answers in time at every hour promised. `elsewhere`: a role’s hours are written in another zone. */
function lack({ inTime, unreachable, firstStep, gaps, gapMinutes, never }: Answering, severity: RecordOf<'severity'>, timeZone: string, elsewhere: boolean): string | undefined {
  const policy = severity.value.policy ?? '';
  if (firstStep === undefined) return `no step of policy ${policy} is for it`;
  if (inTime.length === 0 && unreachable.length > 0) return `nobody that policy ${policy} calls by then has a contact for it (${ids(unreachable)})`;
  if (inTime.length === 0) return `the first step of policy ${policy} for it comes after ${formatMinutes(firstStep)}`;
  const nobody = `nobody that policy ${policy} calls by then (${ids(inTime)}) is available`;
  if (never) return `${nobody} at any hour of the week`;
  return gaps.length === 0 ? undefined : `${nobody} on ${weekText(gaps, timeZone)} (${formatMinutes(gapMinutes)} a week${elsewhere ? `, ${timeZone} time` : ''})`;
}

/** What counts as answered in time: src/model/answering.ts. */
export const escalationSeverityUnreachable: Rule = {
  id: 'escalation/severity-unreachable',
  severity: 'error',
  why: 'An incident of this severity declared in those hours waits for somebody to come back, and the promise is broken before anyone reads it.',
  fix: 'Call a role that is available then, widen a role’s availability, or promise only the hours you hold (hours: and off_hours:).',

  *find(wiki) {
    for (const severity of wiki.all('severity')) {
      const answering = answeringOf(wiki, severity);
      const { timeZone } = wiki.clockOf(severity.system);
      const elsewhere = answering?.inTime.some((role) => clockOfRole(wiki, role).timeZone !== timeZone) === true;
      const found = answering && lack(answering, severity, timeZone, elsewhere);
      if (found === undefined) continue;
      const hours = promisedHours(wiki, severity);
      yield { what: `${severity.id} must be answered within ${severity.value.respond_in ?? ''}, ${hours}, and ${found}`, place: severity.placeOf('respond_in'), record: severity.key };
    }
  },
};
