import type { Place } from '../model/place.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Rule, Severity } from './rule.ts';

type Waiver = WikiDocument['value']['waivers'][number];

/** A problem with what its rule and the site say about it, in one language. */
export interface Finding {
  readonly rule: Rule['id'];
  /** What the rule finds, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  readonly what: string;
  /** The same in English, whatever the language: findings are told apart by it. */
  readonly fact: string;
  readonly why: string;
  readonly fix: string;
  readonly place: Place;
  /** Folder of content/ concerned. */
  readonly system: string;
  readonly record?: string | undefined;
  /** The line of the file, for frames. */
  readonly line?: string | undefined;
}

/** A finding that somebody accepted until a date. */
export interface WaivedFinding extends Finding {
  readonly waiver: Waiver;
}

export interface CheckResult {
  /** By file, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly errors: number;
  readonly warnings: number;
}
