import type { CheckResult, Finding } from '../../checks/finding.ts';
import { sameness } from '../../checks/same-finding.ts';
import { byHeadNames } from './by-head-names.ts';
import type { Comparison } from './comparison.ts';

/** A finding that stands in one state only. `waiver`: a waiver took it away, or its end brought it back. */
export interface FindingChange {
  readonly finding: Finding;
  readonly waiver: boolean;
}

export interface FindingChanges {
  readonly appeared: readonly FindingChange[];
  readonly disappeared: readonly FindingChange[];
  /** The same finding, said with other figures or of another severity. */
  readonly changed: readonly { readonly before: Finding; readonly after: Finding }[];
  /** Findings of the head in files that could not be read in the base: nobody knows whether they are new. */
  readonly unknown: readonly Finding[];
  readonly standing: number;
}

const subject = ({ rule, record, place }: Finding): string => `${rule}\n${record ?? place.file}`;

/** Takes out of a list what is the same in another, by a name that may stand several times. */
function matched<T>(before: readonly T[], after: readonly T[], name: (item: T) => string): { pairs: (readonly [T, T])[]; left: T[]; right: T[] } {
  const olds = Map.groupBy(before, name);
  const pairs: (readonly [T, T])[] = [];
  const right = after.filter((item) => {
    const old = olds.get(name(item))?.shift();
    if (old !== undefined) pairs.push([old, item]);
    return old === undefined;
  });
  return { pairs, left: [...olds.values()].flat(), right };
}

/** Findings that a change brings and takes away, wherever their lines are now: by rule, record or file, and what is said; then by rule and record alone. */
export function findingChanges(comparison: Comparison, before: CheckResult, after: CheckResult): FindingChanges {
  const old = byHeadNames(comparison, before);
  const same = matched(old.findings, after.findings, sameness);
  const alike = matched(same.left, same.right, subject);
  const waivedNow = new Set(after.waived.map(subject));
  const waivedThen = new Set(old.waived.map(subject));
  const isUnknown = ({ place }: Finding): boolean => comparison.unreadBefore.has(comparison.files.get(place.file) ?? place.file);
  const moved = same.pairs.filter(([then, now]) => then.severity !== now.severity);
  return {
    appeared: alike.right.filter((finding) => !isUnknown(finding)).map((finding) => ({ finding, waiver: waivedThen.has(subject(finding)) })),
    disappeared: alike.left.map((finding) => ({ finding, waiver: waivedNow.has(subject(finding)) })),
    changed: [...moved, ...alike.pairs].map(([then, now]) => ({ before: then, after: now })),
    unknown: alike.right.filter(isUnknown),
    standing: same.pairs.length + alike.pairs.length,
  };
}
