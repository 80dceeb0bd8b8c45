import type { RatingPoint } from '../model/rating-points.ts';
import { shapeOf, type Level, type Rated } from '../model/rated.ts';
import type { MethodRecord } from '../model/records.ts';
import type { Step } from './heatmap.ts';

/** A level as a band; `y` from the top, in pixels. */
export interface TrendBand {
  readonly level: Level;
  readonly step: Step;
  readonly y: number;
  readonly height: number;
}

/** Where a rating changed; `x` in percent of the width. */
export interface TrendMark {
  readonly x: number;
  readonly y: number;
  readonly rated: Rated;
  readonly step: Step;
  /** Instant of the commit, or the day of the page for what no commit holds yet. */
  readonly on: string;
  /** Whether its date has room: always, on wide screens, or never. */
  readonly dated: 'always' | 'wide' | 'never';
}

export interface TrendLine {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

export interface TrendChart {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly bands: readonly TrendBand[];
  readonly marks: readonly TrendMark[];
  /** Steps between marks, up to now; broken where the rating was not known. */
  readonly lines: readonly TrendLine[];
  readonly now: number;
  /** Where the treatment leads; `on` where a day in the future is set for it. */
  readonly target?: { readonly x: number; readonly y: number; readonly rated: Rated; readonly on?: string | undefined; readonly lines: readonly TrendLine[] } | undefined;
  /** Whether distances follow time; marks that would touch are set apart. */
  readonly proportional: boolean;
}

const [TOP, BOTTOM, HEIGHT] = [18, 216, 250];
const GAP = 2;
/** Room for a band's name, in pixels. */
const LOWEST = 24;
/** Where the first mark stands, where now does, and where a target does, in percent. */
const [FROM, NOW, NOW_ALONE, AIM] = [20, 84, 92, 92];
/** Marks nearer than this cannot be told apart; dates nearer than these overlap. */
const [APART, DATE_WIDE, DATE_ALWAYS] = [7, 11, 26];

const round = (value: number): number => Math.round(value * 100) / 100;

/** Bands from the gravest: as high as the scores they hold, or alike where the method has no score. */
function bandsOf({ value, levels }: MethodRecord): TrendBand[] {
  const most = Math.max(...value.likelihood.map((point) => point.value)) * Math.max(...value.impact.map((point) => point.value));
  const size = (level: Level): number => (value.score === 'product' ? Math.max(1, (levels[level.rank]?.from ?? most + 1) - (level.from ?? 0)) : 1);
  const room = BOTTOM - TOP - GAP * (levels.length - 1);
  const whole = levels.reduce((sum, level) => sum + size(level), 0);
  const lowest = Math.min(LOWEST, room / levels.length);
  const spare = room - lowest * levels.length;
  let y = TOP;
  return levels.toReversed().map((level) => {
    const height = lowest + (spare * size(level)) / whole;
    const band = { level, step: shapeOf(level), y: round(y), height: round(height) };
    y += height + GAP;
    return band;
  });
}

/** The height of a rating: its score inside its band, or the middle of the band. */
function heightOf(method: MethodRecord, bands: readonly TrendBand[], { score, level }: Rated): number {
  const band = bands.find((entry) => entry.level.rank === level.rank) ?? bands[0];
  if (!band) return BOTTOM;
  const next = method.levels[level.rank]?.from ?? Math.max(...method.value.likelihood.map((point) => point.value)) * Math.max(...method.value.impact.map((point) => point.value)) + 1;
  const share = score === undefined || level.from === undefined ? 0.5 : (score - level.from + 0.5) / Math.max(1, next - level.from);
  return round(band.y + band.height * (1 - Math.min(1, share)));
}

/** Places instants between two ends, in proportion, and sets apart those that would touch. */
function placesOf(times: readonly number[], from: number, to: number): { places: number[]; proportional: boolean } {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const ideal = times.map((time) => (last === first ? from : from + ((time - first) / (last - first)) * (to - from)));
  const apart = Math.min(APART, (to - from) / Math.max(1, times.length - 1));
  const places = [...ideal];
  for (let index = 1; index < places.length; index += 1) places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + apart);
  places[places.length - 1] = to;
  for (let index = places.length - 2; index > 0; index -= 1) places[index] = Math.min(places[index] ?? 0, (places[index + 1] ?? 0) - apart);
  return { places: places.map(round), proportional: places.every((place, index) => Math.abs(place - (ideal[index] ?? 0)) < 1) };
}

