import { levelNamed, type Level } from '../model/rated.ts';
import type { AnyRecord, MethodRecord } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { heatmap, type Heatmap } from './heatmap.ts';
import { ratedRows } from './rated-rows.ts';
import { reviewsOf, type ReviewRule } from './register.ts';

export interface MethodView {
  readonly method: MethodRecord;
  /** The bare grid; the legend counts the lines that the method rates. */
  readonly grid: Heatmap;
  readonly reviews: ReadonlyMap<string, readonly ReviewRule[]>;
  readonly appetite: Level | undefined;
  /** Registers and plans that use it. */
  readonly users: readonly AnyRecord[];
}

export function methodView(wiki: Wiki, method: MethodRecord): MethodView {
  const rows = ratedRows(wiki, method.system).filter((row) => row.method?.key === method.key);
  const entries = rows.flatMap((row) => (row.rated ? [{ key: row.key, id: row.id, title: row.title, rated: row.rated, category: 0 }] : []));
  return {
    method,
    grid: { ...heatmap(method, []), legend: heatmap(method, entries).legend },
    reviews: reviewsOf(method, wiki.all('register', method.system)),
    appetite: method.value.appetite === undefined ? undefined : levelNamed(method.value, method.value.appetite),
    users: wiki.backlinks(method.key).map(({ from }) => from),
  };
}
