import { levelAt, levelNamed, needsAction, shapeOf, type Level, type Rated, type ScalePoint } from '../model/rated.ts';
import type { MethodRecord } from '../model/records.ts';

export type Step = ReturnType<typeof shapeOf>;

/** Something rated that a grid shows: a risk or a scenario. */
export interface HeatmapEntry {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly rated: Rated;
  /** Place of its category in the filters, from 1. */
  readonly category: number;
}

export interface HeatmapCell {
  readonly likelihood: ScalePoint;
  readonly impact: ScalePoint;
  /** Absent where the method is a grid. */
  readonly score: number | undefined;
  /** Absent where the method's grid has no such cell. */
  readonly level: Level | undefined;
  readonly step: Step | undefined;
  readonly entries: readonly HeatmapEntry[];
  /** The threshold line runs along the cell's start, or under it. */
  readonly lineStart: boolean;
  readonly lineBelow: boolean;
}

export interface LegendRow {
  readonly level: Level;
  readonly step: Step;
  /** Scores of the level; absent where the method is a grid. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly count: number;
}

/** A grid of any size, by product or by level: impacts from the gravest, likelihoods from the mildest. */
export interface Heatmap {
  readonly columns: readonly ScalePoint[];
  readonly rows: readonly { readonly impact: ScalePoint; readonly cells: readonly HeatmapCell[] }[];
  /** From the gravest level. */
  readonly legend: readonly LegendRow[];
  /** Score or level from which an action is asked for. */
  readonly threshold: number | Level | undefined;
  readonly scored: boolean;
  readonly count: number;
}

export function heatmap(method: MethodRecord, entries: readonly HeatmapEntry[]): Heatmap {
  const { value, levels } = method;
  const points = (scale: typeof value.likelihood): ScalePoint[] => scale.map((point, index) => ({ ...point, rank: index + 1 }));
  const columns = points(value.likelihood);
  const impacts = points(value.impact);
  const asks = (likelihood: ScalePoint | undefined, impact: ScalePoint | undefined): boolean | undefined => {
    const found = likelihood && impact && levelAt(value, likelihood, impact);
    return found && needsAction(value, { likelihood, impact, ...found });
  };
  const cell = (likelihood: ScalePoint, impact: ScalePoint): HeatmapCell => {
    const found = levelAt(value, likelihood, impact);
    const asked = asks(likelihood, impact) === true;
    return {
      likelihood,
      impact,
      score: found?.score,
      level: found?.level,
      step: found && shapeOf(found.level),
      entries: entries.filter(({ rated }) => rated.likelihood.rank === likelihood.rank && rated.impact.rank === impact.rank),
      lineStart: asked && asks(columns[likelihood.rank - 2], impact) === false,
      lineBelow: asked && asks(likelihood, impacts[impact.rank - 2]) === false,
    };
  };
  const scored = value.score === 'product';
  const most = Math.max(...columns.map((point) => point.value)) * Math.max(...impacts.map((point) => point.value));
  return {
    columns,
    rows: impacts.toReversed().map((impact) => ({ impact, cells: columns.map((likelihood) => cell(likelihood, impact)) })),
    legend: levels.toReversed().map((level) => {
      const above = levels[level.rank];
      return { level, step: shapeOf(level), from: scored ? level.from : undefined, to: scored ? (above?.from === undefined ? most : above.from - 1) : undefined, count: entries.filter(({ rated }) => rated.level.rank === level.rank).length };
    }),
    threshold: typeof value.action_from === 'string' ? levelNamed(value, value.action_from) : value.action_from,
    scored,
    count: entries.length,
  };
}

