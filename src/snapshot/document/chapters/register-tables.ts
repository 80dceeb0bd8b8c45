import type { RatedRow } from '../../../views/rated-rows.ts';
import type { RegisterView } from '../../../views/register.ts';
import { ratingWords } from '../../../words/level-words.ts';
import { costText, everyText, treatmentWords } from '../../../words/status.ts';
import { formatDate } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Spans } from '../block.ts';
import { bullets, heading, para, rowsTable } from '../pieces.ts';
import { bold, DASH, gap, levelChip, lines, ratedChip, ref, small, stateSpans } from '../record-spans.ts';

/** What each level of a method asks for, and how many lines stand there. */
export function legendTable(print: Print, { grid, reviews }: Pick<RegisterView['grids'][number], 'grid' | 'reviews'>): Blocks {
  const { t, say, lang } = print;
  const range = (from: number | undefined, to: number | undefined): string => (from === undefined || to === undefined ? '–' : from === to ? String(from) : t('legend.range', { from, to }));
  return rowsTable(
    [t('register.level'), t('register.score'), t('legend.response'), t('register.review'), t('legend.count')],
    ['auto', 'auto', 3, 2, { w: 'auto', a: 'right' }],
    grid.legend.map(({ level, from, to, count }) => [
      [levelChip(print, level)],
      [range(from, to)],
      [level.response === undefined ? t('legend.no-response') : say(level.response)],
      [(reviews.get(level.id) ?? []).map((rule) => (rule.from === undefined ? everyText(rule.every, lang) : t('legend.review-from', { every: everyText(rule.every, lang), from: rule.from }))).join(', ') || t('legend.no-response')],
      [String(count)],
    ]),
    { small: true },
  );
}

const ratedCell = (print: Print, row: RatedRow): Spans => (row.rated ? [ratedChip(print, row.rated)] : [gap(print.t('state.not-rated'))]);

const ownerCell = ({ t, say }: Print, row: RatedRow): Spans | undefined => (row.owner ? [say(row.owner.name)] : row.kind === 'risk' ? [gap(t('register.no-owner'))] : DASH);

/** Every line of a register, the gravest first; what asks for a decision stands out. */
export function linesTable(print: Print, rows: readonly RatedRow[]): Blocks {
  const { t, lang, say, wiki } = print;
  return rowsTable(
    [t('register.score'), t('snap.code'), t('register.risk'), t('risks.rating'), t('register.owner'), t('register.action')],
    ['auto', 'auto', 5, { w: 'auto', a: 'center' }, 2.4, 2.2],
    rows.map((row) => {
      const record = wiki.records.get(row.key);
      const title = say(row.title);
      return [
        ratedCell(print, row),
        record && [ref(print, record, 'id')],
        [row.treatment?.state === 'missing' || row.treatment?.state === 'late' ? bold(title) : title],
        row.rated ? [ratingWords(row.rated, lang)] : DASH,
        ownerCell(print, row),
        row.treatment ? stateSpans(treatmentWords(row.treatment, lang)) : DASH,
      ];
    }),
    { caption: t('snap.register.lines', { count: rows.length }), small: true, names: 1 },
  );
}

/** What the method asks for, without action first, then by date. */
export function planBlocks(print: Print, view: RegisterView): Blocks {
  const { t } = print;
  return view.plan.length === 0 ? [] : [heading(3, [t('register.plan')]), para(t(view.threshold ? 'register.plan-note' : 'register.plan-note-free')), ...planTable(print, view)];
}

export function planTable(print: Print, { plan }: RegisterView): Blocks {
  const { t, lang, wiki } = print;
  return rowsTable(
    [t('register.score'), t('register.risk'), t('register.action'), t('register.owner')],
    ['auto', 3, 4, 2],
    plan.map(({ row, actions }) => {
      const record = wiki.records.get(row.key);
      return [ratedCell(print, row), record && [ref(print, record)], actions.length === 0 ? [gap(t('state.no-action'))] : lines(...actions.map((action): Spans => [ref(print, action), ...(action.value.due === undefined ? [] : [small(` ${formatDate(action.value.due, lang)}`)])])), ownerCell(print, row)];
    }),
    { names: 1 },
  );
}

/** What the register asks to decide, in sentences. */
export function decideBlocks({ t }: Print, { decide }: RegisterView): Blocks {
  const line = (key: 'register.decide-action' | 'register.decide-overdue' | 'register.decide-review' | 'register.decide-owner', rows: readonly RatedRow[]): Spans[] => (rows.length === 0 ? [] : [[bold(t(key, { count: rows.length })), t('snap.of-ids', { ids: rows.map(({ id }) => id).join(', ') })]]);
  const said = [...line('register.decide-action', decide.withoutAction), ...line('register.decide-overdue', decide.overdue), ...line('register.decide-review', decide.reviewLate), ...line('register.decide-owner', decide.withoutOwner)];
  return [heading(3, [t('register.to-decide')]), ...(said.length === 0 ? [para(t('register.to-decide-none'))] : bullets(said))];
}

/** What is measured on the register itself. */
export function registerIndicators({ t, say, lang }: Print, { indicators }: RegisterView): Blocks {
  if (indicators.length === 0) return [];
  return [
    heading(3, [t('register.indicators')]),
    ...rowsTable(
      [t('indicators.indicator'), t('indicators.target'), t('indicators.value')],
      [4, 2, 2],
      indicators.map(({ title, target, value, cost, held }) => {
        const known = cost === undefined ? (value === undefined ? undefined : say(String(value))) : (costText(cost, lang) ?? t('register.no-spending'));
        return [[say(title)], target === undefined ? DASH : [say(target)], [...(known === undefined ? [gap(t('state.not-measured'))] : [known]), ...(held === undefined ? [] : [' ', ...stateSpans({ kind: held ? 'ok' : 'late', word: t(held ? 'state.held' : 'register.over') })])]];
      }),
    ),
  ];
}
