import { posix } from 'node:path';
import type { CheckResult } from '../../checks/finding.ts';
import type { Rule } from '../../checks/rule.ts';
import type { Lang } from '../../model/text.ts';

/** What a change is held against. */
export interface Compared {
  /** As it was named. */
  readonly revision: string;
  /** The commit that was read: where the change left the revision. */
  readonly commit: string;
  /** Findings that stood there already, and still do. */
  readonly standing: number;
}

/** One run of `check`, as every reporter gets it. */
export interface Report {
  readonly result: CheckResult;
  /** The rules that ran. */
  readonly rules: readonly Rule[];
  /** The language that the findings are in. */
  readonly lang: Lang;
  /** The day taken for today. */
  readonly asOf: string;
  /** Vigie's own version. */
  readonly version: string;
  /** Path of content/ from the top of the repository, with a final slash: forges place findings by it. From the working folder where there is no repository. */
  readonly prefix: string;
  /** The same from where the command runs, for people. */
  readonly shown: string;
  readonly color: boolean;
  readonly compared?: Compared | undefined;
}

/** A file of a finding as people and forges name it. Alerts may stand outside of content/, beside which their file is named. */
export const pathIn = (prefix: string, file: string): string => (file.startsWith('../') ? posix.normalize(`${prefix}${file}`) : `${prefix}${file}`);

/** Writes a report in one format, final line break included. */
export type Reporter = (report: Report) => string;
