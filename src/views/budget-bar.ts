import { directPath, type PathPhase } from '../model/runbook-path.ts';
import type { TimeBudget } from '../model/time-budget.ts';

/** A piece of the bar, in minutes. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** The graduated bar of a runbook in minutes: what is drawn where. */
export interface BudgetBar {
  readonly span: number;
  /** Phases one after the other at their shortest, cut at the RTO. */
  readonly phases: readonly (Part & { readonly number: number; readonly odd: boolean })[];
  /** Certain, and after the RTO. */
  readonly over?: Part | undefined;
  /** Between the shortest and the longest total, before and after the RTO. */
  readonly maybe: readonly (Part & { readonly late: boolean })[];
  readonly end: number;
  /** Small graduations, then the labelled ones. */
  readonly ticks: readonly { readonly at: number; readonly labelled: boolean }[];
  readonly rto?: number | undefined;
}

/** What the bar of a time budget shows; undefined where nothing is timed. */
export function budgetBar({ phases, full, rto, span, step }: TimeBudget<PathPhase>): BudgetBar | undefined {
  if (!full) return undefined;
  const limit = rto ?? Infinity;
  let at = 0;
  const drawn: BudgetBar['phases'][number][] = [];
  for (const { onPath, time, number } of phases) {
    if (!onPath || !time) continue;
    const from = at;
    at += time.min;
    if (from < limit && time.min > 0) drawn.push({ from, to: Math.min(at, limit), number, odd: drawn.length % 2 === 0 });
  }
  const cut = Math.min(Math.max(limit, full.min), full.max);
  const maybe = [
    { from: full.min, to: cut, late: false },
    { from: cut, to: full.max, late: true },
  ].filter(({ from, to }) => to > from);
  const small = step / 6;
  const ticks = Array.from({ length: Math.round((span / step) * 6) + 1 }, (_, index) => ({ at: index * small, labelled: index % 6 === 0 }));
  return { span, phases: drawn, over: full.min > limit ? { from: limit, to: full.min } : undefined, maybe, end: full.max, ticks, rto };
}

/** What the budget proves of one path. */
export interface Verdict {
  /** `direct` leaves conditional phases out, `with` adds them (their numbers), `whole` has none to leave out. */
  readonly path: 'direct' | 'with' | 'whole';
  readonly phases: readonly number[];
  readonly time: { readonly min: number; readonly max: number };
  /** `unknown`: what is timed fits, and a phase has no time. */
  readonly state: 'held' | 'exceeded' | 'unknown' | 'no-rto';
  /** Minutes left, or minutes over: `from` is 0 where only the longest time is over. */
  readonly margin?: number | undefined;
  readonly over?: { readonly from: number; readonly to: number } | undefined;
}

/** A time against the RTO; `untimed` where a phase of that path has none. */
function heldAgainst(rto: number | undefined, time: Verdict['time'], untimed: boolean): Pick<Verdict, 'time' | 'state' | 'margin' | 'over'> {
  if (rto === undefined) return { time, state: 'no-rto' };
  if (time.max > rto) return { time, state: 'exceeded', over: { from: Math.max(0, time.min - rto), to: time.max - rto } };
  return untimed ? { time, state: 'unknown' } : { time, state: 'held', margin: rto - time.max };
}

/** What the budget proves of the longest path that is left; undefined where nothing is timed. */
export function pathVerdict({ full, conditional, rto, untimed }: TimeBudget<PathPhase>): Verdict | undefined {
  return full && { path: conditional.length === 0 ? 'whole' : 'with', phases: conditional, ...heldAgainst(rto, full, untimed > 0) };
}

/** The verdicts of a budget: the direct path, and the path with the phases that depend on a condition. */
export function verdicts(budget: TimeBudget): Verdict[] {
  const longest = pathVerdict(budget);
  if (!longest) return [];
  const { direct, rto, phases } = budget;
  if (longest.path === 'whole' || !direct) return [longest];
  const path = directPath(phases.map(({ phase }) => phase)).flatMap((index) => phases[index] ?? []);
  return [{ path: 'direct', phases: [], ...heldAgainst(rto, direct, path.some(({ phase }) => !phase.outsideRto && !phase.duration)) }, longest];
}
