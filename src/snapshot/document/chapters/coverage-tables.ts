import { proofs, type Cover, type Proof } from '../../../model/component-coverage.ts';
import type { CoverageGroup, SinglePoint } from '../../../views/coverage.ts';
import { formatDate, formatDuration } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Spans } from '../block.ts';
import { para, rowsTable, text } from '../pieces.ts';
import { bold, gap, lines, ref, refs, small, stateSpans } from '../record-spans.ts';

const KINDS = { covered: 'ok', partial: 'late', planned: 'late', missing: 'none', 'none-needed': 'na' } as const;

const LABELS = { runbook: 'coverage.runbook', scenario: 'coverage.scenario', backup: 'coverage.backup', tested: 'coverage.tested' } as const satisfies Record<Proof, string>;

function coverSpans(print: Print, { state, by, rto, on }: Cover): Spans {
  const { t, lang } = print;
  return lines(stateSpans({ kind: KINDS[state], word: t(`coverage.state.${state}`) }), by.length === 0 ? undefined : refs(print, by, 'id'), rto === undefined ? undefined : [small(`RTO ${formatDuration(rto, lang)}`)], on === undefined ? undefined : [small(t('coverage.on', { date: formatDate(on, lang) }))]);
}

/** What each component of a system can be brought back with, and how many of them can. */
export function coverageTable(print: Print, { rows, counts }: CoverageGroup): Blocks {
  const { t } = print;
  return [
    para(...proofs.flatMap((proof, index): Spans => [index === 0 ? '' : ' · ', `${t(LABELS[proof])} `, bold(`${counts[proof].covered} ${t('coverage.of', { total: counts[proof].of })}`)])),
    ...rowsTable([t('coverage.component'), ...proofs.map((proof) => t(LABELS[proof]))], [3, 2.4, 2.4, 2.4, 2.4], rows.map(({ component, single, cover }) => [lines([ref(print, component, 'title')], single === undefined ? undefined : [gap(t(single === 'declared' ? 'coverage.spof' : single === 'partial' ? 'coverage.spof-partial' : 'coverage.kind.derived'))]), ...proofs.map((proof) => coverSpans(print, cover[proof]))]), { small: true }),
  ];
}

/** Components whose failure alone stops the service. */
export function singlesTable(print: Print, singles: readonly SinglePoint[]): Blocks {
  const { t, say } = print;
  if (singles.length === 0) return [para(t('coverage.singles-none'))];
  return rowsTable([t('coverage.component'), t('one.system'), t('coverage.why'), t('coverage.fallback'), t('register.risk')], [3, 2.4, 3, 4, 2.4], singles.map(({ component, title, kind, risks }) => [[ref(print, component, 'title')], [say(title)], [t(`coverage.kind.${kind}`)], text(say, component.value.fallback) ?? [gap(t('coverage.no-fallback'))], risks.length === 0 ? [gap(t('coverage.no-risk'))] : refs(print, risks, 'id')]), { small: true });
}