/** Which dates have room under the axis: the first and the last come first. */
function datesOf(places: readonly number[]): TrendMark['dated'][] {
  const kept: { at: number; always: boolean }[] = [];
  const fits = (at: number, room: number, among: typeof kept): boolean => among.every((other) => Math.abs(other.at - at) >= room);
  const result: TrendMark['dated'][] = places.map(() => 'never');
  const order = [0, places.length - 1, ...places.keys()];
  for (const index of order) {
    const at = places[index];
    if (at === undefined || result[index] !== 'never' || !fits(at, DATE_WIDE, kept)) continue;
    const always = fits(at, DATE_ALWAYS, kept.filter((other) => other.always));
    kept.push({ at, always });
    result[index] = always ? 'always' : 'wide';
  }
  return result;
}

const moved = (point: RatingPoint, before: RatingPoint | undefined): boolean =>
  before === undefined || before.rated?.likelihood.rank !== point.rated?.likelihood.rank || before.rated?.impact.rank !== point.rated?.impact.rank || (before.change === 'removed') !== (point.change === 'removed');

/**
 * A rating over time, by today's method. Undefined where there is nothing to see: no rating, or one that never moved and aims nowhere.
 * `due` is the day set for the treatment.
 */
export function trendChart(method: MethodRecord | undefined, points: readonly RatingPoint[], today: string, target: Rated | undefined, due: string | undefined): TrendChart | undefined {
  const known = points.filter((point, index) => moved(point, points[index - 1]));
  const live = (point: RatingPoint | undefined): Rated | undefined => (point?.change === 'removed' ? undefined : point?.rated);
  const current = live(known.at(-1));
  const aim = target && current && (target.likelihood.rank !== current.likelihood.rank || target.impact.rank !== current.impact.rank) ? target : undefined;
  if (!method || known.every((point) => live(point) === undefined) || (known.length < 2 && !aim)) return undefined;
  const bands = bandsOf(method);
  const y = (rated: Rated): number => heightOf(method, bands, rated);
  const instants = known.map(({ commit }) => commit?.date ?? today);
  // The last instant is now; the day of the page may be one that commits are ahead of.
  const now = Math.max(Date.parse(`${today}T23:59:59Z`), ...instants.map((instant) => Date.parse(instant)));
  const { places, proportional } = placesOf([...instants.map((instant) => Date.parse(instant)), now], FROM, aim ? NOW : NOW_ALONE);
  const at = places.slice(0, -1);
  const end = places.at(-1) ?? NOW;
  const dates = datesOf(at);
  const lines = known.flatMap((point, index): TrendLine[] => {
    const rated = live(point);
    if (!rated) return [];
    const x1 = at[index] ?? FROM;
    const x2 = at[index + 1] ?? end;
    const next = live(known[index + 1]);
    return [{ x1, x2, y1: y(rated), y2: y(rated) }, ...(next && y(next) !== y(rated) ? [{ x1: x2, x2, y1: y(rated), y2: y(next) }] : [])];
  });
  return {
    height: HEIGHT,
    top: TOP,
    bottom: BOTTOM,
    bands,
    marks: known.flatMap((point, index): TrendMark[] => {
      const rated = live(point);
      return rated ? [{ x: at[index] ?? FROM, y: y(rated), rated, step: shapeOf(rated.level), on: instants[index] ?? today, dated: dates[index] ?? 'never' }] : [];
    }),
    lines,
    now: end,
    target: aim && current && { x: AIM, y: y(aim), rated: aim, on: due !== undefined && due > today ? due : undefined, lines: [{ x1: end, x2: AIM, y1: y(current), y2: y(current) }, { x1: AIM, x2: AIM, y1: y(current), y2: y(aim) }] },
    proportional,
  };
}
