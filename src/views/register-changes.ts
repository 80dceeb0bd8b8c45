import { treatmentStatus } from '../model/action-status.ts';
import type { MainCommit, RatingHistory } from '../model/rating-history.ts';
import { pointsOfGone, ratingPoints, type RatingPoint } from '../model/rating-points.ts';
import type { Rated } from '../model/rated.ts';
import type { RiskRecord, ScenarioRecord, WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { movesBetween, type Move } from './rating-steps.ts';

/** Days that count as recent. */
const RECENT = 90;

/** What happened to a line of the register, from the first day that counts to now. */
export interface RegisterChange {
  readonly kind: 'appeared' | 'moved' | 'closed' | 'removed';
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** Whether it still has a page. */
  readonly present: boolean;
  readonly from?: Rated | undefined;
  readonly to?: Rated | undefined;
  readonly moves: readonly Move[];
  /** It asks for an action, and has none. */
  readonly withoutAction: boolean;
  /** Instant of the last step; absent where no commit holds it yet. */
  readonly on?: string | undefined;
}

/** A register or a plan that came with its lines. */
export interface RegisterCreated {
  readonly file: string;
  readonly document?: WikiDocument | undefined;
  readonly risks: number;
  readonly scenarios: number;
  readonly on?: string | undefined;
}

export interface RegisterChanges {
  readonly available: boolean;
  /** First day that counts, YYYY-MM-DD. */
  readonly from: string;
  /** Where reading starts, when that is later. */
  readonly since?: MainCommit | undefined;
  /** Newest first. */
  readonly changes: readonly RegisterChange[];
  readonly created: readonly RegisterCreated[];
  /** Instant of the last change before `from`, where nothing changed since. */
  readonly last?: string | undefined;
}

/** Whether a register shows it: it stands there, is not closed, and a scenario is rated. */
const shown = (point: RatingPoint | undefined): point is RatingPoint => point !== undefined && point.change !== 'removed' && point.values.state !== 'closed' && (point.values.kind === 'risk' || point.values.current !== 'not-rated');

const dayBefore = (day: string, days: number): string => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

interface Line {
  readonly key: string;
  readonly record?: RiskRecord | ScenarioRecord | undefined;
  readonly points: readonly RatingPoint[];
}

/** Every line that a system's registers have or had. */
function linesOf(wiki: Wiki, system: string, history: RatingHistory): Line[] {
  const live = [...wiki.all('risk', system), ...wiki.all('scenario', system)].map((record) => ({ key: record.key, record, points: ratingPoints(record, history) }));
  const keys = new Set(live.map(({ key }) => key));
  const gone = [...history.of].filter(([key]) => key.startsWith(`${system}/`) && !keys.has(key) && !wiki.unreadable.has(key)).map(([key, versions]) => ({ key, points: pointsOfGone(versions) }));
  return [...live, ...gone];
}

const MOVED: ReadonlySet<Move['field']> = new Set(['likelihood', 'impact', 'rated', 'unrated', 'method']);

/** Changes of the rating of today: what is aimed at may change and nothing moves. */
const movesOf = (before: RatingPoint, after: RatingPoint): Move[] => (before === after ? [] : movesBetween(before, after).filter(({ field }) => MOVED.has(field)));

/** What became of a line since `before`, through the steps `within` the days that count; undefined where nothing did. */
function changeOf(wiki: Wiki, { key, record, points }: Line, before: RatingPoint | undefined, within: readonly RatingPoint[]): RegisterChange | undefined {
  const after = points.at(-1);
  const [was, is] = [shown(before), shown(after)];
  if (!after || (!was && !is)) return undefined;
  const moves = shown(before) && is ? movesOf(before, after) : [];
  if (was && is && moves.length === 0) return undefined;
  const last = within.findLast((point, index) => {
    const previous = within[index - 1] ?? before;
    return shown(previous) !== shown(point) || (previous !== undefined && movesOf(previous, point).length > 0);
  });
  return {
    kind: was ? (is ? 'moved' : after.change === 'removed' ? 'removed' : 'closed') : 'appeared',
    key,
    id: key.slice(key.indexOf('/') + 1),
    title: record?.title ?? after.values.title,
    present: record !== undefined,
    from: was ? before?.rated : undefined,
    to: is ? after.rated : undefined,
    moves,
    withoutAction: is && record?.kind === 'risk' && treatmentStatus(wiki, record).state === 'missing',
    on: last?.commit?.date,
  };
}

const time = (on: string | undefined): number => (on === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(on));
const newestFirst = (a: { on?: string | undefined }, b: { on?: string | undefined }): number => time(b.on) - time(a.on);

/** What appeared in a system's registers, left them or moved, net, over the last days. */
export function registerChanges(wiki: Wiki, system: string, history: RatingHistory): RegisterChanges {
  const from = dayBefore(wiki.asOf, RECENT);
  const start = Date.parse(from);
  const documents = new Map(wiki.documents.map((document) => [document.file, document]));
  const lines = linesOf(wiki, system, history);
  const births: RatingPoint[] = [];
  const changes = lines.flatMap((line): RegisterChange[] => {
    const within = line.points.filter(({ commit }) => commit === undefined || Date.parse(commit.date) >= start);
    const [first] = within;
    if (!first) return [];
    const earlier = line.points[line.points.length - within.length - 1];
    // A register that is new says so once, not once a line; a risk in a file of its own is a line.
    const birth = shown(earlier) || documents.get(first.file)?.kind === 'risk' || first.change !== 'added' || !first.withFile ? undefined : first;
    if (birth && shown(birth)) births.push(birth);
    // What stood when reading starts was there before: it did not appear.
    const change = changeOf(wiki, line, birth ?? (first.change === 'known' ? first : earlier), within);
    return change ? [change] : [];
  });
  const created = [...Map.groupBy(births, ({ file }) => file)].map(([file, points]): RegisterCreated => {
    const count = (kind: 'risk' | 'scenario'): number => points.filter(({ values }) => values.kind === kind).length;
    return { file, document: documents.get(file), risks: count('risk'), scenarios: count('scenario'), on: points[0]?.commit?.date };
  });
  const older = lines.flatMap(({ points }) => points.flatMap(({ commit }) => (commit && Date.parse(commit.date) < start ? [commit.date] : [])));
  return {
    available: history.available,
    from,
    since: history.since && Date.parse(history.since.commit.date) >= start ? history.since.commit : undefined,
    changes: changes.sort(newestFirst),
    created: created.sort(newestFirst),
    last: older.sort((a, b) => time(b) - time(a))[0],
  };
}
