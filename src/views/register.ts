import { actionsOf, isLive, isPending } from '../model/treatment.ts';
import { costOf, type ActionCost } from '../model/action-cost.ts';
import { asksForAction } from '../model/action-status.ts';
import type { MethodRecord, RecordOf } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { heatmap, type Heatmap } from './heatmap.ts';
import { ratedRows, type RatedRow } from './rated-rows.ts';

/** A choice of the category filter: a category of risks, the risks without one, or the scenarios. */
export interface Category {
  /** From 1, in the order of the register. */
  readonly index: number;
  readonly kind: 'category' | 'uncategorised' | 'scenario';
  /** As the author wrote it, where `kind` is category. */
  readonly id: string | undefined;
  /** What the method calls it. */
  readonly label: string | undefined;
  readonly count: number;
}

export interface RegisterIndicator {
  readonly key: string;
  readonly title: string;
  readonly target: string | undefined;
  /** As written, or counted from the register. */
  readonly value: number | string | undefined;
  readonly cost: ActionCost | undefined;
  /** Whether the target is held, where both are known. */
  readonly held: boolean | undefined;
}

export interface PlanRow {
  readonly row: RatedRow;
  readonly actions: readonly RecordOf<'action'>[];
}

/** What the register asks to decide. */
export interface Decisions {
  readonly withoutAction: readonly RatedRow[];
  readonly overdue: readonly RatedRow[];
  readonly reviewLate: readonly RatedRow[];
  /** The longest delay of those reviews, in days. */
  readonly reviewDays: number;
  readonly withoutOwner: readonly RatedRow[];
}

export interface RegisterView {
  readonly rows: readonly RatedRow[];
  readonly risks: number;
  readonly scenarios: number;
  /** One grid a method, the one of most lines first. */
  readonly grids: readonly { readonly method: MethodRecord; readonly grid: Heatmap; readonly reviews: ReadonlyMap<string, readonly ReviewRule[]> }[];
  readonly categories: readonly Category[];
  readonly owners: readonly string[];
  readonly decide: Decisions;
  readonly indicators: readonly RegisterIndicator[];
  readonly plan: readonly PlanRow[];
  /** Whether a method of the register says from where an action is asked for. */
  readonly threshold: boolean;
  readonly registers: readonly RecordOf<'register'>[];
}

/** How often a level is reviewed; `from` where only the upper part of the level is. */
export interface ReviewRule {
  readonly every: string | 0;
  readonly from?: number;
}

/** Which filter a line belongs to. */
export function categoryOf(row: RatedRow, categories: readonly Category[]): number {
  return categories.find(({ kind, id }) => (row.kind === 'scenario' ? kind === 'scenario' : row.category === undefined ? kind === 'uncategorised' : id === row.category))?.index ?? 0;
}

function categoriesOf(rows: readonly RatedRow[], method: MethodRecord | undefined): Category[] {
  const declared = Object.keys(method?.value.category_labels ?? {});
  const used = [...new Set(rows.flatMap(({ category }) => category ?? []))];
  const ids = [...declared.filter((id) => used.includes(id)), ...used.filter((id) => !declared.includes(id))];
  const found: Omit<Category, 'index'>[] = [
    ...ids.map((id) => ({ kind: 'category' as const, id, label: method?.value.category_labels?.[id], count: rows.filter(({ category }) => category === id).length })),
    { kind: 'uncategorised' as const, id: undefined, label: undefined, count: rows.filter(({ kind, category }) => kind === 'risk' && category === undefined).length },
    { kind: 'scenario' as const, id: undefined, label: undefined, count: rows.filter(({ kind }) => kind === 'scenario').length },
  ];
  return found.filter(({ count }) => count > 0).map((category, index) => ({ index: index + 1, ...category }));
}

/** How often each level is reviewed: the registers' own rules, else the method's. A rule that starts inside a level says from which score. */
export function reviewsOf(method: MethodRecord, registers: readonly RecordOf<'register'>[]): Map<string, ReviewRule[]> {
  const rules = registers.flatMap(({ value }) => (value.method === method.id ? value.review_rules : [])).flatMap(({ from, every }) => (typeof from === 'number' ? [{ from, every }] : []));
  return new Map(
    method.levels.map((level): [string, ReviewRule[]] => {
      const { from = 1 } = level;
      const next = method.levels[level.rank]?.from ?? Infinity;
      const base = rules.filter((rule) => rule.from <= from).sort((a, b) => b.from - a.from)[0]?.every ?? level.reviewEvery;
      const inside = rules.filter((rule) => rule.from > from && rule.from < next).map(({ every, from: start }) => ({ every, from: start }));
      const unique = inside.filter((rule, index) => rule.every !== base && inside.findIndex((other) => other.from === rule.from) === index);
      return [level.id, [...(base === undefined ? [] : [{ every: base }]), ...unique]];
    }),
  );
}

