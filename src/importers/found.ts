import type { Text } from '../model/text.ts';
import type { Block, Lines } from './block.ts';
import type { RecordKind } from './vocabulary.ts';
import type { ScaleCell } from './words/scale.ts';

/** Words of the source that no field holds; they follow the record in the body of its document. */
export interface Kept {
  readonly label: string;
  readonly text: string;
}

/** Where the two axes of a rating stand, as the source writes them; a method turns them into points. */
export interface RawRating {
  readonly likelihood?: ScaleCell | undefined;
  readonly impact?: ScaleCell | undefined;
}

/** What one row, item or heading of the source says, before it has a place in a document. */
export interface Draft {
  readonly id?: string | undefined;
  readonly fields: Record<string, unknown>;
  readonly rating?: RawRating | undefined;
  readonly target?: RawRating | undefined;
  readonly inherent?: RawRating | undefined;
  readonly kept: readonly Kept[];
  /** What the importer took a position on, for the plan. */
  readonly notes?: readonly Text[] | undefined;
}

/** A record of the source. */
export interface FoundRecord extends Draft {
  readonly kind: RecordKind;
  /** As it will be cited. */
  id: string;
  fields: Record<string, unknown>;
  rating?: RawRating | undefined;
  readonly source: number;
  lines: readonly Lines[];
  kept: readonly Kept[];
  notes: readonly Text[];
  readonly confidence: number;
  /** Titles of the headings above it, outermost first. */
  readonly path: readonly string[];
  /** First line of the table or list it came from: records of one table go into one document. */
  readonly group: string;
  /** Blocks of the source that speak of it alone. */
  narrative: readonly NarrativeBlock[];
  /** For runbooks, the body that was written from the steps. */
  readonly body?: string | undefined;
}

/** A record's title, or nothing where its source gives none. */
export const titleIn = ({ fields }: { readonly fields: Readonly<Record<string, unknown>> }): string => (typeof fields['title'] === 'string' ? fields['title'] : '');

export interface NarrativeBlock {
  readonly source: number;
  readonly block: Block;
}
