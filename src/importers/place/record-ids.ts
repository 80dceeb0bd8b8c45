import { PREFIXES } from '../find/record-id.ts';
import { titleIn, type FoundRecord } from '../found.ts';
import { key } from '../plain.ts';
import type { PlanOptions } from '../plan.ts';
import type { RecordKind } from '../vocabulary.ts';

const ACTIVITIES: Readonly<Record<string, string>> = { job: 'J', drill: 'G', rotation: 'K', review: 'V', maintenance: PREFIXES.activity };

/** How an import remembers the id that it gave to a record. */
export const knownKey = (kind: RecordKind, title: string): string => `${kind} ${key(title)}`;

/** Gives every record an id that is its own in the system, and keeps those that the source and earlier imports gave. */
export function giveIds(records: readonly FoundRecord[], { taken = [], known = {} }: PlanOptions): void {
  const ids = new Set(taken.map((id) => id.toLowerCase()));
  const isTaken = (id: string): boolean => ids.has(id.toLowerCase());
  const claim = (record: FoundRecord, id: string): void => {
    record.id = id;
    ids.add(id.toLowerCase());
  };
  const later: FoundRecord[] = [];
  for (const record of records) {
    const wanted = record.id !== '' ? record.id : known[knownKey(record.kind, titleIn(record))];
    if (wanted !== undefined && !isTaken(wanted)) claim(record, wanted);
    else later.push(record);
  }
  const next = new Map<string, number>();
  for (const record of later) {
    const { kind, id: given } = record;
    if (given !== '') {
      record.notes = [...record.notes, { en: `${given} is already the id of another record`, fr: `${given} est déjà l’identifiant d’une autre fiche` }];
      claim(record, firstFree((number) => `${given}-${number}`, isTaken, 2).id);
      continue;
    }
    const prefix = kind === 'activity' ? (ACTIVITIES[String(record.fields['kind'])] ?? PREFIXES.activity) : PREFIXES[kind];
    const numbered = (number: number): string => (kind === 'risk' || kind === 'scenario' ? `${prefix}${number}` : `${prefix}-${String(number).padStart(2, '0')}`);
    const { id, number } = firstFree(numbered, isTaken, next.get(prefix) ?? 1);
    next.set(prefix, number + 1);
    claim(record, id);
  }
}

/** The first id of a series that nothing has. */
function firstFree(idOf: (number: number) => string, isTaken: (id: string) => boolean, from: number): { id: string; number: number } {
  let number = from;
  while (isTaken(idOf(number))) number += 1;
  return { id: idOf(number), number };
}

/** An id for a document that is no record of the source. */
export function freeId(wanted: string, records: readonly FoundRecord[], { taken = [] }: PlanOptions): string {
  const ids = new Set([...taken, ...records.map(({ id }) => id)]);
  return ids.has(wanted) ? firstFree((number) => `${wanted}-${number}`, (id) => ids.has(id), 2).id : wanted;
}
