import { shapeOf } from './rated.ts';
import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

/** A severity's place among those of its matrix, which lists the gravest first: rank 1 is the mildest. */
function severityRank(wiki: Wiki, severity: RecordOf<'severity'>): { rank: number; of: number } {
  const all = wiki.all('severity', severity.system).filter(({ document }) => document === severity.document);
  return { rank: all.length - all.findIndex(({ key }) => key === severity.key), of: all.length };
}

/** Words whose meaning is common to matrices: one that ends at « Moyen » is not drawn as if it ended at « Faible ». */
const KNOWN: Readonly<Record<string, string>> = { faible: 'low', basse: 'low', bas: 'low', low: 'low', moyen: 'moderate', moyenne: 'moderate', medium: 'moderate', moderate: 'moderate', haut: 'high', haute: 'high', eleve: 'high', elevee: 'high', high: 'high' };
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The shape that readers see for a severity: 4 is the gravest. */
export function severityShape(wiki: Wiki, severity: RecordOf<'severity'>): 1 | 2 | 3 | 4 {
  const id = KNOWN[fold(severity.title)];
  return shapeOf({ ...severityRank(wiki, severity), ...(id === undefined ? {} : { id }) });
}
