import type { Audience } from '../model/audience.ts';

export const PART_KINDS = ['register', 'runbook', 'risks', 'incidents'] as const;

/** What may be printed alone: a register or a runbook; all registers of a system, or what it says of incidents (severities, escalation, roles). */
export interface SnapshotPart {
  readonly kind: (typeof PART_KINDS)[number];
  /** Id or key of the record; of `risks` and `incidents`, the system's id. */
  readonly name: string;
}

/** What is asked of a snapshot: the same of one commit gives the same bytes. */
export interface SnapshotOptions {
  /** Folder of the wiki. */
  readonly root: string;
  /** The commit; that of the work tree unless given. */
  readonly revision?: string | undefined;
  /** Systems and sections to print; all unless named. */
  readonly systems?: readonly string[] | undefined;
  /** One part of a system alone. */
  readonly part?: SnapshotPart | undefined;
  /** Where the change list starts: a tag, a commit; the tag before unless given. Null for no list. */
  readonly since?: string | null | undefined;
  /** Whom it is for; as site.yml says unless given. */
  readonly audience?: Audience | undefined;
  /** Prints files that no commit holds, and says so on every page. */
  readonly draft?: boolean | undefined;
  /** The day that is taken for today; that of the commit unless given. */
  readonly asOf?: string | undefined;
  readonly engine?: 'auto' | 'native' | 'wasm' | undefined;
}
