import { describe, expect, it } from 'vitest';
import { riskView, type RiskView } from '../../src/views/risk.ts';
import { actionsView } from '../../src/views/actions.ts';
import { realWiki } from './content.ts';

const viewOf = (system: string, id: string): RiskView => {
  const risk = realWiki.resolveAs('risk', id, system);
  if (!risk) throw new Error(`no risk ${id}`);
  return riskView(realWiki, risk);
};

describe('one risk', () => {
  it('gathers what R-T01 is linked to', () => {
    const view = viewOf('amazon-reviews', 'R-T01');
    expect(view.pending.map(({ id }) => id)).toEqual(['A-01', 'ET-01']);
    expect(view.related).toEqual([]);
    expect(view.runbooks.map(({ id }) => id)).toEqual(['RB-D4']);
    expect(view.controls.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['preventive', 3],
      ['corrective', 3],
    ]);
    expect(view.narrative).toContain('pandasql');
    expect(view.narrative).not.toContain('## R-T01');
    expect(view.tints.map((row) => row.join(''))).toEqual(['23344', '12344', '12233', '11223', '11112']);
  });

  it('says from where an action is missing', () => {
    expect(viewOf('amazon-reviews', 'R-T07')).toMatchObject({ treatment: { state: 'missing' }, lacksActionFrom: 12 });
    expect(viewOf('ascension', 'R3')).toMatchObject({ treatment: { state: 'no-threshold' }, lacksActionFrom: undefined });
  });

  it('names who accepted a residual risk', () => {
    expect(viewOf('bienbon', 'R4')).toMatchObject({ accepted: true, acceptedBy: { key: 'bienbon/equipe-architecture' } });
  });
});

describe('actions', () => {
  it('puts the overdue ones first', () => {
    const view = actionsView(realWiki, 'amazon-reviews');
    expect(view.groups.map(({ id }) => id)).toEqual(['overdue', 'due', 'undated']);
    expect(view.groups[0]?.rows.map(({ action, due }) => [action.id, due?.days])).toEqual([
      ['A-03', 40],
      ['A-04', 25],
      ['A-02', 12],
    ]);
    expect(view.groups[0]?.rows[0]?.origin?.record?.id).toBe('R-T02');
  });

  it('keeps acknowledged gaps apart', () => {
    const view = actionsView(realWiki, 'immersion-facilitee');
    expect(view.groups.map(({ id, rows }) => [id, rows.map(({ action }) => action.id)])).toEqual([['gaps', ['GAP-004', 'GAP-006', 'GAP-009']]]);
    expect(view.groups[0]?.rows.every(({ owner }) => owner === undefined)).toBe(true);
  });
});
