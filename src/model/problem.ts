import type { Place } from './place.ts';
import type { Text } from './text.ts';

/** What a rule found, before severity, waivers and reporting. */
export interface Problem {
  /** The fact: subject first, numbers in it, no advice. */
  readonly what: Text;
  readonly place: Place;
  /** `system/id` of the record concerned, where there is one: waivers and pages need it. */
  readonly record?: string | undefined;
  /** Advice sharper than the rule's own. */
  readonly fix?: Text | undefined;
  /** Text that the line shown must not repeat: a credential. */
  readonly hide?: string | undefined;
}

/** A problem met while reading; the rule of that id reports it. */
export interface ReadingProblem extends Problem {
  readonly rule: `content/${string}`;
}
