import { backupsView, type BackupLine } from '../../../views/backups.ts';
import { bodyWithoutNarratives, narrativeText } from '../../../model/narrative.ts';
import { parseDuration } from '../../../model/duration.ts';
import { durationText } from '../../../words/durations.ts';
import { formatDate, formatDuration } from '../../../words/format.ts';
import { scheduleText } from '../../../words/schedules.ts';
import { everyText } from '../../../words/status.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heading, para, rowsTable, sheet, text } from '../pieces.ts';
import { placeOf, placeOfDocument } from '../places.ts';
import { DASH, gap, lines, ref, refs, small, stateSpans } from '../record-spans.ts';
import { findingLines } from './finding-lines.ts';

function promiseSpans({ t, lang }: Print, { promise: { rpo, loss, state } }: BackupLine): Spans {
  const found = rpo === undefined ? '' : formatDuration(rpo.minutes, lang);
  const lost = loss === undefined ? undefined : [small(loss === 0 ? t('backups.loses-nothing') : t('backups.loses', { time: formatDuration(loss, lang) }))];
  const held: Spans = state === 'held' ? stateSpans({ kind: 'ok', word: t('backups.held', { rpo: found }) }) : state === 'broken' ? stateSpans({ kind: 'late', word: t('backups.broken', { rpo: found }) }) : state === 'helped' ? [t('backups.helped', { rpo: found })] : state === 'none' ? [t('backups.deletes')] : state === 'no-rpo' ? [t('backups.no-rpo')] : [gap(rpo === undefined ? t('backups.no-rpo') : t('backups.unverifiable', { rpo: found }))];
  return lines(held, lost);
}

function restoreSpans({ t, lang }: Print, { restore: { state, last, every, due } }: BackupLine): Spans {
  const kind = state === 'pass' || state === 'done' ? 'ok' : state === 'not-asked' ? 'na' : state === 'never' ? 'none' : 'late';
  return lines(stateSpans({ kind, word: t(`backups.restore.${state}`) }), last && [small(t('backups.restore.on', { date: formatDate(last.on, lang) }))], due === undefined ? (every === undefined ? undefined : [small(t('backups.restore.expected', { rhythm: everyText(every, lang) }))]) : [small(t('backups.restore.due', { date: formatDate(due, lang) }))]);
}

function backupBlocks(print: Print, line: BackupLine): Blocks {
  const { t, say, lang } = print;
  const { backup, components, runbook, owner } = line;
  const { value } = backup;
  const kept = value.retention;
  const narrative = narrativeText(backup);
  return [
    heading(3, [{ k: 'id', v: backup.id }, ` ${say(backup.title)}`], placeOf(backup)),
    ...sheet(
      [t('sys.component'), components.length === 0 ? undefined : refs(print, components, 'title')],
      [t('sys.kind'), value.method === undefined ? undefined : [t(`backups.method.${value.method}`)]],
      [t('cal.rhythm'), [value.schedule === undefined ? t('backups.no-schedule') : say(scheduleText(value.schedule, lang))]],
      [t('snap.backup.promise'), lines(promiseSpans(print, line), value.rpo === undefined ? undefined : [small(t('snap.backup.said-rpo', { rpo: durationText(value.rpo, lang) }))])],
      [t('snap.backup.retention'), [kept === undefined ? t('backups.no-retention') : parseDuration(kept) ? durationText(kept, lang) : say(String(kept))]],
      [t('snap.backup.tool'), text(say, value.tool)],
      [t('backups.copies'), value.copies.length === 0 ? [gap(t('backups.no-copies'))] : lines(...value.copies.map(({ location, offsite, note }): Spans => [say(location), ...(offsite === undefined ? [] : [small(` ${t(offsite ? 'backups.offsite' : 'backups.onsite')}`)]), ...(note === undefined ? [] : [small(` ${say(note)}`)])]))],
      [t('snap.backup.encryption'), [t(value.encrypted === undefined ? 'backups.encryption-unknown' : value.encrypted ? 'backups.encrypted' : 'backups.plain')]],
      [t('backups.restore'), lines(restoreSpans(print, line), text(say, value.restore_test?.note), value.restore_test?.measured === undefined ? undefined : [small(t('backups.restore.measured', { time: durationText(value.restore_test.measured, lang) }))])],
      [t('home.runbooks'), runbook ? refs(print, [runbook]) : [t('backups.no-runbook')]],
      [t('sys.owner'), owner && text(say, owner.name)],
      [t('decisions.cost'), text(say, value.cost)],
      [t('roles.note'), text(say, value.note)],
    ),
    ...(narrative === undefined ? [] : bodyBlocks(print, backup.document, narrative, 4)),
    ...findingLines(print, ({ record }) => record === backup.key),
  ];
}

/** What is copied, how often, and whether it was ever put back. */
export function backupsChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, lang, wiki } = print;
  const view = backupsView(wiki, [], system);
  if (view.documents.length === 0) return undefined;
  return {
    title: t('backups.title'),
    id: `c:${system}/backups`,
    b: [
      heading(3, [t('backups.rpo')]),
      para(t('backups.rpo-note')),
      ...rowsTable([t('backups.component'), t('backups.promised'), t('backups.best'), t('backups.verdict')], [3, 2, 3, 2], view.promises.map(({ component, rpo, best, state }) => [[ref(print, component, 'title')], rpo === undefined ? DASH : lines([formatDuration(rpo.minutes, lang)], [small(t('backups.promised-by', { record: rpo.from.id }))]), best ? lines([ref(print, best.backup)], [small(best.loss === 0 ? t('backups.loses-nothing') : t('backups.loses', { time: formatDuration(best.loss, lang) }))]) : DASH, stateSpans({ kind: state === 'held' ? 'ok' : state === 'no-rpo' ? 'na' : state === 'broken' ? 'late' : 'none', word: t(`backups.verdict.${state}`) })])),
      ...view.lines.flatMap((line) => backupBlocks(print, line)),
      ...view.documents.flatMap((document): Blocks => [heading(3, [say(document.title)], placeOfDocument(document)), ...envelope(print, document), ...bodyBlocks(print, document, bodyWithoutNarratives(document, [...wiki.records.values()].filter((record) => record.document === document)), 4)]),
    ],
  };
}
