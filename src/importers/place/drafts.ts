import type { Text } from '../../model/text.ts';
import type { Kind } from '../../schemas/kinds.ts';
import type { FoundRecord } from '../found.ts';

/** A document on its way: its front matter, the lines of its body, and where its words come from. */
export interface Draft {
  readonly path: string;
  readonly kind: Kind;
  /** The field that lists its records; none where the document is one record itself. */
  readonly list?: string | undefined;
  readonly data: Record<string, unknown>;
  readonly records: readonly FoundRecord[];
  readonly notes: readonly Text[];
  readonly body: string[];
  /** Headings that its records do not name as theirs, and that it says all the same. */
  readonly origins: string[];
}

export interface Drafts {
  readonly all: readonly Draft[];
  readonly add: (path: string, kind: Kind, data: Record<string, unknown>, held?: Partial<Pick<Draft, 'list' | 'records' | 'notes'>>) => Draft;
  readonly at: (path: string | undefined) => Draft | undefined;
  /** The document that holds a record. */
  readonly of: (record: FoundRecord) => Draft | undefined;
  /** The document of the records of one table or list. */
  readonly ofGroup: (group: string) => Draft | undefined;
  /** A path that no document has yet. */
  readonly claim: (path: string) => string;
  readonly has: (path: string) => boolean;
}

export function newDrafts(): Drafts {
  const all: Draft[] = [];
  const paths = new Set<string>();
  const byRecord = new Map<FoundRecord, Draft>();
  const byGroup = new Map<string, Draft>();
  const claim = (path: string): string => {
    let at = path;
    for (let number = 2; paths.has(at); number += 1) at = path.replace(/\.md$/, `-${number}.md`);
    paths.add(at);
    return at;
  };
  return {
    all, claim,
    has: (path) => paths.has(path),
    at: (path) => all.find((draft) => draft.path === path),
    of: (record) => byRecord.get(record),
    ofGroup: (group) => byGroup.get(group),
    add(path, kind, data, { list, records = [], notes = [] } = {}) {
      const made: Draft = { path: claim(path), kind, list, data, records, notes, body: [], origins: [] };
      all.push(made);
      for (const record of records) {
        byRecord.set(record, made);
        if (kind !== 'runbook') byGroup.set(record.group, made);
      }
      return made;
    },
  };
}
