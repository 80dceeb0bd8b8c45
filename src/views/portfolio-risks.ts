import type { Wiki } from '../model/wiki.ts';
import { ratedRows, type RatedRow } from './rated-rows.ts';

export interface PortfolioRisks {
  readonly rows: readonly RatedRow[];
  /** Systems that have a line, numbered from 1 in the site's order. */
  readonly systems: readonly { readonly index: number; readonly id: string; readonly title: string; readonly count: number }[];
  /** By drawn level, 4 to 1. */
  readonly levels: readonly { readonly step: 1 | 2 | 3 | 4; readonly count: number }[];
  readonly owners: readonly string[];
  readonly withoutAction: number;
  readonly late: number;
}

/** Every risk and rated scenario of every system, the gravest first. */
export function portfolioRisks(wiki: Wiki): PortfolioRisks {
  const rows = ratedRows(wiki);
  const count = (state: string): number => rows.filter(({ treatment }) => treatment?.state === state).length;
  return {
    rows,
    systems: wiki.systems
      .map(({ id, title }) => ({ id, title, count: rows.filter(({ system }) => system === id).length }))
      .filter((entry) => entry.count > 0)
      .map((entry, index) => ({ index: index + 1, ...entry })),
    levels: ([4, 3, 2, 1] as const).map((step) => ({ step, count: rows.filter((row) => row.step === step).length })).filter((level) => level.count > 0),
    owners: [...new Set(rows.flatMap(({ owner }) => owner?.name ?? []))].sort((a, b) => a.localeCompare(b, wiki.site.language)),
    withoutAction: count('missing'),
    late: count('late'),
  };
}
