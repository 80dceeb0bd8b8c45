/** Minutes; `min` and `max` differ where a duration is a range. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** What must be known of a phase to find a way through it. */
export interface PathPhase {
  readonly duration?: Span | undefined;
  /** Taken only then, as written. */
  readonly condition?: string | undefined;
  /** Instead of the conditional phases just before it, never with them: `if` has a condition of its own, `else` has none. */
  readonly otherwise?: 'if' | 'else' | undefined;
  /** Work after the service is back. */
  readonly outsideRto: boolean;
  /** Alternatives inside it, with the time that the phase takes by each. */
  readonly options: readonly { readonly whole?: Span | undefined }[];
}

/** What was decided of a phase on the way: whether it is taken, and by which of its options. */
export interface Choice {
  readonly taken?: boolean | undefined;
  readonly option?: number | undefined;
}
/** By index of the phase; absent where nothing is decided. */
export type Choices = readonly (Choice | undefined)[];

/** Phases that exclude one another, or one that stands alone. All by index. */
export interface Leg {
  readonly phases: readonly number[];
  /** Those that the choices leave. */
  readonly open: readonly number[];
  /** The one that takes longest; absent where all are skipped. */
  readonly longest?: number | undefined;
}

export const timeIn = ({ duration, options }: PathPhase, choice?: Choice): Span | undefined => (choice?.option === undefined ? duration : options[choice.option]?.whole);

function openOf(phases: readonly PathPhase[], leg: readonly number[], choices: Choices): readonly number[] {
  const taken = leg.filter((index) => phases[index]?.condition !== undefined && choices[index]?.taken === true);
  // Who takes one of several has left the others.
  return taken.length > 0 ? taken.slice(-1) : leg.filter((index) => phases[index]?.condition === undefined || choices[index]?.taken !== false);
}

/**
 * The way through a runbook, in order. A phase that opens with « sinon » (`otherwise`) belongs with the conditional phases
 * just before it: one of them is taken. Every other phase stands alone, as conditions may hold together (« plus de 4 h », « plus de 24 h »).
 */
export function legsOf(phases: readonly PathPhase[], choices: Choices = []): Leg[] {
  const legs: number[][] = [];
  phases.forEach(({ otherwise, outsideRto }, index) => {
    const before = phases[index - 1];
    const joins = otherwise !== undefined && before?.condition !== undefined && before.outsideRto === outsideRto;
    if (joins) legs.at(-1)?.push(index);
    else legs.push([index]);
  });
  const worst = (index: number): number => timeIn(phases[index]!, choices[index])?.max ?? -1;
  return legs.map((leg) => {
    const open = openOf(phases, leg, choices);
    return { phases: leg, open, longest: [...open].sort((a, b) => worst(b) - worst(a))[0] };
  });
}

/** The way where no condition holds: by index. */
export function directPath(phases: readonly PathPhase[]): number[] {
  return legsOf(phases).flatMap((leg) => leg.phases.filter((index) => phases[index]?.condition === undefined || (leg.phases.length > 1 && phases[index]?.otherwise === 'else')));
}
