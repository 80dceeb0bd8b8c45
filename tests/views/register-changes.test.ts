import { describe, expect, it } from 'vitest';
import { noRatingHistory } from '../../src/model/rating-history.ts';
import { registerChanges, type RegisterChanges } from '../../src/views/register-changes.ts';
import { lived, METHOD, REGISTER, SYSTEM, type Past } from './rated-history.ts';

const begin = { 'shop/system.md': SYSTEM, 'shop/method.md': METHOD() };
/** The day of the page is 12 March 2026: what counts begins on 12 December. */
const changesOf = (past: readonly Past[], now?: Record<string, string>): RegisterChanges => {
  const { wiki, history } = lived(past, now);
  return registerChanges(wiki, 'shop', history);
};
const told = ({ changes }: RegisterChanges): string[] => changes.map(({ kind, id, from, to, on, withoutAction }) => `${on?.slice(0, 10) ?? 'now'} ${id} ${kind} ${from?.score ?? '-'} > ${to?.score ?? '-'}${withoutAction ? ' without action' : ''}`);

describe('what changed in a register', () => {
  it('tells what moved, appeared, closed and left, the newest first', () => {
    const view = changesOf([
      ['2025-06-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 2, 2], ['R3', 1, 1], ['R4', 2, 2]) }],
      ['2026-01-10', { 'shop/risks.md': REGISTER(['R1', 4, 4], ['R2', 2, 2], ['R3', 1, 1], ['R4', 2, 2]) }],
      ['2026-02-10', { 'shop/risks.md': REGISTER(['R1', 4, 4], ['R2', 2, 2, ', state: closed'], ['R4', 2, 2]) }],
      ['2026-03-10', { 'shop/risks.md': REGISTER(['R1', 4, 4], ['R2', 2, 2, ', state: closed'], ['R4', 2, 2], ['R5', 3, 4]) }],
    ]);
    expect(view.from).toBe('2025-12-12');
    expect(told(view)).toEqual(['2026-03-10 R5 appeared - > 12 without action', '2026-02-10 R2 closed 4 > -', '2026-02-10 R3 removed 1 > -', '2026-01-10 R1 moved 12 > 16 without action']);
    expect(view.changes.find(({ id }) => id === 'R3')).toMatchObject({ present: false, title: 'Risk R3' });
    expect(view.changes.find(({ id }) => id === 'R1')?.moves).toMatchObject([{ field: 'likelihood', from: { value: 3 }, to: { value: 4 } }]);
    expect(view.created).toEqual([]);
  });

  it('counts from the first day to now: what came back did not move', () => {
    const view = changesOf([
      ['2025-06-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 1, 2]) }],
      ['2026-01-10', { 'shop/risks.md': REGISTER(['R1', 4, 4], ['R2', 1, 3]) }],
      ['2026-01-20', { 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 1, 4]) }],
    ]);
    expect(told(view)).toEqual(['2026-01-20 R2 moved 2 > 4']);
  });

  it('does not count a change of aim, of state or of words', () => {
    const view = changesOf([
      ['2025-06-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4]) }],
      ['2026-01-10', { 'shop/risks.md': REGISTER(['R1', 'Likely', 'Large', ', target: { likelihood: 1, impact: 4 }, state: treating']) }],
    ]);
    expect(view.changes).toEqual([]);
    expect(view.last?.slice(0, 10)).toBe('2025-06-01');
  });

  it('says once that a register is new, and what moved since', () => {
    const view = changesOf([
      ['2026-01-10', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 1, 2]) }],
      ['2026-01-20', { 'shop/risks.md': REGISTER(['R1', 4, 4], ['R2', 1, 2]) }],
    ]);
    expect(view.created).toMatchObject([{ file: 'shop/risks.md', risks: 2, scenarios: 0, document: { title: 'Risks' } }]);
    expect(told(view)).toEqual(['2026-01-20 R1 moved 12 > 16 without action']);
  });

  it('counts a risk with a file of its own as a risk, not as a register', () => {
    const view = changesOf([
      ['2025-06-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4]) }],
      ['2026-01-10', { 'shop/r2.md': 'kind: risk\nid: R2\ntitle: Risk R2\nregister: reg\ncurrent: { likelihood: 2, impact: 2 }' }],
    ]);
    expect(view.created).toEqual([]);
    expect(told(view)).toEqual(['2026-01-10 R2 appeared - > 4']);
  });

  it('calls nothing new that stood where reading starts', () => {
    const { wiki, history } = lived([['2026-01-10', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4]) }]]);
    const [version] = history.of.get('shop/R1') ?? [];
    const since = { commit: { hash: 'a', date: '2026-01-10T10:00:00Z', author: 'Ops', subject: 'Cut' }, why: 'shallow' } as const;
    const view = registerChanges(wiki, 'shop', { ...history, since, of: new Map(version && [['shop/R1', [{ ...version, change: 'known' }]]]) });
    expect(view).toMatchObject({ changes: [], created: [], since: { hash: 'a' } });
  });

  it('shows what no commit holds yet first', () => {
    const view = changesOf([['2025-06-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 1, 1]) }], ['2026-03-01', { 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 1, 2]) }]], { 'shop/risks.md': REGISTER(['R1', 5, 5], ['R2', 1, 2]) });
    expect(told(view)).toEqual(['now R1 moved 12 > 25 without action', '2026-03-01 R2 moved 1 > 2']);
  });

  it('keeps to its own system, and says when it knows nothing', () => {
    const { wiki, history } = lived([['2026-01-10', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4]) }]]);
    expect(registerChanges(wiki, 'other', history)).toMatchObject({ available: true, changes: [], created: [], last: undefined });
    expect(registerChanges(wiki, 'shop', noRatingHistory)).toMatchObject({ available: false, changes: [], created: [] });
  });
});
