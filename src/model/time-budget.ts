import type { Phase } from './runbook-body.ts';
import { directPath, legsOf, timeIn, type Choices, type Leg, type PathPhase, type Span } from './runbook-path.ts';

export type { Span };

/** Time of a runbook, in minutes: where no condition holds, and by the longest path. */
export interface RunbookTime {
  /** Unconditional phases only; absent where none has a time. */
  readonly direct?: Span | undefined;
  /** Conditional phases too, of those that exclude one another the longest; less what the choices leave out. */
  readonly full: Span;
  /** Phases inside the RTO, still open, whose time nobody wrote: totals are then a minimum. */
  readonly untimed: number;
}

/** A phase on the clock of its runbook: phases follow one another, conditional ones included. */
export interface TimedPhase<P extends PathPhase = Phase> {
  readonly phase: P;
  /** From 1. */
  readonly number: number;
  /** What it takes by the option chosen. */
  readonly time?: Span | undefined;
  /** Minutes after the start; absent once a phase before it has no time, outside the RTO, and where it is not taken. */
  readonly start?: Span | undefined;
  readonly end?: Span | undefined;
  /** On the longest path that the choices leave, inside the RTO. */
  readonly onPath: boolean;
  /** Ends after the RTO, at worst. */
  readonly over: boolean;
  /** Minutes from its start at which the RTO falls, where it falls inside it. */
  readonly rtoAfter?: number | undefined;
}

/** The graduated bar of a runbook: what is certain, what is not, and where the RTO falls. All in minutes. */
export interface TimeBudget<P extends PathPhase = Phase> extends Partial<RunbookTime> {
  readonly rto?: number | undefined;
  readonly phases: readonly TimedPhase<P>[];
  /** Numbers of the conditional phases that `full` adds. */
  readonly conditional: readonly number[];
  readonly untimed: number;
  /** Places where the path is still to be chosen: conditional phases, and options of a phase. */
  readonly undecided: number;
  /** Length of the axis and distance between its labels: those of the longest path, whatever is chosen. */
  readonly span: number;
  readonly step: number;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 10_080];
const ROOM = 1.07;

/** An axis that holds `longest` with some room, in at most six steps. */
function axisFor(longest: number): { span: number; step: number } {
  const wanted = Math.max(longest * ROOM, 5);
  const step = STEPS.find((size) => wanted / size <= 6) ?? Math.ceil(wanted / 6 / 1440) * 1440;
  return { span: Math.ceil(wanted / step) * step, step };
}

const plus = (at: Span, { min, max }: Span): Span => ({ min: at.min + min, max: at.max + max });
const total = (times: readonly (Span | undefined)[]): Span | undefined => {
  const known = times.flatMap((time) => time ?? []);
  return known.length === 0 ? undefined : known.reduce(plus, { min: 0, max: 0 });
};

/** Adds up the phases inside the RTO; undefined where no phase has a time. */
export function timeOf(phases: readonly PathPhase[], choices: Choices = []): RunbookTime | undefined {
  const inside = (indices: readonly number[]): number[] => indices.filter((index) => !phases[index]!.outsideRto);
  const time = (index: number): Span | undefined => timeIn(phases[index]!, choices[index]);
  const legs = legsOf(phases, choices);
  const full = total(inside(legs.flatMap(({ longest }) => longest ?? [])).map(time));
  if (!full) return undefined;
  return { direct: total(inside(directPath(phases)).map(time)), full, untimed: inside(legs.flatMap(({ open }) => open)).filter((index) => time(index) === undefined).length };
}

/** Whether a leg is still to be chosen: its phases, or the options of the one that is taken. */
function isUndecided(phases: readonly PathPhase[], leg: Leg, choices: Choices): boolean {
  const [first] = leg.open;
  if (first === undefined || phases[first]?.outsideRto) return false;
  const { condition, otherwise, options = [] } = phases[first] ?? {};
  const known = condition === undefined || choices[first]?.taken === true || (leg.phases.length > 1 && leg.open.length === 1 && otherwise === 'else');
  return !known || (options.length > 1 && choices[first]?.option === undefined);
}

/** Places phases on the clock and holds them against an RTO in minutes. Phases outside the RTO have no place on it. */
export function timeBudget<P extends PathPhase>(phases: readonly P[], rto: number | undefined, choices: Choices = []): TimeBudget<P> {
  const legs = legsOf(phases, choices);
  let at: Span | undefined = { min: 0, max: 0 };
  const timed = legs.flatMap(({ phases: indices, open, longest }) => {
    // Those that exclude one another start together.
    const start: Span | undefined = at;
    const placed = indices.map((index): TimedPhase<P> => {
      const phase = phases[index]!;
      const number = index + 1;
      if (phase.outsideRto) return { phase, number, onPath: false, over: false };
      const time = timeIn(phase, choices[index]);
      if (!open.includes(index)) return { phase, number, time, onPath: false, over: false };
      const end = start && time && plus(start, time);
      const over = rto !== undefined && end !== undefined && end.max > rto;
      const falls = over && start !== undefined && start.max <= rto;
      return { phase, number, time, start, end, onPath: index === longest, over, rtoAfter: falls ? rto - start.max : undefined };
    });
    const walked = placed.filter(({ number, phase }) => open.includes(number - 1) && !phase.outsideRto);
    if (walked.length > 0) at = walked.some(({ end }) => end === undefined) ? undefined : walked.find(({ onPath }) => onPath)?.end;
    return placed;
  });
  const time = timeOf(phases, choices);
  return {
    rto,
    phases: timed,
    ...time,
    conditional: timed.filter(({ onPath, phase, time: taken }) => onPath && phase.condition !== undefined && taken !== undefined).map(({ number }) => number),
    untimed: time?.untimed ?? phases.filter(({ outsideRto, duration }) => !outsideRto && duration === undefined).length,
    undecided: legs.filter((leg) => isUndecided(phases, leg, choices)).length,
    ...axisFor(Math.max(timeOf(phases)?.full.max ?? 0, rto ?? 0)),
  };
}
