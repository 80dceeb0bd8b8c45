import { describe, expect, it } from 'vitest';
import type { RatingHistory } from '../../src/model/rating-history.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { noRatingHistory } from '../../src/model/rating-history.ts';
import { ratingStory, type Move, type RatingStory } from '../../src/views/rating-steps.ts';
import { historyOf, lived, METHOD, REGISTER, SYSTEM, WORDS } from './rated-history.ts';

const begin = { 'shop/system.md': SYSTEM, 'shop/method.md': METHOD() };

function storyOf(wiki: Wiki, history: RatingHistory, id = 'R1'): RatingStory {
  const risk = wiki.resolveAs('risk', id, 'shop');
  if (!risk) throw new Error(`no risk ${id}`);
  return ratingStory(risk, history);
}

const word = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'value' in value ? value.value : typeof value === 'object' && value !== null && 'score' in value ? value.score : value);
const moveText = (move: Move): string => ('to' in move ? `${move.field} ${String(word(move.from))} > ${String(word(move.to))}` : move.field);
const told = ({ steps }: RatingStory): string[] => steps.map(({ point, before, moves }) => `${point.commit?.date.slice(0, 10) ?? 'now'} ${point.change} ${before?.score ?? '-'} > ${point.rated?.score ?? '-'} [${moves.map(moveText).join(', ')}]`);

