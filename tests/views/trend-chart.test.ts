import { describe, expect, it } from 'vitest';
import { ratingPoints } from '../../src/model/rating-points.ts';
import { trendChart, type TrendChart } from '../../src/views/trend-chart.ts';
import { lived, METHOD, REGISTER, SYSTEM, WORDS, type Line, type Past } from './rated-history.ts';

const begin = { 'shop/system.md': SYSTEM, 'shop/method.md': METHOD() };

function chartOf(past: readonly Past[], options: { today?: string; due?: string; now?: Record<string, string> } = {}): TrendChart | undefined {
  const { wiki, history } = lived(past, options.now);
  const risk = wiki.resolveAs('risk', 'R1', 'shop');
  if (!risk) throw new Error('no risk');
  return trendChart(risk.method, ratingPoints(risk, history), options.today ?? '2026-03-12', risk.target, options.due);
}
const register = (...lines: readonly Line[]): Record<string, string> => ({ 'shop/risks.md': REGISTER(...lines) });

describe('a rating over time', () => {
  it('stands in the band of its level, the graver the higher', () => {
    const chart = chartOf([
      ['2025-10-03', { ...begin, ...register(['R1', 3, 3]) }],
      ['2025-11-14', register(['R1', 3, 4])],
      ['2025-12-12', register(['R1', 4, 4])],
    ]);
    expect(chart?.bands.map(({ level, step }) => [level.label, step])).toEqual([['Critical', 4], ['High', 3], ['Moderate', 2], ['Low', 1]]);
    expect(chart?.marks.map(({ rated, step, on }) => [rated.score, step, on.slice(0, 10)])).toEqual([[9, 3, '2025-10-03'], [12, 3, '2025-11-14'], [16, 4, '2025-12-12']]);
    for (const mark of chart?.marks ?? []) {
      const band = chart?.bands.find(({ level }) => level.rank === mark.rated.level.rank);
      expect(mark.y).toBeGreaterThanOrEqual(band?.y ?? Infinity);
      expect(mark.y).toBeLessThanOrEqual((band?.y ?? 0) + (band?.height ?? 0));
    }
    const heights = chart?.marks.map(({ y }) => y) ?? [];
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(chart?.proportional).toBe(true);
    // Time runs to the right, to today.
    const [first = 0, second = 0, third = 0] = chart?.marks.map(({ x }) => x) ?? [];
    expect((second - first) / (third - first)).toBeCloseTo(42 / 70, 1);
    expect(chart?.now).toBeGreaterThan(third);
    expect(chart?.lines.at(-1)).toMatchObject({ x2: chart?.now, y1: chart?.marks[2]?.y, y2: chart?.marks[2]?.y });
  });

  it('sets apart what happened on one day, and says that distances lie', () => {
    const days = ['2026-03-10', '2026-03-10', '2026-03-11', '2026-03-11', '2026-03-11'];
    const chart = chartOf(days.map((day, index): Past => [day, index === 0 ? { ...begin, ...register(['R1', 1, 1]) } : register(['R1', index + 1, 1])]));
    const places = [...(chart?.marks.map(({ x }) => x) ?? []), chart?.now ?? 0];
    for (let index = 1; index < places.length; index += 1) expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(6.9);
    expect(places.every((place) => place >= 0 && place <= 100)).toBe(true);
    expect(chartOf([['2026-03-12', { ...begin, ...register(['R1', 1, 1]) }], ['2026-03-12', register(['R1', 2, 1])], ['2026-03-12', register(['R1', 3, 1])], ['2026-03-12', register(['R1', 4, 1])]], { today: '2027-03-12' })?.proportional).toBe(false);
  });

  it('keeps fifty steps inside the picture, with dates that do not overlap', () => {
    const past = Array.from({ length: 50 }, (_, index): Past => [new Date(Date.UTC(2025, 0, 1 + index * 7)).toISOString().slice(0, 10), { ...(index === 0 ? begin : {}), ...register(['R1', 1 + (index % 5), 3]) }]);
    const chart = chartOf(past);
    expect(chart?.marks).toHaveLength(50);
    expect(chart?.marks.every(({ x }) => x >= 0 && x <= 100)).toBe(true);
    const dated = chart?.marks.filter(({ dated: when }) => when !== 'never').map(({ x }) => x) ?? [];
    expect(dated.length).toBeGreaterThan(2);
    for (let index = 1; index < dated.length; index += 1) expect((dated[index] ?? 0) - (dated[index - 1] ?? 0)).toBeGreaterThanOrEqual(11);
  });

  it('shows where the treatment leads, with its day only while it is to come', () => {
    const past: Past[] = [['2025-10-03', { ...begin, ...register(['R1', 4, 4, ', target: { likelihood: 2, impact: 4 }']) }]];
    const chart = chartOf(past, { due: '2026-03-31' });
    expect(chart?.target).toMatchObject({ on: '2026-03-31', rated: { score: 8 } });
    expect(chart?.target?.x).toBeGreaterThan(chart?.now ?? 100);
    expect(chart?.target?.y).toBeGreaterThan(chart?.marks[0]?.y ?? Infinity);
    expect(chartOf(past, { due: '2026-03-01' })?.target?.on).toBeUndefined();
  });

  it('reads levels where there is no score', () => {
    const chart = chartOf([
      ['2026-01-01', { 'shop/system.md': SYSTEM, 'shop/method.md': WORDS, ...register(['R1', 'rare', 'major']) }],
      ['2026-02-01', register(['R1', 'rare', 'critical'])],
    ]);
    expect(chart?.bands.map(({ height }) => height)).toEqual([chart?.bands[0]?.height, chart?.bands[0]?.height]);
    expect(chart?.marks.map(({ y }, index) => y - (chart.bands[1 - index]?.y ?? 0))).toEqual([chart?.marks[0] && chart.bands[1] && chart.bands[1].height / 2, chart?.marks[1] && chart.bands[0] && chart.bands[0].height / 2].map((value) => expect.closeTo(value ?? 0, 1)));
  });

  it('breaks where the risk was gone or not rated', () => {
    const chart = chartOf([
      ['2025-10-03', { ...begin, ...register(['R1', 3, 3], ['R2', 1, 1]) }],
      ['2025-11-03', register(['R2', 1, 1])],
      ['2025-12-03', register(['R1', 2, 3], ['R2', 1, 1])],
    ]);
    expect(chart?.marks.map(({ rated }) => rated.score)).toEqual([9, 6]);
    // Two runs of one flat line each: nothing joins them.
    expect(chart?.lines).toHaveLength(2);
    expect(chart?.lines[0]?.x2).toBeLessThan(chart?.lines[1]?.x1 ?? 0);
  });

  it('is not drawn where nothing ever moved', () => {
    expect(chartOf([['2025-10-03', { ...begin, ...register(['R1', 3, 3]) }], ['2025-11-03', register(['R1', 3, 3, ', state: treating'])]])).toBeUndefined();
  });

  it('ends today at what the files say, committed or not, even when commits are ahead of the day', () => {
    const chart = chartOf([['2026-04-01', { ...begin, ...register(['R1', 3, 3]) }]], { now: register(['R1', 5, 5]) });
    expect(chart?.marks.map(({ rated }) => rated.score)).toEqual([9, 25]);
    expect(chart?.marks.every(({ x }) => x <= (chart.now ?? 0))).toBe(true);
  });
});
