import type { RecordOf } from '../model/records.ts';
import { translator, type Lang } from './index.ts';
import type { StateWords } from './status.ts';

const kinds: Record<RecordOf<'decision'>['value']['status'], StateWords['kind']> = { draft: 'na', proposed: 'late', accepted: 'ok', superseded: 'na', deprecated: 'na', rejected: 'na' };

/** Where a decision stands. */
export function decisionWords(status: RecordOf<'decision'>['value']['status'], lang: Lang): StateWords {
  const word = translator(lang)(`decisions.status.${status}`);
  return { kind: kinds[status], word, ...(status === 'proposed' ? { icon: 'clock' } : status === 'draft' ? { icon: 'pen' } : kinds[status] === 'na' ? { icon: 'dash' } : {}) };
}
