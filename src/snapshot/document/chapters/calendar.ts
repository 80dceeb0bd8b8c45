import { calendarView } from '../../../views/calendar.ts';
import type { AgendaEntry } from '../../../model/agenda.ts';
import { durationText } from '../../../words/durations.ts';
import { formatDate } from '../../../words/format.ts';
import { scheduleText } from '../../../words/schedules.ts';
import type { Print } from '../../print.ts';
import type { Chapter, Spans } from '../block.ts';
import { heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { bold, code, DASH, gap, lines, named, ref, refs, small } from '../record-spans.ts';
import { documentTexts } from './incidents.ts';

const RESULTS = ['pass', 'fail', 'partial'] as const;

/** What comes back, and when: late things first, then month by month, then every activity with its tasks. */
export function calendarChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, lang, wiki } = print;
  const documents = wiki.documentsOf('schedule', system);
  const activities = wiki.all('activity', system);
  const view = calendarView(wiki, system);
  if (documents.length === 0 && view.late.length + view.months.length === 0) return undefined;
  const what = ({ record, title }: AgendaEntry): Spans => (record ? [ref(print, record)] : [say(title)]);
  const who = ({ owner }: AgendaEntry): Spans => (owner === undefined ? [small(t('cal.no-owner'))] : named(print, owner, system));
  const rhythm = (value: string | 0 | undefined): string => (value === undefined ? t('cal.once') : say(scheduleText(value, lang)));
  const late = view.late.map((entry) => [entry.due === undefined ? DASH : [formatDate(entry.due, lang)], what(entry), [t(`cal.kind.${entry.kind}`)], who(entry), [gap(t('state.late-days', { count: entry.late ?? 0 }))]]);
  const coming = view.months.flatMap(({ days }) => days.filter(({ first }) => first).map(({ day, entry }) => [lines([formatDate(day, lang)], entry.floating ? [small(t('cal.floating'))] : undefined), what(entry), [t(`cal.kind.${entry.kind}`)], who(entry), [rhythm(entry.rhythm)]]));
  const head = [t('cal.date'), t('cal.what'), t('cal.kind'), t('cal.owner')];
  return {
    title: t('cal.title'),
    id: `c:${system}/calendar`,
    landscape: true,
    b: [
      heading(3, [t('cal.late')]),
      ...(late.length === 0 ? [para(t('cal.late-none'))] : rowsTable([...head, t('register.action')], ['auto', 5, 2, 2, 1.6], late, { small: true, names: 1 })),
      heading(3, [t('snap.calendar.next')]),
      ...(coming.length === 0 ? [para(t('cal.months-none'))] : rowsTable([...head, t('cal.rhythm')], ['auto', 5, 2, 2, 2], coming, { small: true, names: 1 })),
      ...(activities.length === 0
        ? []
        : [
            heading(3, [t('cal.details')]),
            ...rowsTable(
              [t('snap.code'), t('cal.what'), t('cal.rhythm'), t('cal.owner'), t('cal.last'), t('snap.calendar.tasks')],
              ['auto', 4, 2, 2, 2, 4],
              activities.map((activity) => {
                const { value } = activity;
                const result = RESULTS.find((name) => name === value.last?.result);
                const scenario = wiki.resolve(value.scenario ?? '', system);
                const runbook = wiki.resolve(value.runbook ?? '', system);
                return {
                  id: placeOf(activity),
                  cells: [
                    [{ k: 'id', v: activity.id }],
                    lines([bold(say(activity.title))], [small(`${t(`cal.kind.${value.kind}`)}${value.automated ? `, ${t('cal.automated')}` : ''}`)], text(say, value.summary), value.components.length === 0 ? undefined : refs(print, value.components.flatMap((id) => wiki.resolve(id, system) ?? []), 'title'), scenario && [ref(print, scenario)], runbook && [ref(print, runbook)], value.secret === undefined ? undefined : [code(value.secret)]),
                    lines([value.schedule === undefined ? t('cal.no-rhythm') : say(scheduleText(value.schedule, lang))], value.duration === undefined ? undefined : [small(`${t('frame.colon', { words: t('cal.duration') })} ${durationText(value.duration, lang)}`)], value.timeout === undefined ? undefined : [small(t('snap.calendar.timeout', { time: durationText(value.timeout, lang) }))]),
                    lines(value.owner === undefined ? [small(t('cal.no-owner'))] : named(print, value.owner, system), value.participants.length === 0 ? undefined : [small(value.participants.map((name) => say(wiki.resolveAs('role', name, system)?.title ?? name)).join(', '))]),
                    value.last === undefined ? [small(t('cal.never'))] : lines([formatDate(value.last.on, lang)], result === undefined ? undefined : [t(`rb.test.${result}`)], value.last.measured_rto === undefined ? undefined : [small(t('cal.measured', { time: durationText(value.last.measured_rto, lang) }))], text(say, value.last.note)),
                    value.tasks.length === 0 ? DASH : lines(...value.tasks.map((task): Spans => [{ k: 'tick' }, ` ${say(task)}`])),
                  ],
                };
              }),
              { small: true },
            ),
          ]),
      ...documentTexts(print, documents),
    ],
  };
}
