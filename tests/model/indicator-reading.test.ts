import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/model/indicator-reading.ts';
import { wikiOf } from './wiki-of.ts';

const state = (indicator: string, values: string): string => {
  const wiki = wikiOf({ 'shop/indicators.md': [`kind: indicators\ntitle: Indicators\nindicators:\n  - { id: I-1, title: One, ${indicator}, values: [${values}] }`] });
  expect(wiki.problems).toEqual([]);
  return readingOf(wiki.all('indicator')[0]!, wiki.asOf).state;
};
const at = (value: number, day = '2026-03-01'): string => `{ at: ${day}, value: ${value} }`;

describe('the reading of an indicator', () => {
  it('holds a target at its figure and alerts past its own', () => {
    const higher = 'direction: higher, target: 98, alert: 95';
    expect([99, 98, 97, 95, 94].map((value) => state(higher, at(value)))).toEqual(['held', 'held', 'missed', 'missed', 'alert']);
    const lower = 'direction: lower, target: 5, alert: 10';
    expect([4, 5, 6, 10, 11].map((value) => state(lower, at(value)))).toEqual(['held', 'held', 'missed', 'missed', 'alert']);
  });

  it('reads a stable measure as a gap, on both sides', () => {
    const stable = 'direction: stable, target: 20, alert: 50';
    expect([-20, 20, -21, 50, -51].map((value) => state(stable, at(value)))).toEqual(['held', 'held', 'missed', 'missed', 'alert']);
    expect(state('direction: stable, target: 0', at(1))).toBe('missed');
  });

  it('does without a target, an alert or both', () => {
    expect([state('direction: lower, alert: 3', at(3)), state('direction: lower, alert: 3', at(4)), state('direction: lower', at(4))]).toEqual(['calm', 'alert', 'unbound']);
  });

  it('takes the latest value that is not after today', () => {
    expect(state('direction: lower, target: 5', '')).toBe('unmeasured');
    expect(state('direction: lower, target: 5', `${at(9, '2026-03-11')}, ${at(1, '2026-02-01')}, ${at(2, '2026-04-01')}`)).toBe('missed');
  });
});
