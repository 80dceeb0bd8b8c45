import { budgetBar, verdicts, type Verdict } from '../../../views/budget-bar.ts';
import type { RunbookView } from '../../../views/runbook.ts';
import { formatDuration, formatDurationRange } from '../../../words/format.ts';
import { verdictText } from '../../../words/runbook-words.ts';
import type { StateWords } from '../../../words/status.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Spans } from '../block.ts';
import { bullets, para } from '../pieces.ts';

/** What one path takes, against the RTO: « Chemin direct : 55 min. RTO tenu, marge de 5 min. » */
function verdictLine({ t, lang }: Print, verdict: Verdict): Spans {
  const time = formatDurationRange(verdict.time.min, verdict.time.max, lang);
  const path = verdict.path === 'with' ? t('rb.budget.with', { phases: verdict.phases.join(', '), count: verdict.phases.length, time }) : t(`rb.budget.${verdict.path}`, { time });
  const said = verdictText(verdict, t, lang);
  const kind: StateWords['kind'] = verdict.state === 'exceeded' ? 'late' : verdict.state === 'held' ? 'ok' : 'na';
  return [`${path} `, ...(said === '' ? [] : [{ k: 'state' as const, kind, c: [said] }])];
}

/** The graduated bar of a runbook and what it proves, in words. */
export function budgetBlocks(print: Print, { budget, typed }: RunbookView): Blocks {
  const { t, lang } = print;
  const bar = budgetBar(budget);
  const said: Spans[] = verdicts(budget).map((verdict) => verdictLine(print, verdict));
  const { rto, untimed } = budget;
  const notes: Spans[] = [...(untimed > 0 ? [[t('rb.budget.untimed', { count: untimed })]] : []), ...(typed === undefined || bar ? [] : [[t('rb.budget.typed', { time: formatDuration(typed, lang) })]])];
  if (!bar) return [para(rto === undefined ? t('rb.budget.no-time') : t('rb.budget.no-time-rto', { rto: formatDuration(rto, lang) })), ...bullets(notes)];
  const phases = budget.phases.flatMap(({ number, phase, time }) => (time ? [t('rb.budget.phase', { number, title: print.say(phase.title), time: formatDurationRange(time.min, time.max, lang) })] : []));
  return [
    {
      k: 'budget',
      alt: [...(rto === undefined ? [t('rb.budget.no-rto')] : [t('rb.budget.rto', { rto: formatDuration(rto, lang) })]), ...phases].join(' '),
      span: bar.span,
      ...(rto === undefined || rto > bar.span ? {} : { rto: { at: rto, label: t('rb.rto-badge', { rto: formatDuration(rto, lang) }) } }),
      parts: bar.phases.map(({ from, to, number, odd }) => ({ from, to, odd, label: (to - from) / bar.span > 0.03 ? String(number) : '' })),
      ...(bar.over ? { over: { from: bar.over.from, to: Math.min(bar.over.to, bar.span) } } : {}),
      maybe: bar.maybe.map(({ from, to, late }) => ({ from, to: Math.min(to, bar.span), late })),
      ticks: bar.ticks.map(({ at, labelled }) => ({ at, ...(labelled ? { label: at === 0 ? '0' : formatDuration(at, lang) } : {}) })),
    },
    ...bullets([...said, ...notes]),
  ];
}
