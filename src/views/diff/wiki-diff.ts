import type { CheckResult } from '../../checks/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import type { Wiki } from '../../model/wiki.ts';
import { compare, type Comparison } from './comparison.ts';
import type { Consequence } from './consequence.ts';
import { consequencesOf } from './consequences/index.ts';
import { documentChanges, type DocumentChange } from './document-changes.ts';
import { fieldChanges, type FieldChange } from './field-changes.ts';
import { findingChanges, type FindingChanges } from './finding-changes.ts';
import { hideCredentials } from './hide-credentials.ts';
import { matrixChanges, type MatrixChange } from './matrix-changes.ts';
import { recordChanges, type RecordChange } from './record-changes.ts';
import { waiverChanges, type WaiverChange } from './waiver-changes.ts';

/** One of the two states that are held against each other. */
export interface DiffState {
  /** As it was named; absent for the work tree. */
  readonly name?: string | undefined;
  readonly commit?: string | undefined;
  /** Instant of the commit, ISO 8601. */
  readonly date?: string | undefined;
  readonly wiki: Wiki;
  readonly checked: CheckResult;
}

/** A file that is no document: an image, an attachment. Git says so. */
export interface OtherFileChange {
  readonly change: 'appeared' | 'gone' | 'renamed' | 'changed';
  readonly file: string;
  readonly was?: string | undefined;
}

export interface UnreadPart {
  readonly place: Place;
  readonly what: Text;
}

export interface DiffSide {
  readonly name?: string | undefined;
  readonly commit?: string | undefined;
  readonly date?: string | undefined;
  readonly documents: number;
  readonly records: number;
  /** What could not be read, and is left out of the comparison. */
  readonly unread: readonly UnreadPart[];
}

/** A folder of content/ in which something changed. */
export interface DiffFolder {
  readonly id: string;
  readonly title: string;
  /** Its name in the base, where that changed. */
  readonly was?: string | undefined;
}

/** What a change does to the operation, record by record. */
export interface WikiDiff {
  readonly from: DiffSide;
  readonly to: DiffSide;
  /** The day that both states are read on: what time alone does is no change. */
  readonly asOf: string;
  /** Nothing changed at all. */
  readonly same: boolean;
  /** The worst first. */
  readonly consequences: readonly Consequence[];
  readonly records: readonly RecordChange[];
  readonly documents: readonly DocumentChange[];
  readonly others: readonly OtherFileChange[];
  /** site.yml. */
  readonly settings: readonly FieldChange[];
  readonly findings: FindingChanges;
  readonly waivers: readonly WaiverChange[];
  readonly matrices: readonly MatrixChange[];
  /** In the site's order. */
  readonly folders: readonly DiffFolder[];
}

/** Problems of files that the reader left out, whole or in part. */
function unreadOf(wiki: Wiki, files: ReadonlySet<string>): UnreadPart[] {
  const partly = new Set(wiki.documents.map(({ file }) => file));
  return wiki.problems.filter(({ rule, place: { file } }) => (rule === 'content/schema' || rule === 'content/syntax') && (files.has(file) || partly.has(file) || file === 'site.yml') && wiki.hasFile(file)).map(({ place, what }) => ({ place, what }));
}

const sideOf = ({ name, commit, date, wiki }: DiffState, unread: ReadonlySet<string>): DiffSide => ({ name, commit, date, documents: wiki.documents.length, records: wiki.records.size, unread: unreadOf(wiki, unread) });

function foldersOf({ before, after, folders }: Comparison): DiffFolder[] {
  const now = after.folders.map(({ id, title }): DiffFolder => ({ id, title, was: folders.get(id) }));
  const known = new Set([...now.map(({ id }) => id), ...folders.values()]);
  return [...now, ...before.folders.filter(({ id }) => !known.has(id)).map(({ id, title }) => ({ id, title }))];
}

/** What Git knows of the files between two states. */
export interface FileChanges {
  /** From the new name to the old. */
  readonly renames: ReadonlyMap<string, string>;
  readonly others: readonly OtherFileChange[];
}

/** Holds two states of a wiki against each other. Both are read with the same day. */
export function wikiDiff(from: DiffState, to: DiffState, files: FileChanges): WikiDiff {
  const comparison = compare(from.wiki, to.wiki, files.renames);
  const { changes, came, went } = recordChanges(comparison);
  const documents = documentChanges(comparison);
  const settings = fieldChanges(from.wiki.site, to.wiki.site);
  const findings = findingChanges(comparison, from.checked, to.checked);
  const waivers = waiverChanges(comparison, from.date?.slice(0, 10));
  const moved = changes.length + documents.length + settings.length + files.others.length + findings.appeared.length + findings.disappeared.length + findings.changed.length + waivers.length;
  return hideCredentials(comparison, {
    from: sideOf(from, comparison.unreadBefore),
    to: sideOf(to, comparison.unreadAfter),
    asOf: to.wiki.asOf,
    same: moved === 0,
    consequences: consequencesOf(comparison, came, went),
    records: changes,
    documents,
    others: files.others,
    settings,
    findings,
    waivers,
    matrices: matrixChanges(comparison),
    folders: foldersOf(comparison),
  });
}

/** Whether a change makes something worse: a consequence that does, or a finding that it brings. */
export const makesWorse = ({ consequences, findings }: WikiDiff): boolean =>
  consequences.some(({ effect }) => effect === 'worse') || findings.appeared.length > 0 || findings.changed.some(({ before, after }) => before.severity === 'warning' && after.severity === 'error');

/** What a diff says of one folder of content/ alone. */
export function diffOf(diff: WikiDiff, wanted: readonly string[]): WikiDiff {
  if (wanted.length === 0) return diff;
  const inside = (system: string): boolean => wanted.includes(system);
  const inFile = ({ file }: { file: string }): boolean => inside(file.split('/')[0] ?? '');
  const { findings } = diff;
  const narrowed: WikiDiff = {
    ...diff,
    consequences: diff.consequences.filter(({ system }) => inside(system)),
    records: diff.records.filter(({ system }) => inside(system)),
    documents: diff.documents.filter(({ system }) => inside(system)),
    others: diff.others.filter(inFile),
    settings: [],
    findings: {
      appeared: findings.appeared.filter(({ finding }) => inside(finding.system)),
      disappeared: findings.disappeared.filter(({ finding }) => inside(finding.system)),
      changed: findings.changed.filter(({ after }) => inside(after.system)),
      unknown: findings.unknown.filter(({ system }) => inside(system)),
      standing: findings.standing,
    },
    waivers: diff.waivers.filter(({ system }) => inside(system)),
    matrices: diff.matrices.filter(({ system }) => inside(system)),
    folders: diff.folders.filter(({ id }) => inside(id)),
  };
  const { appeared, disappeared, changed } = narrowed.findings;
  return { ...narrowed, same: narrowed.records.length + narrowed.documents.length + narrowed.others.length + narrowed.waivers.length + appeared.length + disappeared.length + changed.length === 0 };
}
