import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { coverage } from '../../src/views/coverage.ts';
import { portfolio } from '../../src/views/portfolio.ts';
import { todoDigest, todoList } from '../../src/views/todo.ts';
import { realWiki } from './content.ts';

const { findings } = runChecks(realWiki);
const view = portfolio(realWiki);
const systemOf = (id: string) => view.systems.find((system) => system.id === id);

describe('portfolio', () => {
  it('shows how each system stands', () => {
    expect(view.systems.map(({ id }) => id)).toEqual(['amazon-reviews', 'bienbon', 'ascension', 'sp-e', 'immersion-facilitee']);
    expect(systemOf('amazon-reviews')).toMatchObject({ lines: 24, rto: undefined, top: { id: 'R-T01' }, review: { status: { state: 'late', on: '2026-01-12', days: 59 } } });
    expect(systemOf('amazon-reviews')?.levels).toEqual([
      { step: 4, count: 1 },
      { step: 3, count: 9 },
      { step: 2, count: 12 },
      { step: 1, count: 2 },
    ]);
    expect(systemOf('sp-e')).toMatchObject({ rto: 5, rpo: 60 });
    expect(systemOf('immersion-facilitee')).toMatchObject({ mini: undefined, top: undefined, rto: 240 });
  });

  it('draws a stamp of the register', () => {
    const rows = systemOf('amazon-reviews')?.mini?.rows;
    expect(rows?.[1]?.[3]).toEqual({ step: 4, count: 1 });
    expect(rows?.[0]?.[4]).toEqual({ step: 4, count: 0 });
    expect(systemOf('sp-e')?.mini?.rows.map((row) => row.length)).toEqual([4, 4]);
  });

  it('knows whom each system can have on the phone', () => {
    expect(view.reachable.map(({ system, state, callees }) => [system, state, callees.map(({ role }) => role.id)])).toEqual([
      ['amazon-reviews', 'phone', ['devops', 'dba']],
      ['bienbon', 'phone', ['on-call']],
      ['ascension', 'none', []],
      ['sp-e', 'masked', ['responsable-technique']],
      ['immersion-facilitee', 'none', []],
    ]);
  });

  it('offers a runbook of every system before a second one', () => {
    expect(view.urgent.slice(0, 5).map(({ system }) => system)).toEqual(['amazon-reviews', 'bienbon', 'ascension', 'sp-e', 'immersion-facilitee']);
    expect(view.urgent.every(({ value }) => value.documentation !== 'undocumented')).toBe(true);
  });

  it('names systems that rate in words', () => {
    expect(view.inWords).toEqual(['bienbon', 'sp-e']);
  });
});

describe('what is to be done', () => {
  const list = todoList(realWiki, findings);

  it('joins findings by rule and system', () => {
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
    expect(list.find(({ rule, system }) => rule === 'risk/needs-action' && system === 'amazon-reviews')).toMatchObject({ count: 2, kind: 'prepare', gravity: 3 });
    expect(list.find(({ rule, system }) => rule === 'action/overdue' && system === 'amazon-reviews')).toMatchObject({ count: 3, kind: 'late' });
    expect(list.find(({ rule, system }) => rule === 'time/runbook-exceeds-rto' && system === 'bienbon')).toMatchObject({ gravity: 4 });
  });

  it('goes from the gravest', () => {
    const steps = list.map(({ gravity }) => gravity);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });

  it('hides no kind behind another in its digest', () => {
    const digest = todoDigest(list, 12);
    expect(digest).toHaveLength(12);
    expect(new Set(digest.map(({ kind }) => kind))).toEqual(new Set(['prepare', 'late', 'prove']));
    expect(todoDigest(list.slice(0, 2), 12)).toHaveLength(2);
  });
});

describe('coverage', () => {
  const map = coverage(realWiki, findings);
  const rowOf = (key: string) => map.groups.flatMap(({ rows }) => rows).find(({ component }) => component.key === key);

  it('holds every component against four proofs', () => {
    expect(map.components).toBe(realWiki.all('component').length);
    expect(rowOf('amazon-reviews/postgres')?.cover).toMatchObject({ runbook: { state: 'covered' }, backup: { state: 'missing' }, tested: { state: 'missing' } });
    expect(rowOf('ascension/postgres')?.cover).toMatchObject({ backup: { state: 'covered' } });
    expect(rowOf('sp-e/base')?.cover).toMatchObject({ backup: { state: 'missing' }, scenario: { state: 'partial' } });
  });

  it('does not ask for a backup of what holds no data', () => {
    expect(rowOf('amazon-reviews/fastapi')?.cover.backup.state).toBe('none-needed');
  });

  it('agrees with check on components without a backup', () => {
    const reported = findings.filter(({ rule }) => rule === 'coverage/no-backup').map(({ record }) => record).sort();
    const shown = map.groups.flatMap(({ rows }) => rows.filter(({ cover }) => cover.backup.state === 'missing').map(({ component }) => component.key)).sort();
    expect(reported).toEqual(expect.arrayContaining(shown));
  });

  it('tells declared single points of failure from derived ones', () => {
    expect(map.singles.find(({ component }) => component.key === 'ascension/rabbitmq')).toMatchObject({ kind: 'partial' });
    expect(map.singles.find(({ component }) => component.key === 'immersion-facilitee/worker')).toMatchObject({ kind: 'derived' });
  });

  it('lists scenarios that nobody can follow', () => {
    expect(map.scenarios.map(({ system, scenario }) => `${system}/${scenario.id}`)).toEqual(expect.arrayContaining(['bienbon/S10', 'sp-e/SC-04']));
    expect(coverage(realWiki, findings, 'bienbon').scenarios.every(({ system }) => system === 'bienbon')).toBe(true);
  });
});