describe('how a rating came to be what it is', () => {
  it('says what each step changed, the newest first', () => {
    const { wiki, history } = lived([
      ['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3]) }],
      ['2026-01-10', { 'shop/risks.md': REGISTER(['R1', 3, 4]) }],
      ['2026-01-20', { 'shop/risks.md': REGISTER(['R1', 4, 4, ', target: { likelihood: 2, impact: 4 }, state: treating']) }],
    ]);
    const story = storyOf(wiki, history);
    expect(told(story)).toEqual(['2026-01-20 changed 12 > 16 [likelihood 3 > 4, target undefined > 8, state open > treating]', '2026-01-10 changed 9 > 12 [impact 3 > 4]', '2026-01-01 added - > 9 []']);
    expect(story).toMatchObject({ available: true, since: undefined, unread: [], methodChanges: [] });
  });

  it('rates the past with the method of today, and keeps what that day’s method said where it differs', () => {
    const { wiki, history } = lived([
      ['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 4]) }],
      ['2026-01-10', { 'shop/method.md': METHOD(12) }],
      ['2026-01-20', { 'shop/risks.md': REGISTER(['R1', 2, 4]) }],
    ]);
    const story = storyOf(wiki, history);
    expect(story.steps.map(({ point }) => [point.rated?.level.id, point.then?.level.id])).toEqual([
      ['high', undefined],
      ['critical', 'high'],
    ]);
    expect(story.methodChanges.map(({ date }) => date.slice(0, 10))).toEqual(['2026-01-10']);
  });

  it('does not rate with today’s method what another one rated', () => {
    const { wiki, history } = lived([
      ['2026-01-01', { ...begin, 'shop/words.md': WORDS.replace('id: m', 'id: w'), 'shop/risks.md': REGISTER(['R1', 'often', 'critical']).replace('method: m', 'method: w') }],
      ['2026-01-10', { 'shop/risks.md': REGISTER(['R1', 4, 4]) }],
    ]);
    const [after, before] = storyOf(wiki, history).steps;
    expect(after).toMatchObject({ point: { rated: { score: 16 } }, moves: [{ field: 'method' }, { field: 'likelihood', from: 'often' }, { field: 'impact', from: 'critical' }] });
    expect(before?.point).toMatchObject({ rated: undefined, then: { level: { label: 'Critical' } } });
  });

  it('shows what no commit holds yet', () => {
    const { wiki, history } = lived([['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3]) }]], { 'shop/risks.md': REGISTER(['R1', 5, 3], ['R2', 1, 1]) });
    expect(told(storyOf(wiki, history))).toEqual(['now changed 9 > 15 [likelihood 3 > 5]', '2026-01-01 added - > 9 []']);
    expect(told(storyOf(wiki, history, 'R2'))).toEqual(['now added - > 1 []']);
  });

  it('does not call uncommitted what is only worded otherwise', () => {
    const { wiki, history } = lived([['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3]) }]], { 'shop/risks.md': REGISTER(['R1', 'Likely', 'Some']) });
    expect(storyOf(wiki, history).steps).toHaveLength(1);
  });

  it('names the versions that could not be read, for the risks that they hide', () => {
    const { wiki, history } = lived([
      ['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3], ['R2', 1, 1]) }],
      ['2026-01-02', { 'shop/risks.md': 'kind: risk-register\nrisks: [' }],
      ['2026-01-03', { 'shop/risks.md': REGISTER(['R1', 3, 3, ', treatment: forget'], ['R2', 1, 1]) }],
      ['2026-01-04', { 'shop/risks.md': REGISTER(['R1', 3, 4], ['R2', 1, 1]) }],
    ]);
    expect(storyOf(wiki, history).unread.map(({ date }) => date.slice(0, 10))).toEqual(['2026-01-03', '2026-01-02']);
    expect(storyOf(wiki, history, 'R2').unread.map(({ date }) => date.slice(0, 10))).toEqual(['2026-01-02']);
    expect(told(storyOf(wiki, history, 'R2'))).toEqual(['2026-01-01 added - > 1 []']);
  });

  it('names them even where the register has changed its name since', () => {
    const { wiki, history } = lived([
      ['2026-01-01', { ...begin, 'shop/old.md': REGISTER(['R1', 3, 3]) }],
      ['2026-01-02', { 'shop/old.md': 'kind: risk-register\nrisks: [' }],
      ['2026-01-03', { 'shop/old.md': null, 'shop/risks.md': REGISTER(['R1', 3, 3]) }],
    ]);
    expect(storyOf(wiki, history).unread.map(({ date }) => date.slice(0, 10))).toEqual(['2026-01-02']);
    expect(told(storyOf(wiki, history))).toEqual(['2026-01-01 added - > 9 []']);
  });

  it('says nothing of a risk that only unreadable versions held', () => {
    const { wiki, history } = lived([['2026-01-01', { ...begin, 'shop/risks.md': 'kind: risk-register\nrisks: [' }]], { 'shop/risks.md': REGISTER(['R1', 3, 3]) });
    expect(storyOf(wiki, history)).toMatchObject({ steps: [], unread: [{ date: '2026-01-01T10:00:00Z' }] });
  });

  it('tells a risk that left and came back', () => {
    const { wiki, history } = lived([
      ['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3], ['R2', 1, 1]) }],
      ['2026-01-02', { 'shop/risks.md': REGISTER(['R2', 1, 1]) }],
      ['2026-01-03', { 'shop/risks.md': REGISTER(['R1', 2, 3], ['R2', 1, 1]) }],
    ]);
    expect(told(storyOf(wiki, history))).toEqual(['2026-01-03 added - > 6 []', '2026-01-02 removed 9 > 9 []', '2026-01-01 added - > 9 []']);
  });

  it('knows nothing without Git', () => {
    const { wiki } = lived([['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3]) }]]);
    expect(storyOf(wiki, noRatingHistory)).toMatchObject({ available: false, steps: [] });
  });

  it('says where reading starts only for what may be older', () => {
    const { wiki, history } = lived([['2026-01-01', { ...begin, 'shop/risks.md': REGISTER(['R1', 3, 3]) }]]);
    const since = { commit: { hash: 'a', date: '2025-12-01T00:00:00Z', author: 'Ops', subject: 'Cut' }, why: 'shallow' } as const;
    expect(storyOf(wiki, { ...history, since }).since).toBeUndefined();
    const known = historyOf([]);
    expect(known.of.size).toBe(0);
    const first = history.of.get('shop/R1')?.[0];
    expect(storyOf(wiki, { ...history, since, of: new Map(first && [['shop/R1', [{ ...first, change: 'known' }]]]) }).since).toEqual(since);
  });
});
