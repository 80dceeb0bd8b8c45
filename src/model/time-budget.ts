import type { Phase } from './runbook-body.ts';

/** Minutes; `min` and `max` differ where a duration is a range. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** A phase on the clock of its runbook: phases follow one another, conditional ones included. */
export interface TimedPhase {
  readonly phase: Phase;
  /** From 1. */
  readonly number: number;
  /** Minutes after the start; absent once a phase before it has no time, and outside the RTO. */
  readonly start?: Span | undefined;
  readonly end?: Span | undefined;
  /** Ends after the RTO, at worst. */
  readonly over: boolean;
  /** Minutes from its start at which the RTO falls, where it falls inside it. */
  readonly rtoAfter?: number | undefined;
}

/** The graduated bar of a runbook: what is certain, what is not, and where the RTO falls. All in minutes. */
export interface TimeBudget {
  readonly rto?: number | undefined;
  readonly phases: readonly TimedPhase[];
  /** Unconditional phases only; absent where none has a time. */
  readonly direct?: Span | undefined;
  /** Conditional phases too; absent where no phase has a time. */
  readonly full?: Span | undefined;
  /** Numbers of the conditional phases that `full` adds. */
  readonly conditional: readonly number[];
  /** Phases inside the RTO whose time nobody wrote: totals are then a minimum. */
  readonly untimed: number;
  /** Length of the axis and distance between its labels. */
  readonly span: number;
  readonly step: number;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 10_080];
const ROOM = 1.07;

/** An axis that holds `longest` with some room, in at most six steps. */
export function axisFor(longest: number): { span: number; step: number } {
  const wanted = Math.max(longest * ROOM, 5);
  const step = STEPS.find((size) => wanted / size <= 6) ?? Math.ceil(wanted / 6 / 1440) * 1440;
  return { span: Math.ceil(wanted / step) * step, step };
}

const plus = (at: Span, { min, max }: Span): Span => ({ min: at.min + min, max: at.max + max });
const total = (phases: readonly Phase[]): Span | undefined => {
  const known = phases.flatMap(({ duration }) => (duration ? [duration] : []));
  return known.length === 0 ? undefined : known.reduce(plus, { min: 0, max: 0 });
};

/** Places phases on the clock and holds them against an RTO in minutes. Phases outside the RTO have no place on it. */
export function timeBudget(phases: readonly Phase[], rto: number | undefined): TimeBudget {
  let at: Span | undefined = { min: 0, max: 0 };
  const timed = phases.map((phase, index): TimedPhase => {
    const number = index + 1;
    if (phase.outsideRto) return { phase, number, over: false };
    const start: Span | undefined = at;
    const end: Span | undefined = at && phase.duration && plus(at, phase.duration);
    at = end;
    const over = rto !== undefined && end !== undefined && end.max > rto;
    const falls = over && start !== undefined && start.max <= rto;
    return { phase, number, start, end, over, rtoAfter: falls ? rto - start.max : undefined };
  });
  const inside = phases.filter(({ outsideRto }) => !outsideRto);
  const full = total(inside);
  return {
    rto,
    phases: timed,
    direct: total(inside.filter(({ condition }) => condition === undefined)),
    full,
    conditional: timed.filter(({ phase }) => !phase.outsideRto && phase.condition !== undefined && phase.duration !== undefined).map(({ number }) => number),
    untimed: inside.filter(({ duration }) => duration === undefined).length,
    ...axisFor(Math.max(full?.max ?? 0, rto ?? 0)),
  };
}
