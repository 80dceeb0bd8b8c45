import type { FieldChange } from '../../../views/diff/field-changes.ts';
import type { RecordChange } from '../../../views/diff/record-changes.ts';
import { formatDate } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bullets, heading, para, rowsTable } from '../pieces.ts';
import { code, lines, ref, small, stateSpans } from '../record-spans.ts';

/** A value on paper: what is longer is in the attached sources. */
const LONG = 300;

function valueText(value: unknown): string {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

function fieldSpans({ t }: Print, change: FieldChange): Spans {
  const path = code(change.path);
  if ('lines' in change) return [path, ` ${t('snap.changes.lines', { removed: change.lines.removed, added: change.lines.added })}`];
  if ('reordered' in change) return [path, ` ${t('snap.changes.reordered')}`];
  if ('removed' in change) return [path, ...change.removed.flatMap((item): Spans => [' − ', valueText(item)]), ...change.added.flatMap((item): Spans => [' + ', valueText(item)])];
  return [path, ` ${valueText(change.before)} → ${valueText(change.after)}`];
}

const KINDS = { appeared: 'ok', gone: 'none', changed: 'na', unread: 'late' } as const;

function recordRow(print: Print, { change, kind, key, id, title, was, movedFrom, fields }: RecordChange): readonly (Spans | undefined)[] {
  const { t, say, wiki } = print;
  const record = wiki.records.get(key);
  return [
    stateSpans({ kind: KINDS[change], word: t(`snap.changes.${change}`) }),
    lines(record ? [ref(print, record)] : [{ k: 'id', v: id }, ` ${say(title)}`], [small(t(`one.${kind}`))]),
    lines(was && [t('snap.changes.was', { key: was.key })], movedFrom === undefined ? undefined : [t('snap.changes.moved', { file: movedFrom })], ...fields.map((field) => fieldSpans(print, field))),
  ];
}

/** What changed since another commit, record by record. */
export function changesChapter(print: Print): Chapter | undefined {
  const { t, say, lang, since, audience, wiki, folders } = print;
  if (audience === 'public') return undefined;
  const shown = new Set(folders.map(({ id }) => id));
  const base = { title: t('snap.changes'), id: 'c:changes', landscape: true };
  if (!since) return { ...base, b: [para(t('snap.changes.no-base'))] };
  const { diff } = since;
  const records = diff.records.filter(({ system }) => shown.has(system));
  const worse = diff.consequences.filter(({ system }) => shown.has(system));
  const { appeared, disappeared } = diff.findings;
  return {
    ...base,
    b: [
      para(t('snap.changes.since', { commit: since.commit.slice(0, 7), date: formatDate(since.date, lang, 'long', wiki.site.time_zone) })),
      ...(worse.length === 0 ? [] : [heading(2, [t('snap.changes.effects')]), ...bullets(worse.map(({ effect, record, what }): Spans => [...stateSpans({ kind: effect === 'worse' ? 'none' : effect === 'better' ? 'ok' : 'na', word: t(`snap.changes.${effect}`) }), ' ', { k: 'id', v: record }, ` ${say(what[lang])}`]))]),
      heading(2, [t('snap.changes.records', { count: records.length })]),
      ...(records.length === 0 ? [para(t('snap.changes.none'))] : [...Map.groupBy(records, ({ system }) => system)].flatMap(([system, list]): Blocks => [heading(3, [say(wiki.folders.find(({ id }) => id === system)?.title ?? system)]), ...rowsTable([t('history.change'), t('checks.record'), t('snap.changes.fields')], [1.4, 4, 7], list.map((change) => recordRow(print, change)), { small: true, names: 1 })])),
      ...(appeared.length + disappeared.length === 0 ? [] : [heading(2, [t('findings.title')]), ...rowsTable([t('history.change'), t('rules.rule'), t('snap.findings.fact')], [1.6, 3, 6], [...appeared.filter(({ finding }) => shown.has(finding.system)).map(({ finding }): Spans[] => [stateSpans({ kind: 'none', word: t('snap.changes.appeared') }), [code(finding.rule)], [say(finding.what)]]), ...disappeared.filter(({ finding }) => shown.has(finding.system)).map(({ finding }): Spans[] => [stateSpans({ kind: 'ok', word: t('snap.changes.gone') }), [code(finding.rule)], [say(finding.what)]])], { small: true })]),
    ],
  };
}
