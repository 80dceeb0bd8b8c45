/** A step back that clocks make by themselves, when they are set right. */
const TOLERANCE_MS = 10_000;
/** A clock that comes back to where it was does so within this. */
const SAME_MS = 60_000;

/** A clock that only goes forward: the device's, plus what that one lost when it went back. */
export interface Clock {
  readonly now: number;
  /** Of the device's clock. */
  readonly ahead: number;
  /** How far the device's clock just went back; 0 as a rule. */
  readonly back: number;
  /** Of the page, which no change of time moves. */
  readonly steady: number;
}

export const startClock = (wall: number, steady: number, { seen, ahead }: { seen: number; ahead: number }): Clock => {
  const back = seen - (wall + ahead);
  return back > TOLERANCE_MS ? { now: seen, ahead: ahead + back, back, steady } : { now: Math.max(wall + ahead, seen), ahead, back: 0, steady };
};

/** The clock later: `steady` says how long it really was, unless the device slept, which only makes it longer. */
export function tick(clock: Clock, wall: number, steady: number): Clock {
  const passed = Math.max(0, steady - clock.steady);
  const drift = wall + clock.ahead - (clock.now + passed);
  if (drift < -TOLERANCE_MS) return { now: clock.now + passed, ahead: clock.ahead - drift, back: -drift, steady };
  // The clock that went back is set right again.
  if (clock.ahead > 0 && Math.abs(drift - clock.ahead) < SAME_MS) return { now: Math.max(clock.now, wall), ahead: 0, back: 0, steady };
  return { now: Math.max(clock.now, wall + clock.ahead), ahead: clock.ahead, back: 0, steady };
}
