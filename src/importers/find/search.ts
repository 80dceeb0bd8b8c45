import type { Lines } from '../block.ts';
import type { Draft, FoundRecord } from '../found.ts';
import { placed, type Placed } from '../sections.ts';
import type { Source } from '../source.ts';
import type { RecordKind } from '../vocabulary.ts';
import type { Reason } from '../words/reasons.ts';
import type { Findings, Unplaced, Used } from './findings.ts';
import { idOf } from './record-id.ts';

/** Where a record was read. */
interface Origin {
  readonly lines: readonly Lines[];
  /** The block it stands in or under. */
  readonly at: Placed;
  readonly confidence: number;
  readonly group: string;
  readonly body?: string | undefined;
}

/** The search of one source, as far as it has come: each way of finding records adds to it, and passes over what is done. */
export interface Search {
  readonly source: Source;
  readonly number: number;
  readonly all: readonly Placed[];
  readonly records: FoundRecord[];
  readonly used: Used[];
  readonly unplaced: Unplaced[];
  readonly legend: Findings['legend'][number][];
  readonly most: Findings['most'];
  readonly methodBlocks: Placed[];
  /** Indexes of blocks that need no other reading. */
  readonly done: Set<number>;
  actionFrom?: number | undefined;
  readonly holds: (kind: RecordKind, id: string | undefined) => boolean;
  readonly add: (kind: RecordKind, draft: Draft, origin: Origin) => FoundRecord;
  readonly use: (block: Lines, about: readonly FoundRecord[], group: string) => void;
  readonly leave: (block: Lines, why: Reason) => void;
}

/** The last headings above a block, in one text. */
export const contextOf = ({ above }: Placed, last: number): string => above.slice(-last).map(({ heading }) => heading.text).join(' ');

export function newSearch(source: Source, number: number): Search {
  const records: FoundRecord[] = [];
  const used: Used[] = [];
  const unplaced: Unplaced[] = [];
  const byId = new Map<string, FoundRecord>();
  const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id.toLowerCase()}`;
  return {
    source, number, records, used, unplaced, all: placed(source.blocks), legend: [], most: {}, methodBlocks: [], done: new Set(),
    holds: (kind, id) => byId.has(keyOf(kind, String(id))),
    add(kind, draft, { lines, at, confidence, group, body }) {
      const id = idOf(kind, draft.id);
      const same = id === undefined ? undefined : byId.get(keyOf(kind, id));
      if (same && kind !== 'activity') return joinTables(same, draft, lines, at);
      const record: FoundRecord = { ...draft, source: number, lines, kept: draft.kept, notes: draft.notes ?? [], kind, id: id ?? '', confidence, path: at.above.map(({ heading }) => heading.text), group, narrative: [], ...(body === undefined ? {} : { body }) };
      records.push(record);
      if (id !== undefined && !same) byId.set(keyOf(kind, id), record);
      return record;
    },
    use: ({ line, end }, about, group) => void used.push({ line, end, records: about, group }),
    leave: ({ line, end }, why) => void unplaced.push({ line, end, why }),
  };
}

/** Tables that describe the same id make one record: what the first does not say, the second adds. */
function joinTables(same: FoundRecord, draft: Draft, lines: readonly Lines[], at: Placed): FoundRecord {
  const clashes = Object.entries(draft.fields).filter(([field, value]) => field in same.fields && JSON.stringify(same.fields[field]) !== JSON.stringify(value));
  same.fields = { ...draft.fields, ...same.fields };
  same.lines = [...same.lines, ...lines];
  same.kept = [...same.kept, ...draft.kept, ...clashes.map(([field, value]) => ({ label: field, text: typeof value === 'string' ? value : JSON.stringify(value) }))];
  same.notes = [...same.notes, { en: `two tables describe ${same.id}`, fr: `deux tableaux décrivent ${same.id}` }];
  const again = draft.rating?.likelihood && draft.rating.impact ? draft.rating : undefined;
  if (!same.rating?.likelihood || !same.rating.impact) same.rating = again ?? same.rating;
  else if (again && JSON.stringify(again) !== JSON.stringify(same.rating)) same.kept = [...same.kept, { label: contextOf(at, 1), text: `${again.likelihood?.label ?? String(again.likelihood?.value)} × ${again.impact?.label ?? String(again.impact?.value)}` }];
  return same;
}
