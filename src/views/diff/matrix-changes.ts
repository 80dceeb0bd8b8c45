import type { MethodRecord } from '../../model/records.ts';
import type { Wiki } from '../../model/wiki.ts';
import { heatmap } from '../heatmap.ts';
import { ratedRows } from '../rated-rows.ts';
import type { Comparison } from './comparison.ts';

/** A risk matrix in counts: impacts from the gravest, likelihoods from the mildest. */
export interface MatrixGrid {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly impact: string; readonly counts: readonly number[] }[];
  /** From the gravest level. */
  readonly levels: readonly { readonly label: string; readonly count: number }[];
}

/** The matrix of one method in a system, in both states. */
export interface MatrixChange {
  readonly system: string;
  readonly title: string;
  readonly method: string;
  readonly before?: MatrixGrid | undefined;
  readonly after?: MatrixGrid | undefined;
}

function gridOf(wiki: Wiki, system: string, method: MethodRecord): MatrixGrid {
  const entries = ratedRows(wiki, system).flatMap(({ key, id, title, rated, method: own }) => (rated && own?.key === method.key ? [{ key, id, title, rated, category: 0 }] : []));
  const { columns, rows, legend } = heatmap(method, entries);
  return {
    columns: columns.map(({ value }) => String(value)),
    rows: rows.map(({ impact, cells }) => ({ impact: String(impact.value), counts: cells.map((cell) => cell.entries.length) })),
    levels: legend.map(({ level, count }) => ({ label: level.label, count })),
  };
}

/** Methods by system that rate something there. */
function methodsOf(wiki: Wiki): Map<string, { system: string; method: MethodRecord }> {
  return new Map(ratedRows(wiki).flatMap(({ system, method, rated }) => (method && rated ? [[`${system}\n${method.key}`, { system, method }] as const] : [])));
}

const titleOf = (wiki: Wiki, system: string): string => wiki.folders.find(({ id }) => id === system)?.title ?? system;

/** The matrices whose counts changed. */
export function matrixChanges({ before, after, folders, keyNow }: Comparison): MatrixChange[] {
  const newFolder = new Map([...folders].map(([now, old]) => [old, now]));
  const olds = new Map([...methodsOf(before).values()].map((entry) => [`${newFolder.get(entry.system) ?? entry.system}\n${keyNow(entry.method.key)}`, entry]));
  const news = methodsOf(after);
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((name): MatrixChange[] => {
    const [old, now] = [olds.get(name), news.get(name)];
    const was = old && gridOf(before, old.system, old.method);
    const is = now && gridOf(after, now.system, now.method);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const system = name.split('\n')[0] ?? '';
    return [{ system, title: now ? titleOf(after, now.system) : titleOf(before, old?.system ?? ''), method: now?.method.title ?? old?.method.title ?? '', before: was, after: is }];
  });
}
