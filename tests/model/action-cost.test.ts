import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/model/action-cost.ts';
import type { RecordOf } from '../../src/model/records.ts';

const action = (value: { cost?: string | number; effort?: string }): RecordOf<'action'> => ({ value }) as unknown as RecordOf<'action'>;

describe('cost of actions', () => {
  it('adds amounts of one unit and keeps units apart', () => {
    expect(costOf([action({ cost: '2000 €' }), action({ cost: '1 500,50 €' }), action({ cost: '500 €/an' }), action({ cost: 300 })])).toEqual({
      amounts: [
        { unit: '€', total: 3800.5 },
        { unit: '€/an', total: 500 },
      ],
      days: 0,
      unknown: 0,
    });
  });

  it('reads effort in days, wherever it stands', () => {
    expect(costOf([action({ effort: '5 jours' }), action({ cost: '3 j' }), action({ effort: '8 d' })])).toMatchObject({ amounts: [], days: 16 });
  });

  it('counts what it cannot read', () => {
    expect(costOf([action({}), action({ cost: 'à chiffrer' }), action({ effort: 'Élevé' })])).toEqual({ amounts: [], days: 0, unknown: 3 });
  });
});
