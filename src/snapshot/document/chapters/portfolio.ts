import { portfolio } from '../../../views/portfolio.ts';
import { portfolioRisks } from '../../../views/portfolio-risks.ts';
import { formatDuration } from '../../../words/format.ts';
import { ratingWords } from '../../../words/level-words.ts';
import { reviewWords } from '../../../words/status.ts';
import type { Print } from '../../print.ts';
import type { Chapter, Span, Spans } from '../block.ts';
import { heading, para, rowsTable } from '../pieces.ts';
import { bold, DASH, gap, lines, ratedChip, ref, small, stateSpans } from '../record-spans.ts';

/** Graver lines than these of each system are on its own pages. */
const WORST = 12;

/** Every system on one page, and the gravest risks of all. */
export function portfolioChapter(print: Print): Chapter | undefined {
  const { t, say, lang, wiki } = print;
  const shown = new Set(print.folders.map(({ id }) => id));
  const systems = portfolio(wiki).systems.filter(({ id }) => shown.has(id));
  if (systems.length < 2) return undefined;
  const time = (minutes: number | undefined): Spans => (minutes === undefined ? [gap(t('sys.not-promised'))] : [formatDuration(minutes, lang)]);
  const worst = portfolioRisks(wiki).rows.filter(({ system, rated }) => rated !== undefined && shown.has(system)).slice(0, WORST);
  return {
    title: t('home.title'),
    id: 'c:portfolio',
    landscape: true,
    b: [
      para(t('home.scale-note')),
      ...rowsTable(
        [t('one.system'), 'RTO', 'RPO', t('snap.levels'), t('home.runbooks'), t('home.scenarios'), t('home.backups'), t('home.tested'), t('home.next-review')],
        [4, 1.6, 1.6, 3.6, 1.2, 1.2, 1.4, 1.2, 2.6],
        systems.map(({ id, title, summary, rto, rpo, levels, coverage, review }) => {
          const share = ({ covered, of }: { covered: number; of: number }): Spans => [`${covered}${t('home.of', { total: of })}`];
          return [
            lines([{ k: 'ref', to: `s:${id}`, c: [bold(say(title))] }], summary === undefined ? undefined : [small(say(summary))]),
            time(rto),
            time(rpo),
            levels.length === 0 ? [gap(t('home.no-register'))] : levels.flatMap(({ step, count }): Span[] => [{ k: 'level', step, word: t(`level.${step}`), value: String(count) }, ' ']),
            share(coverage.runbook),
            share(coverage.scenario),
            share(coverage.backup),
            share(coverage.tested),
            review ? lines(stateSpans(reviewWords(review.status, lang)), [small(say(review.title))]) : DASH,
          ];
        }),
        { small: true },
      ),
      heading(2, [t('snap.portfolio.worst')]),
      para(t('risks.scale-note')),
      ...rowsTable(
        [t('register.level'), t('snap.code'), t('register.risk'), t('one.system'), t('risks.rating'), t('register.owner')],
        ['auto', 'auto', 5, 3, { w: 'auto', a: 'center' }, 2.4],
        worst.map((row) => {
          const record = wiki.records.get(row.key);
          return [row.rated ? [ratedChip(print, row.rated)] : DASH, record && [ref(print, record, 'id')], [say(row.title)], [say(systems.find(({ id }) => id === row.system)?.title ?? row.system)], row.rated ? [ratingWords(row.rated, lang)] : DASH, row.owner ? [say(row.owner.name)] : [gap(t('register.no-owner'))]];
        }),
        { small: true, names: 1 },
      ),
    ],
  };
}
