import { describe, expect, it } from 'vitest';
import type { Wiki } from '../../src/model/wiki.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { componentView, type ComponentView } from '../../src/views/component.ts';
import { dependencyGraph, type DependencyGraph } from '../../src/views/dependency-graph.ts';
import { wikiOf } from '../model/wiki-of.ts';
import { realWiki } from './content.ts';

/** Components by id, with what each needs and other fields. */
const shop = (components: Record<string, readonly [needs: readonly string[], more?: string]>, more = ''): Wiki =>
  wikiOf({ 'shop/system.md': [`kind: system\nid: shop\ntitle: Shop\n${more}\ncomponents:\n${Object.entries(components).map(([id, [needs, fields = '']]) => `  - { id: ${id}, title: ${id}, kind: service, depends_on: [${needs.join(', ')}]${fields} }`).join('\n')}`] });

const componentOf = (wiki: Wiki, id: string, system = 'shop') => {
  const component = wiki.resolveAs('component', id, system);
  if (!component) throw new Error(`no component ${id}`);
  return component;
};
const viewOf = (wiki: Wiki, id: string, system?: string): ComponentView => componentView(wiki, [], componentOf(wiki, id, system));
const graphOf = (wiki: Wiki, id: string): DependencyGraph => dependencyGraph(wiki, componentOf(wiki, id));
const drawn = ({ columns }: DependencyGraph): string[] => columns.map(({ distance, nodes }) => `${distance}: ${nodes.map((node) => (node.kind === 'component' ? node.name : node.kind === 'pass' ? '|' : `+${node.count}`)).join(' ')}`);
/** Lines as `from > to`, by the names at their ends. */
const lines = ({ columns }: DependencyGraph): string[] =>
  columns.flatMap(({ nodes, links }, index) => {
    const name = (at: number, place: number): string => {
      const node = columns[at]?.nodes[place];
      return node?.kind === 'component' ? node.name : node?.kind === 'pass' ? '|' : `+${node?.count ?? '?'}`;
    };
    expect(links.every(({ from, to }) => from < nodes.length && to < (columns[index + 1]?.nodes.length ?? 0))).toBe(true);
    return links.map(({ from, to }) => `${name(index, from)} > ${name(index + 1, to)}`);
  });

describe('what falls with a component', () => {
  it('goes through everything that needs it, the nearest first, and says through whom', () => {
    const view = viewOf(shop({ web: [['api']], mobile: [['api', 'cache']], api: [['db', 'cache']], cache: [[]], db: [[]], alone: [[]] }), 'cache');
    expect(view.falls.map(({ component, distance, via }) => [component.id, distance, via?.id])).toEqual([
      ['mobile', 1, undefined],
      ['api', 1, undefined],
      ['web', 2, 'api'],
    ]);
  });

  it('ends in a circle, and counts nothing twice', () => {
    const wiki = shop({ a: [['b']], b: [['c']], c: [['a']] });
    expect(viewOf(wiki, 'a').falls.map(({ component }) => component.id)).toEqual(['c', 'b']);
    expect(viewOf(wiki, 'a').needs.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(graphOf(wiki, 'a').circular).toBe(true);
    expect(drawn(graphOf(wiki, 'a'))).toEqual(['-2: b', '-1: c', '0: a', '1: b', '2: c']);
  });

  it('reaches other systems', () => {
    const wiki = wikiOf({
      'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\ncomponents:\n  - { id: web, title: Web, kind: service, depends_on: [base/db] }'],
      'base/system.md': ['kind: system\nid: base\ntitle: Base\ncomponents:\n  - { id: db, title: DB, kind: datastore }'],
    });
    expect(componentView(wiki, [], componentOf(wiki, 'db', 'base')).falls.map(({ component }) => component.key)).toEqual(['shop/web']);
  });

  it('gathers the activities that stop', () => {
    expect(viewOf(realWiki, 'base', 'sp-e').falls.map(({ component }) => component.id)).toEqual(['backend', 'dashboard']);
    expect(viewOf(realWiki, 'base', 'sp-e').activities.length).toBeGreaterThan(0);
  });
});

