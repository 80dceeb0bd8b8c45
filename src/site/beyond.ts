import { linkTarget } from '../model/links.ts';
import { citationsOf } from '../model/references.ts';
import type { RecordKind, WikiDocument } from '../model/records.ts';
import { recordsOf, type Wiki } from '../model/wiki.ts';

/** Documents, and those that each one leads to. */
type Ways = ReadonlyMap<WikiDocument, ReadonlySet<WikiDocument>>;

/** Documents that hold one record each: the others (scales, roles, severities, plans) are lists that any page of their system may show. */
export const SINGLE: ReadonlySet<WikiDocument['kind']> = new Set(['runbook', 'risk', 'decision', 'review', 'page']);

/** Everybody cites them, and nothing is worked out from who does. */
const CITED_BY_ALL: ReadonlySet<RecordKind> = new Set<RecordKind>(['role', 'severity', 'policy', 'method', 'register', 'system', 'supplier', 'environment']);

/** Which documents cite which, in their records or in their words. */
function waysIn(wiki: Wiki): { readonly to: Ways; readonly from: Ways } {
  const to = new Map<WikiDocument, Set<WikiDocument>>();
  const from = new Map<WikiDocument, Set<WikiDocument>>();
  const add = (citing: WikiDocument, cited: WikiDocument): void => {
    if (citing === cited) return;
    for (const [ways, start, end] of [[to, citing, cited], [from, cited, citing]] as const) {
      const ends = ways.get(start);
      if (ends) ends.add(end);
      else ways.set(start, new Set([end]));
    }
  };
  for (const record of wiki.records.values()) {
    for (const { target } of citationsOf(record)) {
      const cited = wiki.resolve(target, record.system);
      if (cited) add(record.document, cited.document);
    }
  }
  for (const document of wiki.documents) {
    for (const { url } of document.outline.links) {
      const target = linkTarget(wiki, document, url);
      if (target.kind === 'document') add(document, target.document);
    }
  }
  return { to, from };
}

/** What some documents lead to, by any number of steps, themselves among it. */
function reached(start: Iterable<WikiDocument>, ways: Ways): Set<WikiDocument> {
  const found = new Set(start);
  // A set that grows is walked to its end.
  for (const document of found) for (const next of ways.get(document) ?? []) found.add(next);
  return found;
}

/**
 * Documents of other systems that the pages of a system may show: what its own cite, step by step (a policy, its roles, their contacts); who
 * cites its own, with what they cite (the backup of a component, its runbook); who cites what its own cite, because that says whether it is
 * covered; and the lists of each of these systems. None for a system that stands alone.
 */
export function documentsBeyond(wiki: Wiki): (system: string) => readonly WikiDocument[] {
  const { to, from } = waysIn(wiki);
  const bySystem = Map.groupBy(wiki.documents, (document) => document.system);
  return (system) => {
    const own = bySystem.get(system) ?? [];
    const cited = reached(own, to);
    const found = new Set([...cited, ...reached(reached(own, from), to)]);
    for (const document of cited) {
      if (document.system === system) continue;
      for (const { kind, key } of recordsOf(document)) if (!CITED_BY_ALL.has(kind)) for (const { from: citing } of wiki.backlinks(key)) found.add(citing.document);
    }
    for (const name of new Set([...found].map((document) => document.system))) for (const document of bySystem.get(name) ?? []) if (!SINGLE.has(document.kind)) found.add(document);
    return [...found].filter((document) => document.system !== system);
  };
}
