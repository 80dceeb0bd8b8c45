import { isPending } from '../../model/treatment.ts';
import { actionsView } from '../../views/actions.ts';
import { waiverLines } from '../../views/checks.ts';
import { formatDate } from '../../words/format.ts';
import type { Print } from '../print.ts';
import type { Cover, Spans } from './block.ts';
import { allRows } from './printed-rows.ts';
import { bold, code, small } from './record-spans.ts';

/** More reserves of one kind than this are counted, not named. */
const NAMED = 8;

const list = (ids: readonly string[]): string => `${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? '…' : ''}`;

/** What whoever trusts this file must know first: what is wrong, and what somebody accepted. */
function reserves(print: Print): Spans[] {
  const { t, checks, wiki, files, part, audience } = print;
  const rows = allRows(print);
  const without = rows.filter(({ treatment }) => treatment?.state === 'missing');
  const late = rows.filter(({ treatment }) => treatment?.state === 'late');
  const reviews = rows.filter(({ kind, review }) => kind === 'risk' && review?.state === 'late');
  const errors = checks.findings.filter(({ severity, place }) => severity === 'error' && files.has(place.file));
  const warnings = checks.findings.filter(({ severity, place }) => severity === 'warning' && files.has(place.file));
  const waivers = waiverLines(wiki, checks.waived).filter(({ document, days }) => files.has(document.file) && days >= 0);
  const inside: Spans[] = [
    ...(errors.length > 0 ? [[bold(t('snap.reserve.errors', { count: errors.length }))]] : []),
    ...(warnings.length > 0 ? [[bold(t('snap.reserve.warnings', { count: warnings.length })), ...(part === undefined ? [t('snap.reserve.see')] : [])]] : []),
    ...(waivers.length > 0 ? [[bold(t('snap.reserve.waivers', { count: waivers.length })), t('snap.of-ids', { ids: list(waivers.map(({ rule }) => rule)) })]] : []),
  ];
  const said: Spans[] = [
    ...(print.provenance.draft ? [[bold(t('snap.reserve.draft'))]] : []),
    ...(print.provenance.shallow ? [[bold(t('snap.reserve.shallow'))]] : []),
    ...(audience === 'public' ? [[bold(t('snap.reserve.public'))]] : inside),
    ...(without.length > 0 ? [[bold(t('register.decide-action', { count: without.length })), t('snap.of-ids', { ids: list(without.map(({ id }) => id)) })]] : []),
    ...(late.length > 0 ? [[bold(t('register.decide-overdue', { count: late.length })), t('snap.of-ids', { ids: list(late.map(({ id }) => id)) })]] : []),
    ...(reviews.length > 0 ? [[bold(t('register.decide-review', { count: reviews.length })), t('snap.of-ids', { ids: list(reviews.map(({ id }) => id)) })]] : []),
  ];
  return said.length === 0 ? [[t('snap.reserve.none')]] : said;
}

/** What the file is for, in a few words: one system's file, a part of it, or the whole wiki. */
export function titleOf({ wiki, folders, part, whole, t }: Print): { kicker: string; title: string } {
  const [only] = folders;
  const title = whole || folders.length !== 1 || !only ? wiki.site.title : only.title;
  if (part === undefined) return { kicker: t('snap.kicker'), title };
  if (part.kind === 'incidents' || part.kind === 'risks') return { kicker: title, title: t(part.kind === 'risks' ? 'register.title' : 'inc.title') };
  const found = wiki.records.get(part.name);
  return { kicker: `${t(part.kind === 'register' ? 'register.title' : 'one.runbook')} · ${title}`, title: [part.kind === 'runbook' ? found?.id : undefined, found?.title].filter(Boolean).join(' ') };
}

/** How far the file may travel: as far as the most guarded of its documents. */
export function classificationOf({ wiki, folders, audience, t }: Print): string {
  if (audience === 'public') return t('sys.classification.public');
  const marks = new Set(wiki.documents.filter(({ system }) => folders.some(({ id }) => id === system)).map(({ value }) => value.classification ?? 'internal'));
  return t(`sys.classification.${marks.has('confidential') ? 'confidential' : marks.has('internal') ? 'internal' : 'public'}`);
}

function wholeCounts(print: Print): Cover['counts'] {
  const { t, wiki, folders } = print;
  const actions = folders.flatMap(({ id }) => wiki.all('action', id)).filter(isPending);
  const late = folders.reduce((sum, { id }) => sum + actionsView(wiki, id).late, 0);
  return [
    { value: String(allRows(print).filter(({ kind }) => kind === 'risk').length), label: t('snap.count.risks'), alert: false },
    { value: String(folders.reduce((sum, { id }) => sum + wiki.all('runbook', id).length, 0)), label: t('snap.count.runbooks'), alert: false },
    { value: String(actions.length), label: t('snap.count.actions'), alert: false },
    { value: String(late), label: t('snap.count.late'), alert: late > 0 },
  ];
}

function registerCounts(print: Print): Cover['counts'] {
  const { t } = print;
  const rows = allRows(print);
  const count = (label: string, some: typeof rows, alert: boolean): Cover['counts'][number] => ({ value: String(some.length), label, alert: alert && some.length > 0 });
  return [count(t('snap.count.risks'), rows, false), count(t('register.without-action'), rows.filter(({ treatment }) => treatment?.state === 'missing'), true), count(t('snap.count.late'), rows.filter(({ treatment }) => treatment?.state === 'late'), true)];
}

export function coverOf(print: Print): Cover {
  const { t, say, lang, wiki, folders, provenance } = print;
  const { kicker, title } = titleOf(print);
  const [only] = folders;
  const version = folders.length === 1 ? only?.record?.value.version : undefined;
  const repository = wiki.site.repository;
  const subtitle = folders.length === 1 ? only?.record?.value.summary : folders.map((folder) => folder.title).join(', ');
  return {
    kicker: say(kicker),
    title: say(title),
    ...(subtitle === undefined ? {} : { subtitle: say([wiki.site.organisation, subtitle].filter(Boolean).join(' · ')) }),
    ...(version === undefined ? {} : { version: t('snap.version', { version }) }),
    asOf: t('snap.as-of', { date: formatDate(wiki.asOf, lang, 'long') }),
    counts: print.part === undefined ? wholeCounts(print) : print.part.kind === 'register' || print.part.kind === 'risks' ? registerCounts(print) : [],
    reserves: { title: t('snap.reserves'), items: reserves(print) },
    provenance: {
      title: t('snap.provenance'),
      rows: [
        ...(repository === undefined ? [] : [{ term: t('snap.repository'), value: repository, code: true }]),
        { term: t('prov.commit'), value: provenance.commit, code: true },
        { term: t('snap.tree'), value: provenance.tree, code: true },
        { term: t('snap.dated'), value: `${formatDate(provenance.date, lang, 'date-time', 'UTC')} UTC`, code: false },
        { term: t('snap.made-by'), value: `Vigie ${provenance.vigie}`, code: false },
      ],
      check: [`${t('snap.check')} `, code(`git rev-parse ${provenance.commit.slice(0, 7)}^{tree}`), ` ${t('snap.check-tree')} `, code('vigie verify'), ` ${t('snap.check-file')}`, ...(provenance.draft ? [small(` ${t('snap.reserve.draft')}`)] : [])],
    },
    signatures: { title: t('snap.signatures'), head: [t('roles.role'), t('snap.sign.name'), t('history.date'), t('snap.sign.signature')], rows: (['writing', 'review', 'approval'] as const).map((role) => ({ role: t(`snap.sign.${role}`), who: '' })) },
  };
}
