import { describe, expect, it } from 'vitest';
import type { Heatmap, HeatmapCell } from '../../src/views/heatmap.ts';
import { heatmap } from '../../src/views/heatmap.ts';
import { register } from '../../src/views/register.ts';
import { realWiki } from './content.ts';

const gridOf = (system: string): Heatmap => {
  const [first] = register(realWiki, system).grids;
  if (!first) throw new Error(`${system} has no grid`);
  return first.grid;
};
const cellAt = (grid: Heatmap, likelihood: number, impact: number): HeatmapCell => {
  const cell = grid.rows.find((row) => row.impact.rank === impact)?.cells[likelihood - 1];
  if (!cell) throw new Error(`no cell ${likelihood}, ${impact}`);
  return cell;
};
const idsAt = (grid: Heatmap, likelihood: number, impact: number): string[] => cellAt(grid, likelihood, impact).entries.map(({ id }) => id);

describe('heatmap of Amazon, five by five by product', () => {
  const grid = gridOf('amazon-reviews');

  it('puts every risk in one cell', () => {
    expect(grid.count).toBe(24);
    expect(grid.rows.flatMap(({ cells }) => cells.flatMap(({ entries }) => entries))).toHaveLength(24);
    expect(idsAt(grid, 4, 4)).toEqual(['R-T01']);
    expect(idsAt(grid, 4, 3)).toEqual(['R-T06', 'R-T07']);
    expect(idsAt(grid, 5, 5)).toEqual([]);
  });

  it('reads from the gravest impact and the mildest likelihood', () => {
    expect(grid.rows.map(({ impact }) => impact.value)).toEqual([5, 4, 3, 2, 1]);
    expect(grid.columns.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(cellAt(grid, 4, 4)).toMatchObject({ score: 16, step: 4 });
    expect(cellAt(grid, 2, 5)).toMatchObject({ score: 10, step: 3 });
  });

  it('draws the threshold of 12 as one stepped line', () => {
    const lines = grid.rows.flatMap(({ cells }) => cells.filter(({ lineStart, lineBelow }) => lineStart || lineBelow).map(({ likelihood, impact, lineStart, lineBelow }) => `${likelihood.value},${impact.value}${lineStart ? ' start' : ''}${lineBelow ? ' below' : ''}`));
    expect(lines).toEqual(['3,5 start', '3,4 start below', '4,3 start below', '5,3 below']);
    expect(grid.threshold).toBe(12);
  });

  it('counts by level', () => {
    expect(grid.legend.map(({ level, from, to, count }) => [level.id, from, to, count])).toEqual([
      ['critical', 16, 25, 1],
      ['high', 10, 15, 9],
      ['moderate', 5, 9, 12],
      ['low', 1, 4, 2],
    ]);
  });
});

describe('heatmap of other methods', () => {
  it('starts critical at 15 for Ascension, without a threshold', () => {
    const grid = gridOf('ascension');
    expect(cellAt(grid, 3, 5)).toMatchObject({ score: 15, step: 4 });
    expect(cellAt(grid, 4, 3)).toMatchObject({ score: 12, step: 3 });
    expect(grid.threshold).toBeUndefined();
    expect(grid.rows.flatMap(({ cells }) => cells).some(({ lineStart, lineBelow }) => lineStart || lineBelow)).toBe(false);
  });

  it('reads the level of SP-E in a grid of two rows and four columns', () => {
    const grid = gridOf('sp-e');
    expect(grid.rows.map(({ cells }) => cells.length)).toEqual([4, 4]);
    expect(idsAt(grid, 2, 2)).toEqual(['R3']);
    expect(cellAt(grid, 2, 2)).toMatchObject({ score: undefined, step: 4 });
    // Its scale begins at « Majeur », whose id is high: it is not drawn as if it were low.
    expect(cellAt(grid, 4, 1)).toMatchObject({ step: 3 });
    expect(grid.scored).toBe(false);
  });

  it('puts the scenarios of BienBon beside its risks', () => {
    const grid = gridOf('bienbon');
    expect(idsAt(grid, 3, 4)).toEqual(['S1', 'S2', 'S9', 'S10']);
    expect(idsAt(grid, 1, 4)).toEqual(['R4']);
    expect(grid.count).toBe(15);
  });

  it('draws any size, from a bare method', () => {
    const [method] = realWiki.all('method', 'amazon-reviews');
    if (!method) throw new Error('no method');
    const scale = (length: number) => Array.from({ length }, (_, index) => ({ value: index + 1, label: `${index + 1}` }));
    for (const size of [3, 6]) {
      const grid = heatmap({ ...method, value: { ...method.value, likelihood: scale(size), impact: scale(size) } }, []);
      expect(grid.rows).toHaveLength(size);
      expect(grid.rows[0]?.cells).toHaveLength(size);
      expect(grid.legend[0]).toMatchObject({ to: size * size });
    }
  });
});
