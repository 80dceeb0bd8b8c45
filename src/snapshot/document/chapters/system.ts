import { systemOverview } from '../../../views/system-overview.ts';
import type { Objective } from '../../../model/recovery-objective.ts';
import type { RecordOf } from '../../../model/records.ts';
import { durationText } from '../../../words/durations.ts';
import { formatDate, formatDuration } from '../../../words/format.ts';
import { hoursText } from '../../../words/hours.ts';
import { scheduleText } from '../../../words/schedules.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { address, bold, code, DASH, gap, joined, lines, named, ref, small } from '../record-spans.ts';
import { findingLines } from './finding-lines.ts';

function componentsTable(print: Print, { components }: ReturnType<typeof systemOverview>): Blocks {
  const { t, say, lang } = print;
  if (components.length === 0) return [para(gap(t('sys.inside.components-none')))];
  const objective = (found: Objective | undefined): Spans => (found === undefined ? [t('comp.no-objective')] : [formatDuration(found.minutes, lang), ...(found.from.kind === 'component' ? [] : [small(` ${t(`comp.from.${found.from.kind}`, { id: found.from.id })}`)])]);
  const availability = ({ value }: RecordOf<'component'>): Spans => [
    [value.redundancy === undefined ? undefined : t(`comp.redundancy.${value.redundancy}`), value.instances === undefined ? undefined : t('comp.instances', { count: value.instances }), value.failover === undefined ? undefined : t(`comp.failover.${value.failover}`)].filter((part) => part !== undefined).join(', '),
  ];
  return rowsTable(
    [t('sys.component'), t('snap.component.about'), `SPOF, ${t('sys.redundancy').toLocaleLowerCase(lang)}`, t('sys.depends'), t('sys.promise')],
    [3, 3.4, 2.4, 2.2, 2.4],
    components.map(({ component, needs, rto, rpo }) => {
      const { value } = component;
      const fact = (label: string, words: string | undefined): Spans | undefined => (words === undefined ? undefined : [small(`${t('frame.colon', { words: label })} `), say(words)]);
      return {
        id: placeOf(component),
        cells: [
          lines([bold(say(component.title))], [{ k: 'id', v: component.id }], [small(t(`comp.kind.${value.kind}`))]),
          lines(text(say, value.summary), fact(t('comp.location'), value.location), fact(t('comp.version'), value.version), value.supplier === undefined ? undefined : [small(`${t('frame.colon', { words: t('comp.supplier') })} `), ...named(print, value.supplier, component.system)], value.owner === undefined ? undefined : [small(`${t('frame.colon', { words: t('sys.owner') })} `), ...named(print, value.owner, component.system)], value.aliases.length === 0 ? undefined : fact(t('snap.aliases'), value.aliases.join(', '))),
          lines([value.spof === undefined ? t('sys.spof.unknown') : t(`sys.spof.${value.spof}`)], availability(component), fact(t('comp.fallback'), value.fallback)),
          needs.length === 0 ? DASH : joined(needs.map(({ name, record }): Spans => (record ? [ref(print, record, 'title')] : [say(name)]))),
          lines([small('RTO '), ...objective(rto)], [small('RPO '), ...objective(rpo)]),
        ],
      };
    }),
    { small: true },
  );
}

function places(print: Print, { environments, suppliers, secrets, links }: ReturnType<typeof systemOverview>): Blocks {
  const { t, say, lang } = print;
  const section = (title: string, blocks: Blocks): Blocks => (blocks.length === 0 ? [] : [heading(3, [title]), ...blocks]);
  return [
    ...section(t('sys.environments'), rowsTable([t('sys.environment'), t('sys.purpose'), t('sys.address'), t('sys.deploy')], [2, 3, 3, 1.4], environments.map((record) => ({ id: placeOf(record), cells: [lines([bold(say(record.title))], record.title === record.id ? undefined : [{ k: 'id', v: record.id }]), lines(text(say, record.value.purpose), record.value.note === undefined ? undefined : [small(say(record.value.note))]), record.value.url === undefined ? DASH : [address(record.value.url)], record.value.deploy === undefined ? DASH : [t(`sys.deploy.${record.value.deploy}`)]] })))),
    ...section(t('sys.suppliers'), rowsTable([t('sys.supplier'), t('sys.service'), t('sys.supplier-sla'), t('sys.supplier-where')], [2, 3, 2, 2], suppliers.map((record) => ({ id: placeOf(record), cells: [lines([bold(say(record.title))], [{ k: 'id', v: record.id }], record.value.status_page === undefined ? undefined : [small(`${t('frame.colon', { words: t('sys.status-page') })} `), address(record.value.status_page)]), lines(text(say, record.value.service), record.value.note === undefined ? undefined : [small(say(record.value.note))]), text(say, record.value.sla) ?? [gap(t('state.unknown'))], text(say, [record.value.location, record.value.plan].filter((part) => part !== undefined).join(', ')) ?? DASH] })))),
    ...section(t('sys.secrets'), secrets.length === 0 ? [] : [para(small(t('sys.secrets-why'))), ...rowsTable([t('sys.secret'), t('sys.secret-purpose'), t('sys.rotation')], [3, 3, 3], secrets.map(({ name, purpose, rotate, recommended, location, owner, last_rotated }) => [lines([/^[A-Z0-9_]+$/.test(name) ? code(name) : say(name)], text(say, location)), text(say, purpose) ?? DASH, lines(rotate === undefined ? [gap(t('sys.rotation-none'))] : [say(scheduleText(rotate, lang))], recommended ? [small(t('sys.rotation-recommended'))] : undefined, rotate === undefined ? undefined : [small(last_rotated === undefined ? t('sys.rotated-never') : t('sys.rotated', { date: formatDate(last_rotated, lang) }))], text(say, owner))]))]),
    ...section(t('sys.links'), rowsTable([t('sys.link.other'), t('sys.kind'), t('sys.address')], [3, 3, 4], links.map(({ kind, title, url, access, note }) => [[bold(say(title))], text(say, [t(`sys.link.${kind}`), access, note].filter((part) => part !== undefined).join(' · ')), url === undefined ? DASH : [address(url)]]))),
  ];
}

/** What a system promises, what it is made of, and where it stands. */
export function systemChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, lang, wiki, audience } = print;
  const record = wiki.folders.find(({ id }) => id === system)?.record;
  if (!record) return undefined;
  const { value, document } = record;
  const view = systemOverview(wiki, [], record);
  const promised = (found: string | number | undefined): Spans => (found === undefined ? [gap(t('sys.not-promised'))] : [durationText(found, lang)]);
  return {
    title: t('tab.overview'),
    id: `c:${system}/overview`,
    b: [
      { k: 'p', c: [], id: placeOf(record) },
      ...envelope(print, document, [t('sys.rto'), promised(value.rto)], [t('sys.rpo'), promised(value.rpo)], [t('sys.sla'), text(say, value.sla) ?? [gap(t('sys.not-promised'))]], [t('sys.hours'), [value.hours === undefined ? t('sys.hours-none') : say(hoursText(value.hours, lang))]], [t('sys.zone'), [wiki.clockOf(system).timeZone]]),
      ...bodyBlocks(print, document, document.body, 3),
      ...(audience === 'public' ? places(print, { ...view, secrets: [] }) : places(print, view)),
      ...findingLines(print, ({ place }) => place.file === document.file),
      // Turned pages come last: between upright ones they would leave two half empty.
      { k: 'landscape', b: [heading(3, [t('sys.inside.components')]), ...componentsTable(print, view)] },
    ],
  };
}
