import type { Audience } from '../model/audience.ts';

/** What is asked of a snapshot: the same of one commit gives the same bytes. */
export interface SnapshotOptions {
  /** Folder of the wiki. */
  readonly root: string;
  /** The commit; that of the work tree unless given. */
  readonly revision?: string | undefined;
  /** Systems and sections to print; all unless named. */
  readonly systems?: readonly string[] | undefined;
  /** One register alone. */
  readonly register?: string | undefined;
  /** Where the change list starts: a tag, a commit; the tag before unless given. */
  readonly since?: string | undefined;
  /** Whom it is for; as site.yml says unless given. */
  readonly audience?: Audience | undefined;
  /** Prints files that no commit holds, and says so on every page. */
  readonly draft?: boolean | undefined;
  /** The day that is taken for today; that of the commit unless given. */
  readonly asOf?: string | undefined;
  readonly engine?: 'auto' | 'native' | 'wasm' | undefined;
}
