import { shapeOf } from './rated.ts';
import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

/** A severity's place among those of its matrix, which lists the gravest first: rank 1 is the mildest. */
export function severityRank(wiki: Wiki, severity: RecordOf<'severity'>): { rank: number; of: number } {
  const all = wiki.all('severity', severity.system).filter(({ document }) => document === severity.document);
  return { rank: all.length - all.findIndex(({ key }) => key === severity.key), of: all.length };
}

/** The shape that readers see for a severity: 4 is the gravest. */
export const severityShape = (wiki: Wiki, severity: RecordOf<'severity'>): 1 | 2 | 3 | 4 => shapeOf(severityRank(wiki, severity));
