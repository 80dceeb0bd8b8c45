import type { Text } from '../model/text.ts';
import type { Kind } from '../schemas/kinds.ts';
import type { Lines } from './block.ts';
import type { RecordKind } from './vocabulary.ts';
import type { Reason } from './words/reasons.ts';

export type Lang = 'en' | 'fr';

/** A record of the plan: where it was read and where it will stand. */
export interface PlannedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  /** Index of the source, and its lines. */
  readonly source: number;
  readonly from: readonly Lines[];
  /** Line of the written file. */
  readonly line: number;
  readonly confidence: number;
  readonly notes: readonly Text[];
}

export interface PlannedDocument {
  /** Inside the system's folder. */
  readonly path: string;
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  readonly records: readonly PlannedRecord[];
  readonly notes: readonly Text[];
  /** It was a document of Vigie already, and goes over as it is. */
  readonly own?: true | undefined;
}

/** What became of one line of a source. */
export type LineUse = { readonly source: number; readonly line: number } & (
  | { readonly is: 'record' | 'narrative'; readonly document: string }
  | { readonly is: 'not placed'; readonly why: Reason }
);

export interface Plan {
  readonly system: string;
  readonly documents: readonly PlannedDocument[];
  readonly lines: readonly LineUse[];
}

export interface PlanOptions {
  /** Folder of the system, which is its id. */
  readonly system: string;
  readonly lang: Lang;
  /** The folder has a system document: none is made. */
  readonly hasSystem?: boolean | undefined;
  /** Ids that other documents of the system hold. */
  readonly taken?: readonly string[] | undefined;
  /** Ids that an earlier import gave, by `kind title`: they are permanent. */
  readonly known?: Readonly<Record<string, string>> | undefined;
}
