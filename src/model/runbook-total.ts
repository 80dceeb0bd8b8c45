import type { Duration } from './duration.ts';
import type { Phase } from './runbook-body.ts';
import { directPath, legsOf } from './runbook-path.ts';

/** The shortest time through a phase: one whose time comes from its options may be quicker than its longest option. */
function shortest({ duration, options }: Phase): number {
  const known = options.flatMap((option) => (option.duration ? [option.duration.min] : []));
  return Math.min(duration?.min ?? 0, ...known);
}

/**
 * What a whole runbook takes, work after the service is back included: from its quickest path (what is conditional or
 * outside the RTO is left out) to its longest. Undefined where a phase has no time, as the total is then unknown.
 */
export function totalOf(phases: readonly Phase[]): Duration | undefined {
  if (phases.length === 0 || phases.some(({ duration }) => duration === undefined)) return undefined;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const certain = directPath(phases).flatMap((index) => phases[index] ?? []).filter(({ outsideRto }) => !outsideRto);
  const longest = legsOf(phases).flatMap((leg) => (leg.longest === undefined ? [] : (phases[leg.longest] ?? [])));
  return { min: sum(certain.map(shortest)), max: sum(longest.map(({ duration }) => duration?.max ?? 0)), business: false };
}
