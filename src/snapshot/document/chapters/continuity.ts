import { continuityView, scenarioView } from '../../../views/continuity.ts';
import type { ScenarioRecord } from '../../../model/records.ts';
import { narrativeText, bodyWithoutNarratives } from '../../../model/narrative.ts';
import { durationText } from '../../../words/durations.ts';
import { formatDuration, formatDurationRange } from '../../../words/format.ts';
import { ratingWords } from '../../../words/level-words.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heading, para, rowsTable, sheet, text } from '../pieces.ts';
import { placeOf, placeOfDocument } from '../places.ts';
import { bold, DASH, gap, joined, levelChip, lines, ratedChip, ref, refs, severityChip, small } from '../record-spans.ts';
import { findingLines } from './finding-lines.ts';
import { historyBlocks } from './rating-history.ts';

function scenarioBlocks(print: Print, scenario: ScenarioRecord): Blocks {
  const { t, say, lang, wiki } = print;
  const { value } = scenario;
  const view = scenarioView(wiki, [], scenario);
  const promise = (found: string | number | undefined, note: string | undefined, missing: string): Spans => lines(found === undefined ? (note === undefined ? [gap(missing)] : undefined) : [durationText(found, lang)], text(say, note));
  const narrative = narrativeText(scenario);
  return [
    heading(3, [{ k: 'id', v: scenario.id }, ` ${say(scenario.title)}`], placeOf(scenario)),
    ...(value.summary === undefined ? [] : [para(say(value.summary))]),
    ...sheet(
      [t('cont.rating'), scenario.current ? [ratedChip(print, scenario.current), ` ${ratingWords(scenario.current, lang)}`] : [gap(t('state.not-rated'))]],
      ['RTO', promise(value.rto, value.rto_note, t('cont.no-rto'))],
      ['RPO', promise(value.rpo, value.rpo_note, t('cont.no-rpo'))],
      [t('cont.mtpd'), value.mtpd === undefined ? undefined : [durationText(value.mtpd, lang)]],
      [t('scen.severity'), view.severity && [severityChip(print, view.severity)]],
      [t('scen.strategy'), lines([value.strategy === undefined ? t('cont.no-strategy') : t(`cont.strategy.${value.strategy}`)], text(say, value.strategy_note))],
      [t('cont.runbooks'), view.runbooks.length === 0 ? [gap(t('cont.no-runbook'))] : lines(...view.runbooks.map(({ runbook, time, atLeast, verdict, rto }): Spans => [ref(print, runbook), ...(time === undefined ? [] : [small(` ${atLeast ? t('runbooks.at-least', { time: formatDurationRange(time.min, time.max, lang) }) : formatDurationRange(time.min, time.max, lang)}${rto === undefined ? '' : `, ${t(verdict === 'held' ? 'runbooks.rto-held' : verdict === 'exceeded' ? 'runbooks.rto-exceeded' : 'runbooks.rto-unknown', { rto: formatDuration(rto, lang) })}`}`)])]))],
      [t('scen.components'), view.components.length === 0 ? undefined : refs(print, view.components, 'title')],
      [t('scen.degraded'), text(say, value.degraded_mode) ?? [t('scen.no-degraded')]],
      [t('scen.risks'), view.risks.length === 0 ? undefined : refs(print, view.risks.map(({ risk }) => risk))],
      [t('scen.backups'), view.data.length === 0 ? undefined : lines(...view.data.map(({ component, backup, loss, broken }): Spans => [ref(print, component, 'title'), ', ', ref(print, backup), small(` ${t('scen.loss', { loss: formatDuration(loss, lang) })}${broken === undefined || view.rpo === undefined ? '' : `, ${t(broken ? 'scen.rpo-broken' : 'scen.rpo-held', { rpo: formatDuration(view.rpo, lang) })}`}`)]))],
      [t('scen.drills'), view.drills.length === 0 ? [t('scen.no-drill')] : refs(print, view.drills)],
      [t('sys.owner'), text(say, view.owner)],
      [t('snap.aliases'), value.aliases.length === 0 ? undefined : [say(value.aliases.join(', '))]],
    ),
    ...(narrative === undefined ? [] : bodyBlocks(print, scenario.document, narrative, 4)),
    ...(scenario.current ? historyBlocks(print, scenario) : []),
    ...findingLines(print, ({ record }) => record === scenario.key),
  ];
}

/** What may fail, what is promised then, and what goes on working. */
export function continuityChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, lang, wiki } = print;
  const view = continuityView(wiki, [], system);
  if (view.documents.length === 0) return undefined;
  const time = (value: string | number | undefined): Spans => (value === undefined ? DASH : [durationText(value, lang)]);
  const overview = rowsTable([t('snap.code'), t('cont.scenario'), t('cont.rating'), 'RTO', 'RPO', t('cont.runbooks')], ['auto', 4, 'auto', 1.4, 1.4, 3], view.scenarios.map(({ scenario, runbooks }) => [[ref(print, scenario, 'id')], [say(scenario.title)], scenario.current ? [levelChip(print, scenario.current.level)] : DASH, time(scenario.value.rto), time(scenario.value.rpo), runbooks.length === 0 ? [gap(t('cont.no-runbook'))] : refs(print, runbooks.map(({ runbook }) => runbook), 'id')]), { small: true });
  return {
    title: t('cont.title'),
    id: `c:${system}/continuity`,
    b: [
      ...overview,
      ...(view.activities.length === 0
        ? []
        : [heading(3, [t('cont.bia')]), ...rowsTable([t('cont.activity'), t('cont.priority'), 'RTO', 'RPO', t('cont.mtpd-short'), t('cont.impact'), t('cont.needs')], [4, 'auto', 1.3, 1.3, 1.3, 2.6, 2.4], view.activities.map(({ activity, components }) => ({ id: placeOf(activity), cells: [lines([{ k: 'id', v: activity.id }, ' ', bold(say(activity.title))], text(say, activity.value.summary)), activity.value.priority === undefined ? DASH : [String(activity.value.priority)], time(activity.value.rto), time(activity.value.rpo), time(activity.value.mtpd), activity.value.impact_over_time.length === 0 ? DASH : lines(...activity.value.impact_over_time.map(({ at, level }): Spans => [`${t('frame.colon', { words: durationText(at, lang) })} ${say(level)}`])), refs(print, components, 'title')] })), { small: true })]),
      ...(view.modes.length === 0
        ? []
        : [heading(3, [t('cont.modes')]), ...rowsTable([t('cont.mode'), t('cont.available'), t('cont.mechanism'), t('cont.needs')], [3, 'auto', 4, 2.4], view.modes.map((mode) => ({ id: placeOf(mode), cells: [lines([bold(say(mode.title))], [{ k: 'id', v: mode.id }]), [t(`cont.available.${mode.value.available}`)], text(say, mode.value.mechanism) ?? DASH, joined(mode.value.components.flatMap((id): Spans[] => { const record = wiki.resolve(id, system); return record ? [[ref(print, record, 'title')]] : []; }))] })))]),
      ...view.scenarios.flatMap(({ scenario }) => scenarioBlocks(print, scenario)),
      ...view.documents.flatMap((document): Blocks => [heading(3, [say(document.title)], placeOfDocument(document)), ...envelope(print, document), ...bodyBlocks(print, document, bodyWithoutNarratives(document, [...wiki.records.values()].filter((record) => record.document === document && record.kind === 'scenario')), 4)]),
    ],
  };
}
