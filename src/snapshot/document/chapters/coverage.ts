import type { Cover } from '../../../model/component-coverage.ts';
import { proofs, type Proof } from '../../../model/component-coverage.ts';
import { coverage } from '../../../views/coverage.ts';
import { formatDate, formatDuration } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { heading, para, rowsTable, text } from '../pieces.ts';
import { bold, gap, lines, ref, refs, small, stateSpans } from '../record-spans.ts';

const KINDS = { covered: 'ok', partial: 'late', planned: 'late', missing: 'none', 'none-needed': 'na' } as const;

const LABELS = { runbook: 'coverage.runbook', scenario: 'coverage.scenario', backup: 'coverage.backup', tested: 'coverage.tested' } as const satisfies Record<Proof, string>;

function coverSpans(print: Print, { state, by, rto, on }: Cover): Spans {
  const { t, lang } = print;
  return lines(stateSpans({ kind: KINDS[state], word: t(`coverage.state.${state}`) }), by.length === 0 ? undefined : refs(print, by, 'id'), rto === undefined ? undefined : [small(`RTO ${formatDuration(rto, lang)}`)], on === undefined ? undefined : [small(t('coverage.on', { date: formatDate(on, lang) }))]);
}

/** What every component can be brought back with, what stands alone, and scenarios that nobody can answer. */
export function coverageChapter(print: Print): Chapter | undefined {
  const { t, say, wiki, checks, folders } = print;
  const shown = new Set(folders.map(({ id }) => id));
  const view = coverage(wiki, checks.findings);
  const groups = view.groups.filter(({ system }) => shown.has(system));
  if (groups.length === 0) return undefined;
  const singles = view.singles.filter(({ component }) => shown.has(component.system));
  const scenarios = view.scenarios.filter(({ system }) => shown.has(system));
  return {
    title: t('coverage.title'),
    id: 'c:coverage',
    landscape: true,
    b: [
      para(t('coverage.how')),
      ...groups.flatMap(({ title, rows, counts }): Blocks => [
        heading(2, [say(title)]),
        para(...proofs.flatMap((proof, index): Spans => [index === 0 ? '' : ' · ', `${t(LABELS[proof])} `, bold(`${counts[proof].covered} ${t('coverage.of', { total: counts[proof].of })}`)])),
        ...rowsTable([t('coverage.component'), ...proofs.map((proof) => t(LABELS[proof]))], [3, 2.4, 2.4, 2.4, 2.4], rows.map(({ component, single, cover }) => [lines([ref(print, component, 'title')], single === undefined ? undefined : [gap(t(single === 'declared' ? 'coverage.spof' : single === 'partial' ? 'coverage.spof-partial' : 'coverage.kind.derived'))]), ...proofs.map((proof) => coverSpans(print, cover[proof]))]), { small: true }),
      ]),
      heading(2, [t('coverage.singles')]),
      ...(singles.length === 0 ? [para(t('coverage.singles-none'))] : rowsTable([t('coverage.component'), t('one.system'), t('coverage.why'), t('coverage.fallback'), t('register.risk')], [3, 2.4, 3, 4, 2.4], singles.map(({ component, title, kind, risks }) => [[ref(print, component, 'title')], [say(title)], [t(`coverage.kind.${kind}`)], text(say, component.value.fallback) ?? [gap(t('coverage.no-fallback'))], risks.length === 0 ? [gap(t('coverage.no-risk'))] : refs(print, risks, 'id')]), { small: true })),
      heading(2, [t('coverage.scenarios')]),
      ...(scenarios.length === 0 ? [para(t('coverage.scenarios-none'))] : rowsTable([t('cont.scenario'), t('one.system'), 'RTO'], [5, 3, 2], scenarios.map(({ scenario, system, rto }) => [[ref(print, scenario)], [say(wiki.folders.find(({ id }) => id === system)?.title ?? system)], [rto === undefined ? t('coverage.no-rto') : formatDuration(rto, print.lang)]]))),
    ],
  };
}
