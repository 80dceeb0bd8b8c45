import { minutes } from './duration.ts';
import type { AnyRecord, RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

type Component = RecordOf<'component'>;

/** Something that a component needs: a record, or a name that is none. */
export interface Dependency {
  readonly name: string;
  readonly record?: AnyRecord | undefined;
}

/** One step of the way: how far, and through whom. */
export interface Reached<T> {
  readonly reached: T;
  /** 1 for what is next to the component. */
  readonly distance: number;
  /** The record before it on a shortest way; absent next to the component. */
  readonly via?: Component | undefined;
}

/** What a component needs itself. */
export const needsOf = (wiki: Wiki, { value, system }: Component): Dependency[] => value.depends_on.map((name) => ({ name, record: wiki.resolve(name, system) }));

/** Components that need a record themselves. */
export const dependantsOf = (wiki: Wiki, key: string): Component[] =>
  wiki.backlinks(key).flatMap(({ from }) => (from.kind === 'component' && from.value.depends_on.some((id) => wiki.resolve(id, from.system)?.key === key) ? [from] : []));

/** Everything that falls with a component: what needs it, what needs that, and so on; the nearest first. A circle ends where it began. */
export function fallsWith(wiki: Wiki, component: Component): Reached<Component>[] {
  const seen = new Set([component.key]);
  const found: Reached<Component>[] = [];
  for (let step: readonly { at: Component; via?: Component }[] = [{ at: component }], distance = 1; step.length > 0; distance += 1) {
    const next: { at: Component; via?: Component }[] = [];
    for (const { at } of step) {
      for (const dependant of dependantsOf(wiki, at.key)) {
        if (seen.has(dependant.key)) continue;
        seen.add(dependant.key);
        found.push({ reached: dependant, distance, via: distance === 1 ? undefined : at });
        next.push({ at: dependant });
      }
    }
    step = next;
  }
  return found;
}

/** Everything that a component needs to work, step by step; the nearest first. */
export function restsOn(wiki: Wiki, component: Component): Reached<Dependency>[] {
  const seen = new Set([component.key]);
  const found: Reached<Dependency>[] = [];
  for (let step: readonly Component[] = [component], distance = 1; step.length > 0; distance += 1) {
    const next: Component[] = [];
    for (const at of step) {
      for (const need of needsOf(wiki, at)) {
        const key = need.record?.key ?? `${at.system} ${need.name}`;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push({ reached: need, distance, via: distance === 1 ? undefined : at });
        if (need.record?.kind === 'component') next.push(need.record);
      }
    }
    step = next;
  }
  return found;
}

/** The RTO that a component is held to, in minutes: its own, else its system's; `whole` says that it is the system's. */
export function heldTo(wiki: Wiki, component: Component): { readonly rto: number; readonly whole: boolean } | undefined {
  const own = minutes(component.value.rto);
  if (own !== undefined) return { rto: own, whole: false };
  const rto = minutes(wiki.resolveAs('system', component.system, component.system)?.value.rto);
  return rto === undefined ? undefined : { rto, whole: true };
}

/**
 * Whether what a component needs is back before it must be. RTOs of scenarios are left out: each holds for its own cause. A system's RTO
 * binds whoever depends, and slows nobody; what fails over by itself does not either. `unknown` where one of the two says nothing.
 */
export function backInTime(wiki: Wiki, dependant: Component, dependency: AnyRecord | undefined): 'in-time' | 'slower' | 'unknown' {
  const held = heldTo(wiki, dependant);
  const back = dependency?.kind === 'component' ? minutes(dependency.value.rto) : undefined;
  if (dependency?.kind === 'component' && dependency.value.failover === 'automatic') return 'in-time';
  if (held === undefined || back === undefined) return 'unknown';
  return back > held.rto ? 'slower' : 'in-time';
}
