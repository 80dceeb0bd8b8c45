import type { Lines } from '../block.ts';
import type { FoundRecord } from '../found.ts';
import type { LegendPoint } from '../legend.ts';
import type { Placed } from '../sections.ts';
import type { Reason } from '../words/reasons.ts';

/** Lines that are not in a record and carry no narrative. */
export interface Unplaced extends Lines {
  readonly why: Reason;
}

/** Lines that a record was read from, or that hold a table together (its header). */
export interface Used extends Lines {
  /** Records of these lines, or the group whose document names them. */
  readonly records: readonly FoundRecord[];
  readonly group: string;
}

/** What one source holds. */
export interface Findings {
  readonly records: readonly FoundRecord[];
  readonly legend: readonly LegendPoint[];
  /** Best values of the two axes that a table's header names. */
  readonly most: { likelihood?: number | undefined; impact?: number | undefined };
  readonly actionFrom?: number | undefined;
  readonly used: readonly Used[];
  readonly unplaced: readonly Unplaced[];
  /** Blocks that are narrative, by index; grids and legends stand with the method. */
  readonly narrative: readonly Placed[];
  readonly methodBlocks: readonly Placed[];
  readonly blocks: readonly Placed[];
}
