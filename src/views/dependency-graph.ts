import { dependantsOf, needsOf, type Dependency } from '../model/dependencies.ts';
import type { AnyRecord, RecordOf } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

type Component = RecordOf<'component'>;

/** A place in a column. `pass` lets a longer line through; `more` stands for those that have no room. */
export type GraphNode =
  | { readonly kind: 'component'; readonly name: string; readonly record?: AnyRecord | undefined; readonly self: boolean }
  | { readonly kind: 'pass' }
  | { readonly kind: 'more'; readonly count: number };

/** Lines between a column and the next, by place in each. */
export interface GraphLink {
  readonly from: number;
  readonly to: number;
}

export interface GraphColumn {
  /** Steps from the component: below 0 what needs it, above 0 what it needs. */
  readonly distance: number;
  readonly nodes: readonly GraphNode[];
  /** To the next column. */
  readonly links: readonly GraphLink[];
}

export interface DependencyGraph {
  /** From what needs it most indirectly to what it needs most indirectly. */
  readonly columns: readonly GraphColumn[];
  /** Places in the longest column. */
  readonly rows: number;
  /** Components that need each other in a circle; one of its lines is left out. */
  readonly circular: boolean;
}

/** More than this in one column is a list, not a picture. */
const MOST = 9;

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Follows edges away from `start`, without those that close a circle; nodes in an order where every edge goes forward. */
function forward(start: string, next: (key: string) => readonly string[]): { order: string[]; edges: Edge[]; circular: boolean } {
  const edges: Edge[] = [];
  const order: string[] = [];
  const open = new Set<string>();
  const done = new Set<string>();
  let circular = false;
  const visit = (key: string): void => {
    open.add(key);
    for (const to of next(key).toReversed()) {
      if (open.has(to)) {
        circular = true;
        continue;
      }
      edges.push({ from: key, to });
      if (!done.has(to)) visit(to);
    }
    open.delete(key);
    done.add(key);
    order.push(key);
  };
  visit(start);
  return { order: order.toReversed(), edges, circular };
}

/** The longest way to each node: no line runs backwards or inside a column. */
function distances(order: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const far = new Map(order.map((key) => [key, 0]));
  const leaving = Map.groupBy(edges, ({ from }) => from);
  for (const key of order) for (const { to } of leaving.get(key) ?? []) far.set(to, Math.max(far.get(to) ?? 0, (far.get(key) ?? 0) + 1));
  return far;
}

/** One side of the graph, away from the component: columns of keys, and lines between neighbours. Lines over several columns pass through places of their own. */
function sideOf(start: string, next: (key: string) => readonly string[]): { columns: string[][]; links: Map<string, Set<string>>; circular: boolean } {
  const { order, edges, circular } = forward(start, next);
  const far = distances(order, edges);
  const columns: string[][] = [];
  for (const key of order) (columns[far.get(key) ?? 0] ??= []).push(key);
  const links = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => void (links.get(from) ?? links.set(from, new Set()).get(from))?.add(to);
  for (const { from, to } of edges) {
    let at = from;
    for (let column = (far.get(from) ?? 0) + 1; column < (far.get(to) ?? 0); column += 1) {
      // Lines to one node share their way.
      const pass = `\n${to}\n${column}`;
      if (!columns[column]?.includes(pass)) columns[column]?.push(pass);
      link(at, pass);
      at = pass;
    }
    link(at, to);
  }
  // Neighbours stand side by side: each column follows the middle of what leads to it.
  for (let column = 1; column < columns.length; column += 1) {
    const before = columns[column - 1] ?? [];
    const middle = (key: string): number => {
      const places = before.flatMap((from, place) => (links.get(from)?.has(key) ? [place] : []));
      return places.length === 0 ? before.length : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    columns[column] = (columns[column] ?? []).map((key, index) => ({ key, index, at: middle(key) })).sort((a, b) => a.at - b.at || a.index - b.index).map(({ key }) => key);
  }
  return { columns, links, circular };
}

/** What a component needs and what needs it, step by step, as columns to draw. */
export function dependencyGraph(wiki: Wiki, component: Component): DependencyGraph {
  const names = new Map<string, Dependency>([[component.key, { name: component.id, record: component }]]);
  const keyOf = (at: Component, { name, record }: Dependency): string => record?.key ?? `${at.system} ${name}`;
  const needs = sideOf(component.key, (key) => {
    const at = names.get(key)?.record;
    if (at?.kind !== 'component') return [];
    return needsOf(wiki, at).map((need) => {
      names.set(keyOf(at, need), need);
      return keyOf(at, need);
    });
  });
  const neededBy = sideOf(component.key, (key) =>
    dependantsOf(wiki, key).map((record) => {
      names.set(record.key, { name: record.id, record });
      return record.key;
    }),
  );
  const sides = [...neededBy.columns.slice(1).map((keys, index) => ({ keys, distance: -index - 1 })).reverse(), { keys: [component.key], distance: 0 }, ...needs.columns.slice(1).map((keys, index) => ({ keys, distance: index + 1 }))];
  const places = sides.map(({ keys }) => placesOf(keys, MOST));
  const nodeOf = (key: string): GraphNode => (key.startsWith('\n') ? { kind: 'pass' } : { kind: 'component', name: names.get(key)?.name ?? key, record: names.get(key)?.record, self: key === component.key });
  const columns = sides.map(({ keys, distance }, index): GraphColumn => {
    const kept = places[index];
    const next = places[index + 1];
    const links = new Map<string, GraphLink>();
    for (const key of keys) {
      for (const to of sides[index + 1]?.keys ?? []) {
        const linked = distance < 0 ? neededBy.links.get(to)?.has(key) : needs.links.get(key)?.has(to);
        const [from, at] = [kept?.placeOf(key), next?.placeOf(to)];
        if (linked && from !== undefined && at !== undefined) links.set(`${from} ${at}`, { from, to: at });
      }
    }
    return { distance, nodes: [...(kept?.shown ?? []).map(nodeOf), ...(kept && kept.hidden > 0 ? [{ kind: 'more' as const, count: kept.hidden }] : [])], links: [...links.values()] };
  });
  return { columns, rows: Math.max(...columns.map(({ nodes }) => nodes.length)), circular: needs.circular || neededBy.circular };
}

/** The first keys of a column, and one place for all others. */
function placesOf(keys: readonly string[], most: number): { shown: readonly string[]; hidden: number; placeOf: (key: string) => number | undefined } {
  if (keys.length <= most) return { shown: keys, hidden: 0, placeOf: (key) => keys.indexOf(key) };
  const shown = keys.slice(0, most - 1);
  const hidden = keys.slice(most - 1).filter((key) => !key.startsWith('\n')).length;
  return { shown, hidden, placeOf: (key) => (shown.includes(key) ? shown.indexOf(key) : hidden > 0 ? shown.length : undefined) };
}