describe('recovery times', () => {
  const wiki = shop({ web: [['api'], ', rto: 15 min'], api: [['db', 'queue'], ', rto: 10 min'], db: [[], ', rto: 2 h'], queue: [[], ', rto: 2 h, failover: automatic'], tool: [['db']] }, 'rto: 4 h');

  it('are held against those of all that is needed, near or far', () => {
    expect(viewOf(wiki, 'web').needs.map(({ name, distance, via, state }) => [name, distance, via?.id, state])).toEqual([
      ['api', 1, undefined, 'in-time'],
      ['db', 2, 'api', 'slower'],
      ['queue', 2, 'api', 'by-itself'],
    ]);
    expect(viewOf(wiki, 'tool')).toMatchObject({ held: { rto: 240, whole: true }, needs: [{ name: 'db', state: 'in-time' }] });
  });

  it('show who promises more than the component allows', () => {
    expect(viewOf(wiki, 'db').falls.map(({ component, broken }) => [component.id, broken])).toEqual([
      ['api', true],
      ['tool', false],
      ['web', true],
    ]);
  });

  it('agree with check on what a component needs itself', () => {
    const flagged = (from: Wiki): Set<string> => new Set(from.all('component').flatMap((component) => componentView(from, [], component).needs.flatMap(({ distance, state, record }) => (distance === 1 && state === 'slower' && record ? [record.key] : []))));
    for (const from of [wiki, realWiki]) {
      const found = runChecks(from, rules).findings.filter(({ rule }) => rule === 'time/dependency-slower');
      expect(flagged(from)).toEqual(new Set(found.map(({ record }) => record)));
    }
    expect(flagged(wiki)).toEqual(new Set(['shop/db']));
  });
});

describe('the graph of dependencies', () => {
  it('draws what needs it before it, and what it needs after it', () => {
    const graph = graphOf(shop({ web: [['api']], api: [['db', 'cache']], worker: [['db']], cache: [[]], db: [['disk']], disk: [[]] }), 'db');
    expect(drawn(graph)).toEqual(['-2: web', '-1: api worker', '0: db', '1: disk']);
    expect(lines(graph)).toEqual(['web > api', 'api > db', 'worker > db', 'db > disk']);
    expect(graph).toMatchObject({ rows: 2, circular: false });
  });

  it('lets longer lines through the columns between', () => {
    const graph = graphOf(shop({ web: [['api', 'db']], api: [['db']], db: [[]] }), 'web');
    expect(drawn(graph)).toEqual(['0: web', '1: api |', '2: db']);
    expect(lines(graph).sort()).toEqual(['api > db', 'web > api', 'web > |', '| > db']);
  });

  it('has one column for a component alone', () => {
    expect(drawn(graphOf(shop({ alone: [[]] }), 'alone'))).toEqual(['0: alone']);
  });

  it('gathers in one place those that have no room', () => {
    const many = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const graph = graphOf(shop({ ...Object.fromEntries(many.map((id) => [id, [['db']] as const])), db: [[]] }), 'db');
    expect(graph.columns[0]?.nodes.at(-1)).toEqual({ kind: 'more', count: 22 });
    expect(graph.rows).toBe(9);
    expect(lines(graph)).toHaveLength(9);
  });

  it('draws every component of the five systems, each line between neighbours', () => {
    for (const component of realWiki.all('component')) {
      const graph = dependencyGraph(realWiki, component);
      const view = componentView(realWiki, [], component);
      const names = graph.columns.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'component' ? [node.record?.key ?? node.name] : [])));
      expect(new Set(names), component.key).toEqual(new Set([component.key, ...view.falls.map((fall) => fall.component.key), ...view.needs.map(({ record, name }) => record?.key ?? name)]));
      // Every place but the ends has a line on both sides that it should.
      for (const [index, { nodes, links }] of graph.columns.entries()) if (index < graph.columns.length - 1 && nodes.length > 0) expect(links.length, component.key).toBeGreaterThan(0);
    }
  });
});
