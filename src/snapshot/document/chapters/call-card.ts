import type { CallCard, CardCallee } from '../../../views/call-now.ts';
import { clockText, durationText } from '../../../words/durations.ts';
import { hoursText } from '../../../words/hours.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Spans } from '../block.ts';
import { para, rowsTable } from '../pieces.ts';
import { bold, gap, lines, severityChip, small } from '../record-spans.ts';
import { contactLines } from './contact-lines.ts';

function callees(print: Print, list: readonly CardCallee[]): Blocks {
  const { t, say, lang } = print;
  if (list.length === 0) return [para(gap(t('empty.contact')), ` ${t('empty.contact-why')}`)];
  return rowsTable(
    [t('roles.after'), t('roles.role'), t('roles.reach'), t('roles.hours')],
    ['auto', 3, 4, 2.6],
    list.map((callee) => {
      const { after, role, standsFor } = callee;
      return [
        [after === undefined ? '–' : after === 0 ? t('inc.immediate') : clockText(after, after, lang)],
        lines([bold(say(role.title))], standsFor && [small(t('call.stands-for', { who: say(standsFor.title) }))]),
        contactLines(print, callee),
        [role.value.availability === undefined ? t('contact.hours-unknown') : say(hoursText(role.value.availability, lang))],
      ];
    }),
    { small: true, names: 1 },
  );
}

/** Whom to call for a system, by severity. */
export function callBlocks(print: Print, { severities, anyone }: CallCard): Blocks {
  const { t, lang } = print;
  if (severities.length === 0) return [...(anyone.length === 0 ? [] : [para(t('call.no-severities'))]), ...callees(print, anyone)];
  return severities.flatMap(({ severity, shape, callees: list, from }): Blocks => {
    const { respond_in: respond, hours } = severity.value;
    const said = [respond === undefined ? t('call.no-delay') : t('call.promise', { delay: durationText(respond, lang) }), ...(hours === undefined || hours === '24/7' ? [] : [t('call.promise-hours', { hours: hoursText(hours, lang) })]), ...(from === 'contacts' && list.length > 0 ? [t('call.no-policy')] : [])];
    const name: Spans = [severityChip(print, { record: severity, shape }), ` ${said.join(' ')}`];
    return [para(...name), ...callees(print, list)];
  });
}
