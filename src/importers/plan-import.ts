import type { Findings } from './find/findings.ts';
import { findRecords } from './find/find-records.ts';
import { newDrafts } from './place/drafts.ts';
import { joinRecords } from './place/join-records.ts';
import { newLedger } from './place/ledger.ts';
import { mendReferences } from './place/mend-references.ts';
import { placeNarrative } from './place/narrative-places.ts';
import { ownDocument, plannedOwn } from './place/own-document.ts';
import { draftRecords } from './place/record-documents.ts';
import { giveIds } from './place/record-ids.ts';
import { scoringMethods } from './place/scoring-methods.ts';
import { sourceTitle } from './place/source-title.ts';
import { writeDraft } from './place/write-draft.ts';
import type { Plan, PlanOptions } from './plan.ts';
import type { Source } from './source.ts';

/** Nothing is looked for in a document of Vigie: it says itself what it holds. */
const NOTHING: Findings = { records: [], legend: [], most: {}, used: [], unplaced: [], narrative: [], methodBlocks: [], blocks: [] };

/** Plans the documents that sources become. Nothing is written and nothing is invented: what no field holds stands in the body, and what no document holds is listed. */
export function planImport(sources: readonly Source[], given: PlanOptions): Plan {
  const { system, lang } = given;
  const own = sources.map((source) => ownDocument(source));
  const foreign = sources.find((_, index) => !own[index]);
  const taken = [...(given.taken ?? []), ...own.flatMap((document) => document?.records.map(({ id }) => id) ?? [])];
  const options: PlanOptions = { ...given, taken };
  const findings = sources.map((source, index) => (own[index] ? NOTHING : findRecords(source, index)));
  const records = joinRecords(findings.flatMap((found) => found.records));
  giveIds(records, options);
  mendReferences(records, taken);
  const methods = scoringMethods(records, findings, options);

  const ledger = newLedger(sources);
  const drafts = newDrafts();
  const already = own.flatMap((document, index) => {
    if (!document) return [];
    const planned = plannedOwn({ ...document, path: drafts.claim(document.path) }, index, system);
    ledger.mark(index, { line: 1, end: document.matterEnd }, 'record', planned.path);
    ledger.mark(index, { line: document.matterEnd + 1, end: sources[index]?.lines.length ?? 0 }, 'narrative', planned.path);
    return [planned];
  });
  const hasSystem = given.hasSystem === true || own.some((document) => document?.kind === 'system');
  if (!hasSystem && foreign) drafts.add('system.md', 'system', { kind: 'system', id: system, title: sourceTitle(foreign) });
  for (const [index, { id, style, fields, notes }] of methods.entries()) drafts.add(index === 0 ? 'method.md' : `method-${style}.md`, 'method', { kind: 'method', id, ...fields }, { notes });
  draftRecords(drafts, records, methods, lang);
  for (const [number, source] of sources.entries()) placeNarrative({ number, source, found: findings[number] ?? NOTHING, drafts, ledger, lang });
  return { system, documents: [...already, ...drafts.all.map((draft) => writeDraft(draft, sources, lang))], lines: ledger.lines() };
}
