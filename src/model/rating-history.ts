import type { Risk } from '../schemas/risk.ts';
import type { Commit } from './history.ts';
import type { Rated } from './rated.ts';

/** A commit of the main line, as pages show it. */
export type MainCommit = Omit<Commit, 'files'>;

export type Rating = NonNullable<Risk['target']>;

/** What a file said of a risk or a scenario. */
export interface RatingValues {
  readonly kind: 'risk' | 'scenario';
  readonly title: string;
  readonly current: Rating | 'not-rated';
  readonly inherent?: Rating | undefined;
  readonly target?: Rating | undefined;
  readonly state?: Risk['state'] | undefined;
  /** Key of the method that its register named. */
  readonly methodKey?: string | undefined;
}

/**
 * One step of a rating. `known`: the oldest that could be read, which may be older than its commit; `added`, `changed`, `removed`: the
 * commit did it.
 */
export interface RatingVersion {
  readonly commit: MainCommit;
  readonly change: 'known' | 'added' | 'changed' | 'removed';
  /** Where it stood: the name that the file has today, or had last. */
  readonly file: string;
  /** It came with its file: a register was created, not a risk found. */
  readonly withFile: boolean;
  /** As it was; for `removed`, as it last was. */
  readonly values: RatingValues;
  /** The current rating by the method of that day. */
  readonly then?: Rated | undefined;
}

/** A version of a file that said nothing: it could not be read, whole or for some of its records. */
export interface SkippedVersion {
  readonly commit: MainCommit;
  readonly file: string;
  /** Keys of the records that it hides: those it should have held, by what the file said before or after. Empty where nobody knows. */
  readonly keys: ReadonlySet<string>;
}

/** Whether a version that could not be read may have said something of a record, by its key and the file where it stands today. */
export const hides = ({ file, keys }: SkippedVersion, key: string, stands: string): boolean => keys.has(key) || (keys.size === 0 && file === stands);

/** What Git knows of every rating, along the main line: side branches count when they are merged. */
export interface RatingHistory {
  readonly available: boolean;
  /** Where reading starts, when something older is missing (shallow clone) or left unread (very many versions). */
  readonly since?: { readonly commit: MainCommit; readonly why: 'shallow' | 'many' } | undefined;
  /** By `system/id`, oldest first; records that are gone included. */
  readonly of: ReadonlyMap<string, readonly RatingVersion[]>;
  readonly skipped: readonly SkippedVersion[];
  /** Commits that changed a method's scales, grid or levels, by its key. */
  readonly methods: ReadonlyMap<string, readonly MainCommit[]>;
}

export const noRatingHistory: RatingHistory = { available: false, of: new Map(), skipped: [], methods: new Map() };
