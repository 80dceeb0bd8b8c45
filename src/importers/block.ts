/** Where something stands in the source: lines from 1, both inside. */
export interface Lines {
  readonly line: number;
  readonly end: number;
}

export interface Cell {
  /** As Markdown. */
  readonly source: string;
  /** As read: no inline Markdown; `\n` between the lines of a cell. */
  readonly text: string;
}

export interface Row extends Lines {
  readonly cells: readonly Cell[];
}

export interface Item extends Lines {
  /** The item's own words, without those of the items below it. */
  readonly text: string;
  readonly source: string;
  /** 0 for the outermost. */
  readonly level: number;
  readonly ordered: boolean;
  readonly checked?: boolean | undefined;
}

export interface HeadingBlock extends Lines {
  readonly kind: 'heading';
  /** 1 to 6 as written; LABEL for a line that names a record (`Défaillance 2 : …`). */
  readonly depth: number;
  readonly text: string;
}

export interface ParagraphBlock extends Lines {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface ListBlock extends Lines {
  readonly kind: 'list';
  readonly items: readonly Item[];
}

export interface TableBlock extends Lines {
  readonly kind: 'table';
  readonly header: Row;
  readonly rows: readonly Row[];
  /** GFM tables go over as they are; others are written as GFM. */
  readonly gfm: boolean;
}

export interface FenceBlock extends Lines {
  readonly kind: 'fence';
  readonly lang: string;
  readonly lines: readonly string[];
}

/** What carries no words of the document: separators, a table of contents, comments. */
export interface LayoutBlock extends Lines {
  readonly kind: 'layout';
  readonly what: 'separator' | 'contents' | 'comment';
}

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | FenceBlock | LayoutBlock;

/** Below every heading: the line names one record and what follows is about it. */
export const LABEL = 7;
