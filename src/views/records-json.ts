import { citationsOf } from '../model/references.ts';
import type { AnyRecord } from '../model/records.ts';
import type { Rated } from '../model/rated.ts';
import { recordLists, type Wiki } from '../model/wiki.ts';

/** Version of the shape below: a new field is minor, a field that changes or goes is major. */
export const RECORDS_VERSION = '1.0';

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

/** What the author wrote of a record, without the lists whose items are records of their own. */
export function ownValue(record: AnyRecord): Record<string, unknown> {
  const value = record.value as unknown as Record<string, unknown>;
  if (record.document.value !== (record.value as unknown)) return value;
  const lists = recordLists(record.document.kind);
  return Object.fromEntries(Object.entries(value).filter(([field]) => !lists.includes(field)));
}

/** Every record of the wiki as plain data, in the order of its files: `data/records.json` and `vigie export json`. */
export function recordsJson(wiki: Wiki): object {
  return {
    version: RECORDS_VERSION,
    asOf: wiki.asOf,
    title: wiki.site.title,
    systems: wiki.systems.map(({ id, title }) => ({ id, title })),
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
      };
    }),
  };
}
