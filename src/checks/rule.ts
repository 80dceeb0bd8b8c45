import type { Problem } from '../model/problem.ts';
import type { Text } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';

export type Severity = 'error' | 'warning';

/** One thing that must hold, in a file of its own. No I/O, no printing: it looks at the wiki and yields what is wrong. */
export interface Rule {
  /** Permanent: sites, waivers and readers cite it. */
  readonly id: `${string}/${string}`;
  /** What it finds, in a few words of the field. */
  readonly title: Text;
  readonly severity: Severity;
  /** Why it matters, to somebody who has never met the rule. */
  readonly why: Text;
  readonly fix: Text;
  /** Reading errors cannot be silenced: what was not read cannot be checked. */
  readonly locked?: boolean;
  readonly find: (wiki: Wiki) => Iterable<Problem>;
}
