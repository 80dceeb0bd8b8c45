import type { Verdict } from '../views/budget-bar.ts';
import { formatDurationRange } from './format.ts';
import type { Translate } from './index.ts';
import type { Lang } from './lang.ts';
import { verdictText } from './runbook-words.ts';

/** A line under the bar of a time budget: the RTO held, exceeded, or not known to be. */
export interface BudgetLine {
  readonly kind: 'ok' | 'ko' | 'un';
  /** Which way through the runbook, and how long it takes. */
  readonly lead: string;
  readonly rest: string;
}

/** What the time of a runbook comes to, one line a way through it. */
export const budgetLines = (verdicts: readonly Verdict[], t: Translate, lang: Lang): BudgetLine[] =>
  verdicts.map((verdict) => {
    const time = formatDurationRange(verdict.time.min, verdict.time.max, lang);
    const phases = new Intl.ListFormat(lang === 'en' ? 'en-GB' : 'fr-FR').format(verdict.phases.map(String));
    const lead = verdict.path === 'with' ? t('rb.budget.with', { count: verdict.phases.length, phases, time }) : t(verdict.path === 'direct' ? 'rb.budget.direct' : 'rb.budget.whole', { time });
    return { kind: verdict.state === 'exceeded' ? 'ko' : verdict.state === 'held' ? 'ok' : 'un', lead, rest: verdictText(verdict, t, lang) };
  });
