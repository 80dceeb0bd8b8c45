import type { DiagramResult } from '../../plugins/mermaid/index.ts';
import type { Audience } from '../model/audience.ts';
import type { CheckResult } from '../checks/finding.ts';
import type { RatingHistory } from '../model/rating-history.ts';
import type { Wiki, WikiFolder } from '../model/wiki.ts';
import type { WikiDiff } from '../views/diff/wiki-diff.ts';
import type { Lang, Translate } from '../words/index.ts';
import type { SnapshotPart } from './options.ts';
import type { Picture } from './pictures.ts';

/** The commit that a snapshot stands for. */
export interface Provenance {
  readonly commit: string;
  /** Of the whole commit. */
  readonly tree: string;
  /** Instant of the commit, ISO 8601 in UTC. */
  readonly date: string;
  /** Folder of content/ in the repository; '' where it is the top. */
  readonly content: string;
  /** Older commits are missing. */
  readonly shallow: boolean;
  /** Files of content/ hold what no commit does. */
  readonly draft: boolean;
  readonly vigie: string;
}

/** Where the change list starts. */
export interface Since {
  readonly name: string;
  readonly commit: string;
  readonly date: string;
  readonly diff: WikiDiff;
}

/** Everything that chapters are made from. */
export interface Print {
  readonly wiki: Wiki;
  readonly checks: CheckResult;
  readonly ratings: RatingHistory;
  readonly provenance: Provenance;
  readonly audience: Audience;
  readonly since: Since | undefined;
  readonly lang: Lang;
  readonly t: Translate;
  /** Words in the typography of the wiki's language. */
  readonly say: (text: string) => string;
  /** Folders that are printed, in the site's order. */
  readonly folders: readonly WikiFolder[];
  /** The whole wiki is printed, not a selection of its systems. */
  readonly whole: boolean;
  /** Files of content/ that are printed. */
  readonly files: ReadonlySet<string>;
  /** What is printed alone, named by its key; of `risks` and `incidents`, by the system's id. */
  readonly part: SnapshotPart | undefined;
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  readonly pictures: ReadonlyMap<string, Picture>;
}
