import { rolesView } from '../../../views/roles.ts';
import { clockText } from '../../../words/durations.ts';
import { hoursText } from '../../../words/hours.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { heading, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { bold, DASH, gap, joined, lines, refs, small } from '../record-spans.ts';
import { contactLines } from './contact-lines.ts';
import { documentTexts } from './incidents.ts';

/** Who does what, how they are reached, in what order they are called. */
export function rolesChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, lang, wiki } = print;
  const view = rolesView(wiki, [], system);
  if (view.documents.length === 0) return undefined;
  const policies = view.policies.flatMap(({ policy, steps }): Blocks => [
    heading(4, [say(policy.title)], placeOf(policy)),
    ...rowsTable([t('roles.after'), t('roles.who'), t('roles.which'), t('roles.note')], ['auto', 3, 2, 3], steps.map(({ after, roles, severities, channels, note }) => [[after === 0 ? t('inc.immediate') : clockText(after, after, lang)], joined(roles.map(({ name, role }): Spans => (role ? refs(print, [role], 'title') : [say(name), ' ', gap(t('roles.unknown'))]))), [severities.length === 0 ? t('roles.all-severities') : severities.join(', ')], lines(channels.length === 0 ? undefined : [t('inc.channels', { channels: say(channels.join(', ')) })], text(say, note))])),
  ]);
  const people = (names: readonly string[]): Spans => (names.length === 0 ? DASH : [say(names.join(', '))]);
  return {
    title: t('roles.title'),
    id: `c:${system}/roles`,
    landscape: true,
    b: [
      ...rowsTable(
        [t('roles.role'), t('roles.reach'), t('roles.hours'), t('roles.in')],
        [4, 4.4, 2.6, 2],
        view.roles.map(({ callee, policies: called, owns }) => {
          const { role } = callee;
          const { value } = role;
          const delegate = wiki.resolveAs('role', value.delegate, system);
          return {
            id: placeOf(role),
            cells: [
              lines([bold(say(role.title)), ' ', { k: 'id', v: role.id }], text(say, value.responsibilities), text(say, value.organisation), value.aliases.length === 0 ? undefined : [small(say(value.aliases.join(', ')))]),
              contactLines(print, callee),
              lines([value.availability === undefined ? t('contact.hours-unknown') : say(hoursText(value.availability, lang))], value.holders === undefined ? undefined : [small(t('roles.holders', { count: value.holders }))], value.rotation === undefined ? undefined : [small(t('roles.rotation', { rotation: say(value.rotation) }))], delegate && [small(t('roles.delegate', { role: say(delegate.title) }))]),
              lines(called.length === 0 ? undefined : refs(print, called, 'title'), owns.length === 0 ? undefined : [small(t('roles.owns', { count: owns.length }))]),
            ],
          };
        }),
        { small: true },
      ),
      ...(policies.length === 0 ? [] : [heading(3, [t('roles.policies')]), ...policies]),
      ...(view.raci.length === 0 ? [] : [heading(3, [t('roles.raci')]), ...rowsTable([t('roles.activity'), t('roles.responsible'), t('roles.accountable'), t('roles.consulted'), t('roles.informed')], [3, 2, 2, 2, 2], view.raci.map(({ activity, responsible, accountable, consulted, informed }) => [[bold(say(activity))], people(responsible), people(accountable), people(consulted), people(informed)]))]),
      ...documentTexts(print, view.documents),
    ],
  };
}
