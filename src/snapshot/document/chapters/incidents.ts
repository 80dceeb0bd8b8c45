import { incidentsView } from '../../../views/incidents.ts';
import { clockText, durationText } from '../../../words/durations.ts';
import { hoursText } from '../../../words/hours.ts';
import { severityCode } from '../../../words/level-words.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf, placeOfDocument } from '../places.ts';
import { bold, DASH, gap, lines, named, refs, severityChip, severityLevel, small } from '../record-spans.ts';

/** Documents of lists: what their text says, under their title. */
export function documentTexts(print: Print, documents: readonly Parameters<typeof envelope>[1][]): Blocks {
  return documents.flatMap((document): Blocks => [heading(3, [print.say(document.title)], placeOfDocument(document)), ...envelope(print, document), ...bodyBlocks(print, document, document.body, 4)]);
}

type View = ReturnType<typeof incidentsView>;

function severities(print: Print, { severities: list }: View): Blocks {
  const { t, say, lang, wiki } = print;
  if (list.length === 0) return [para(gap(t('inc.none')), ` ${t('inc.none-why')}`)];
  const delay = (value: string | number | undefined): Spans => (value === undefined ? DASH : [value === 0 ? t('inc.immediate') : durationText(value, lang)]);
  return rowsTable(
    [t('inc.severity'), t('inc.definition'), t('inc.respond'), t('inc.resolve'), t('inc.escalate'), t('snap.incident.more')],
    ['auto', 4, 1.5, 1.5, 1.7, 4],
    list.map(({ severity, shape }) => {
      const { value, system } = severity;
      const policy = wiki.resolveAs('policy', value.policy, system);
      return {
        id: placeOf(severity),
        cells: [
          [severityLevel(print, severity, shape)],
          lines(text(say, value.definition), value.examples.length === 0 ? undefined : [small(`${t('frame.colon', { words: t('inc.examples') })} ${say(value.examples.join(', '))}`)]),
          delay(value.respond_in),
          delay(value.resolve_in),
          lines(delay(value.escalate_after), policy && refs(print, [policy], 'title')),
          lines(
            value.hours === undefined ? undefined : [t('inc.hours', { hours: say(hoursText(value.hours, lang)) })],
            value.off_hours === undefined ? undefined : [small(t(`call.off-hours.${value.off_hours}`))],
            value.channels.length === 0 ? undefined : [t('inc.channels', { channels: say(value.channels.join(', ')) })],
            ...value.notify.map(({ authority, within, when }): Spans => [t('inc.notify', { authority, within: durationText(within, lang) }), ...(when === undefined ? [] : [small(` (${say(when)})`)])]),
            value.review_required ? [t('inc.review-required')] : undefined,
          ),
        ],
      };
    }),
    { small: true },
  );
}

function told({ t, say, lang }: Print, { severities: list, escalation }: View): Blocks {
  if (list.length === 0 || escalation.length === 0) return [para(gap(t('inc.told.none')), ` ${t('inc.told.none-why')}`)];
  return rowsTable(
    [t('inc.told.role'), ...list.map(({ severity }) => severityCode(severity.id) ?? say(severity.title))],
    [3, ...list.map(() => ({ w: 2 }))],
    escalation.map(({ role, told: cells }) => [[bold(say(role.title))], ...cells.map(({ after, byPhone }): Spans => (after === undefined ? [small(t('inc.told.no'))] : lines([after === 0 ? t('inc.immediate') : clockText(after, after, lang)], byPhone ? [small(t('inc.told.by-phone'))] : undefined)))]),
  );
}

function alerts(print: Print, { alerts: list }: View): Blocks {
  const { t, say } = print;
  if (list.length === 0) return [];
  return [
    heading(3, [t('inc.alerts')]),
    ...rowsTable(
      [t('inc.alerts.alert'), t('inc.alerts.when'), t('inc.severity'), t('inc.alerts.channel'), t('inc.alerts.runbook')],
      [3, 3, 'auto', 1.6, 3],
      list.map(({ alert, severity, runbooks }) => ({
        id: placeOf(alert),
        cells: [
          lines([{ k: 'id', v: alert.id }, ` ${say(alert.title)}`], alert.value.components.length === 0 ? undefined : [small(alert.value.components.join(', '))], alert.value.owner === undefined ? undefined : named(print, alert.value.owner, alert.system), alert.value.aliases.length === 0 ? undefined : [small(say(alert.value.aliases.join(', ')))]),
          text(say, alert.value.when) ?? DASH,
          severity ? [severityChip(print, { record: severity.severity, shape: severity.shape })] : DASH,
          text(say, alert.value.channel) ?? [small(t('inc.alerts.no-channel'))],
          runbooks.length === 0 ? [gap(t('inc.alerts.no-runbook'))] : refs(print, runbooks),
        ],
      })),
      { small: true },
    ),
  ];
}

/** How incidents are graded, told and escalated. */
export function incidentsChapter(print: Print, system: string): Chapter | undefined {
  const { t, wiki } = print;
  const matrices = wiki.documentsOf('incident-matrix', system);
  const view = incidentsView(wiki, [], system);
  if (matrices.length === 0 && view.escalation.length === 0) return undefined;
  return { title: t('inc.title'), id: `c:${system}/incidents`, landscape: true, b: [...severities(print, view), heading(3, [t('inc.told')]), ...told(print, view), ...alerts(print, view), ...documentTexts(print, matrices)] };
}
