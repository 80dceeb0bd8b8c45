import { titleIn, type FoundRecord } from '../found.ts';
import { key } from '../plain.ts';

/** Records of two sources with one id are one record. */
export function joinRecords(records: readonly FoundRecord[]): FoundRecord[] {
  const found: FoundRecord[] = [];
  const first = new Map<string, FoundRecord>();
  for (const record of records) {
    const name = `${record.kind} ${record.id.toLowerCase()}`;
    const other = record.id === '' || record.kind === 'activity' ? undefined : first.get(name);
    if (!other) first.set(name, record);
    const same = other?.source === record.source ? undefined : other;
    // Two documents that name different things alike hold two records.
    if (!same || (record.fields['title'] !== undefined && same.fields['title'] !== undefined && key(titleIn(record)) !== key(titleIn(same)))) {
      found.push(record);
      continue;
    }
    same.fields = { ...record.fields, ...same.fields };
    same.kept = [...same.kept, ...record.kept];
    same.narrative = [...same.narrative, ...record.narrative];
  }
  return found;
}
