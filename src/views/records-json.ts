import { bodyWithoutNarratives, narrativeText } from '../model/narrative.ts';
import { citationsOf } from '../model/references.ts';
import type { AnyRecord, WikiDocument } from '../model/records.ts';
import type { Rated } from '../model/rated.ts';
import { recordLists, type Wiki } from '../model/wiki.ts';

/** Version of the shape below: a new field is minor, a field that changes or goes is major. 1.1 added `audience`, `documents` and `narrative`. */
export const RECORDS_VERSION = '1.1';

const rating = (rated: Rated | undefined): object | undefined =>
  rated && { likelihood: rated.likelihood.value, impact: rated.impact.value, score: rated.score, level: rated.level.id, levelLabel: rated.level.label, levelRank: rated.level.rank, levelCount: rated.level.of };

/** What the model works out for a record and nobody types. Times are in minutes. */
export function derivedOf(record: AnyRecord): object | undefined {
  switch (record.kind) {
    case 'risk':
      return { method: record.method?.id, register: record.register?.id, current: rating(record.current), inherent: rating(record.inherent), target: rating(record.target) };
    case 'scenario':
      return { method: record.method?.id, current: rating(record.current) };
    case 'runbook':
      return {
        rto: record.rto,
        rtoFrom: record.rtoFrom,
        shortest: record.time?.direct,
        longest: record.time?.full,
        phases: record.phases.map((phase) => ({ title: phase.title, duration: phase.duration && { min: phase.duration.min, max: phase.duration.max }, condition: phase.condition, otherwise: phase.otherwise, outsideRto: phase.outsideRto, steps: phase.steps.length + phase.options.reduce((total, option) => total + option.steps.length, 0) })),
      };
    default:
      return undefined;
  }
}

/** Whether a record is its whole document. */
export const isWhole = (record: AnyRecord): boolean => record.document.value === (record.value as unknown);

/** What the author wrote of a record, without the lists whose items are records of their own. */
export function ownValue(record: AnyRecord): Record<string, unknown> {
  const value = record.value as unknown as Record<string, unknown>;
  if (!isWhole(record)) return value;
  const lists = recordLists(record.document.kind);
  return Object.fromEntries(Object.entries(value).filter(([field]) => !lists.includes(field)));
}

/** Markdown without the blank lines around it, its lines ended as on every machine; undefined where nothing is left. */
const toldBy = (source: string | undefined): string | undefined => source?.replaceAll('\r\n', '\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd() || undefined;

/** What the body of its document says of a record: its own section, or all that is nobody else's. */
export const narrativeOf = (record: AnyRecord, beside: readonly AnyRecord[]): string | undefined => toldBy(isWhole(record) ? bodyWithoutNarratives(record.document, beside) : narrativeText(record));

/** What a body says of the document and of none of its records; undefined where the document is a record itself. */
export const documentNarrative = (document: WikiDocument, held: readonly AnyRecord[]): string | undefined => (held.some(isWhole) ? undefined : toldBy(bodyWithoutNarratives(document, held)));

/** Documents with the records that they hold. */
export const recordsByDocument = (wiki: Wiki): ReadonlyMap<WikiDocument, readonly AnyRecord[]> => {
  const held = Map.groupBy(wiki.records.values(), ({ document }) => document);
  return new Map(wiki.documents.map((document) => [document, held.get(document) ?? []]));
};

/** What a document says outside of its records: its envelope, and lists whose items are none (a RACI). Nothing where it is a record itself. */
export function documentValue(document: WikiDocument, held: readonly AnyRecord[]): Record<string, unknown> | undefined {
  if (held.some(isWhole)) return undefined;
  const lists = recordLists(document.kind);
  return Object.fromEntries(Object.entries(document.value).filter(([field]) => !lists.includes(field)));
}

/** Every record of the wiki as plain data, in the order of its files, and the documents that hold them: `data/records.json` and `vigie export json`. */
export function recordsJson(wiki: Wiki): object {
  const byDocument = recordsByDocument(wiki);
  return {
    version: RECORDS_VERSION,
    asOf: wiki.asOf,
    audience: wiki.site.audience,
    title: wiki.site.title,
    systems: wiki.systems.map(({ id, title }) => ({ id, title })),
    documents: [...byDocument].map(([document, held]) => ({ file: document.file, kind: document.kind, system: document.system, title: document.title, records: held.map(({ key }) => key), value: documentValue(document, held), narrative: documentNarrative(document, held) })),
    records: [...wiki.records.values()].map((record) => {
      const place = record.placeOf('id');
      return {
        key: record.key,
        kind: record.kind,
        system: record.system,
        id: record.id,
        title: record.title,
        source: { file: record.document.file, line: place.line },
        value: ownValue(record),
        derived: derivedOf(record),
        references: [...new Set([...citationsOf(record)].map(({ target }) => wiki.resolve(target, record.system)?.key).filter((key) => key !== undefined))],
        narrative: narrativeOf(record, byDocument.get(record.document) ?? []),
      };
    }),
  };
}
