import type { Finding } from '../../checks/finding.ts';
import type { MatrixGrid } from '../../views/diff/matrix-changes.ts';
import { makesWorse, type DiffSide } from '../../views/diff/wiki-diff.ts';
import { DIFF_VERSION, type DiffJson } from './diff-json-shape.ts';
import type { DiffReporter } from './diff-report.ts';
import { countsOf } from './diff-words.ts';

type Mutable<T> = T extends readonly (infer U)[] ? Mutable<U>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
const plainCopy = <T>(value: T): Mutable<T> => structuredClone(value) as Mutable<T>;

/** For programs; diff-json-shape.ts says what each key means. */
export const diffJson: DiffReporter = ({ diff, lang, version, prefix }) => {
  const at = ({ file, line }: { file: string; line: number }) => ({ file: `${prefix}${file}`, line });
  const named = (file: string | undefined): string | null => (file === undefined ? null : `${prefix}${file}`);
  const state = ({ name, commit, date, documents, records, unread }: DiffSide): DiffJson['from'] => ({ name: name ?? null, commit: commit ?? null, date: date ?? null, documents, records, unread: unread.map(({ place, what }) => ({ ...at(place), what: what[lang] })) });
  const finding = ({ rule, severity, what, place, system, record }: Finding): DiffJson['findings']['unknown'][number] => ({ rule, severity, what, ...at(place), system, record: record ?? null });
  const grid = (found: MatrixGrid | undefined): DiffJson['matrices'][number]['before'] => (found ? plainCopy(found) : null);
  const { appeared, disappeared, changed, unknown, standing } = diff.findings;
  const report: DiffJson = {
    version: DIFF_VERSION,
    tool: { name: 'vigie', version },
    language: lang,
    asOf: diff.asOf,
    from: state(diff.from),
    to: state(diff.to),
    same: diff.same,
    worse: makesWorse(diff),
    summary: { ...countsOf(diff), records: diff.records.length, files: diff.documents.length + diff.others.length + (diff.settings.length > 0 ? 1 : 0), findingsAppeared: appeared.length, findingsDisappeared: disappeared.length },
    consequences: diff.consequences.map(({ id, effect, kind, system, key, title, what, from, to, place }) => ({ id, effect, kind, system, key, title, what: what[lang], from: from ?? null, to: to ?? null, ...at(place) })),
    records: diff.records.map(({ change, kind, system, key, title, place, was, movedFrom, fields }) => ({ change, kind, system, key, title, ...at(place), was: was ? { ...was } : null, movedFrom: named(movedFrom), fields: plainCopy(fields) })),
    documents: diff.documents.map(({ change, file, was, kind, system, title, fields }) => ({ change, file: `${prefix}${file}`, was: named(was), kind, system, title, fields: plainCopy(fields) })),
    others: diff.others.map(({ change, file, was }) => ({ change, file: `${prefix}${file}`, was: named(was) })),
    settings: plainCopy(diff.settings),
    findings: {
      appeared: appeared.map((found) => ({ ...finding(found.finding), waiver: found.waiver })),
      disappeared: disappeared.map((found) => ({ ...finding(found.finding), waiver: found.waiver })),
      changed: changed.map(({ before, after }) => ({ before: finding(before), after: finding(after) })),
      unknown: unknown.map(finding),
      standing,
    },
    waivers: diff.waivers.map(({ change, file, waiver, before }) => ({ change, file: `${prefix}${file}`, rule: waiver.rule, record: waiver.record ?? null, reason: waiver.reason, by: waiver.by, until: waiver.until, untilBefore: before?.until ?? null })),
    matrices: diff.matrices.map(({ system, method, before, after }) => ({ system, method, before: grid(before), after: grid(after) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