function indicatorsOf(wiki: Wiki, register: RecordOf<'register'>): RegisterIndicator[] {
  const risks = wiki.all('risk', register.system).filter((risk) => risk.register?.key === register.key && isLive(risk));
  return register.value.indicators.map((indicator) => {
    const critical = risks.filter(({ current }) => current !== undefined && current.level.rank === current.level.of).length;
    const cost = indicator.counts === 'action-cost' ? costOf([...new Set(risks.flatMap((risk) => actionsOf(wiki, risk)))]) : undefined;
    const value = indicator.counts === 'critical-risks' ? critical : indicator.value;
    return { key: indicator.id, title: indicator.title, target: indicator.target, value, cost, held: indicator.max !== undefined && typeof value === 'number' ? value <= indicator.max : undefined };
  });
}

/** The plan: what the method asks for, without action first, then by date. Where the method asks for nothing: what is being done, by gravity. */
function planOf(wiki: Wiki, rows: readonly RatedRow[], threshold: boolean): PlanRow[] {
  const lines = rows.flatMap((row): (PlanRow & { asked: boolean; due: string })[] => {
    const risk = wiki.resolveAs('risk', row.key, row.system);
    if (!risk) return [];
    const asked = asksForAction(risk);
    const actions = actionsOf(wiki, risk).filter(isPending).sort((a, b) => (a.value.due ?? '9').localeCompare(b.value.due ?? '9'));
    if (threshold ? !asked : actions.length === 0) return [];
    return [{ row, actions, asked, due: actions.length === 0 ? '' : (actions[0]?.value.due ?? '9') }];
  });
  return (threshold ? lines.sort((a, b) => a.due.localeCompare(b.due)) : lines).map(({ row, actions }) => ({ row, actions }));
}

/** A system's risks: grids, lines, filters, plan. Rated scenarios stand beside risks, under a category of their own. */
export function register(wiki: Wiki, system: string): RegisterView {
  const rows = ratedRows(wiki, system);
  const registers = wiki.all('register', system);
  const methods = [...new Set(rows.flatMap(({ method }) => method ?? []))];
  const linesOf = (method: MethodRecord): RatedRow[] => rows.filter((row) => row.method?.key === method.key);
  methods.sort((a, b) => linesOf(b).length - linesOf(a).length);
  const categories = categoriesOf(rows, methods[0]);
  const threshold = methods.some(({ value }) => value.action_from !== undefined);
  const late = rows.filter(({ kind, review }) => kind === 'risk' && review?.state === 'late');
  return {
    rows,
    risks: rows.filter(({ kind }) => kind === 'risk').length,
    scenarios: rows.filter(({ kind }) => kind === 'scenario').length,
    grids: methods.map((method) => ({
      method,
      grid: heatmap(method, linesOf(method).flatMap((row) => (row.rated ? [{ key: row.key, id: row.id, title: row.title, rated: row.rated, category: categoryOf(row, categories) }] : []))),
      reviews: reviewsOf(method, registers),
    })),
    categories,
    owners: [...new Set(rows.flatMap(({ owner }) => owner?.name ?? []))].sort((a, b) => a.localeCompare(b, wiki.site.language)),
    decide: {
      withoutAction: rows.filter(({ treatment }) => treatment?.state === 'missing'),
      overdue: rows.filter(({ treatment }) => treatment?.state === 'late'),
      reviewLate: late,
      reviewDays: Math.max(0, ...late.map(({ review }) => (review?.state === 'late' ? review.days : 0))),
      withoutOwner: rows.filter(({ kind, owner }) => kind === 'risk' && owner === undefined),
    },
    indicators: registers.flatMap((entry) => indicatorsOf(wiki, entry)),
    plan: planOf(wiki, rows, threshold),
    threshold,
    registers,
  };
}
