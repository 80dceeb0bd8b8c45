/**
 * The neutral document that the template sets: plain data, no markup of any typesetter. Words of strangers are strings and stay strings.
 * Keys are short, as a whole wiki is some hundred thousand spans.
 */

/** A run of text. A string is text as it is. */
export type Span =
  | string
  | { readonly k: 'b' | 'i' | 's' | 'small' | 'plain'; readonly c: Spans }
  | { readonly k: 'mono' | 'id'; readonly v: string }
  /** To a place of the document; where that is not printed, to another. */
  | { readonly k: 'ref'; readonly to: string; readonly or?: string | undefined; readonly c: Spans }
  /** To an address outside; only schemes that run nothing. */
  | { readonly k: 'url'; readonly to: string; readonly c: Spans }
  | { readonly k: 'br' | 'tick' }
  /** A level of a method: shape, number and word, never colour alone. */
  | { readonly k: 'level'; readonly step: 1 | 2 | 3 | 4; readonly word: string; readonly value?: string | undefined }
  | { readonly k: 'state'; readonly kind: 'ok' | 'late' | 'none' | 'na'; readonly c: Spans }
  | { readonly k: 'note'; readonly c: Spans }
  /** Number of the page where a place stands. */
  | { readonly k: 'page'; readonly to: string };
export type Spans = readonly Span[];

export interface Column {
  /** Share of the width, or as wide as its words. */
  readonly w: number | 'auto';
  readonly a?: 'left' | 'center' | 'right' | undefined;
}

export interface Table {
  readonly k: 'table';
  readonly caption?: string | undefined;
  readonly cols: readonly Column[];
  readonly head: readonly Spans[];
  /** Column whose cells name their rows, for those who hear a table; absent where none does. */
  readonly names?: number | undefined;
  readonly rows: readonly { readonly cells: readonly Spans[]; readonly id?: string | undefined; /** Taller than a page: the one row that may be cut. */ readonly tall?: boolean }[];
  /** Wider than a portrait page can hold. */
  readonly wide?: boolean | undefined;
  readonly small?: boolean | undefined;
}

export interface HeatCell {
  readonly step?: 1 | 2 | 3 | 4 | undefined;
  readonly value: string;
  readonly ids: readonly { readonly id: string; readonly to: string }[];
  readonly start: boolean;
  readonly below: boolean;
}

export interface Heat {
  readonly k: 'heat';
  readonly title: string;
  readonly alt: string;
  readonly impact: string;
  readonly likelihood: string;
  readonly cols: readonly { readonly value: string; readonly label: string; readonly means: string }[];
  readonly rows: readonly { readonly value: string; readonly label: string; readonly cells: readonly HeatCell[] }[];
  readonly threshold?: string | undefined;
}

export interface Budget {
  readonly k: 'budget';
  readonly alt: string;
  readonly span: number;
  readonly rto?: { readonly at: number; readonly label: string } | undefined;
  readonly parts: readonly { readonly from: number; readonly to: number; readonly label: string; readonly odd: boolean }[];
  readonly over?: { readonly from: number; readonly to: number } | undefined;
  readonly maybe: readonly { readonly from: number; readonly to: number; readonly late: boolean }[];
  readonly ticks: readonly { readonly at: number; readonly label?: string | undefined }[];
}

/** A line between two points: `x` in percent of the width, `y` in the chart's pixels. */
export interface ChartLine {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A rating over time, on the bands of its levels. */
export interface Trend {
  readonly k: 'trend';
  readonly alt: string;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly bands: readonly { readonly y: number; readonly height: number; readonly step: 1 | 2 | 3 | 4; readonly label: string }[];
  readonly lines: readonly ChartLine[];
  readonly now: { readonly x: number; readonly label: string };
  readonly marks: readonly { readonly x: number; readonly y: number; readonly step: 1 | 2 | 3 | 4; readonly value?: string | undefined; readonly label?: string | undefined }[];
  readonly target?: { readonly x: number; readonly y: number; readonly value?: string | undefined; readonly label: string; readonly lines: readonly ChartLine[] } | undefined;
}

/** What happened in an incident, along the time it took; `x` in percent of it. */
export interface Timeline {
  readonly k: 'timeline';
  readonly alt: string;
  /** Between two moments; darker and lighter in turns. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly odd: boolean }[];
  /** Lanes keep names apart, from the bar outwards. */
  readonly moments: readonly { readonly x: number; readonly lane: number; /** Its name ends at it. */ readonly before: boolean; readonly label: string; readonly time: string }[];
  readonly promises: readonly { readonly x: number; readonly label: string }[];
  /** By their numbers in the table below. */
  readonly entries: readonly { readonly x: number; readonly lane: number; readonly label: string }[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

export type Block =
  | { readonly k: 'h'; readonly level: number; readonly c: Spans; readonly id?: string | undefined }
  | { readonly k: 'p'; readonly c: Spans; readonly id?: string | undefined }
  | { readonly k: 'lead'; readonly c: Spans }
  | { readonly k: 'list'; readonly start?: number | undefined; readonly items: readonly { readonly b: Blocks; /** A task, done or not: its box stands for the bullet. */ readonly done?: boolean | undefined }[] }
  | Table
  | { readonly k: 'code'; readonly v: string; readonly lang?: string | undefined }
  | { readonly k: 'figure'; readonly file: string; readonly alt: string; readonly width: number; readonly height: number }
  | { readonly k: 'callout'; readonly kind: 'note' | 'tip' | 'important' | 'warning' | 'caution'; readonly title: string; readonly b: Blocks }
  | { readonly k: 'quote'; readonly b: Blocks }
  | { readonly k: 'rule' }
  /** What follows begins on a page of its own. */
  | { readonly k: 'break' }
  /** Terms and what they are, for the sheet of a record. */
  | { readonly k: 'facts'; readonly items: readonly { readonly term: string; readonly c: Spans }[]; /** Too high for one page to keep it whole. */ readonly tall?: boolean | undefined }
  | Heat
  | Budget
  | Trend
  | Timeline
  | { readonly k: 'beside'; readonly left: Blocks; readonly right: Blocks }
  /** Steps to tick by hand. */
  | { readonly k: 'steps'; readonly items: readonly { readonly c: Spans; readonly time?: string | undefined; readonly b: Blocks }[] }
  /** Words of another language than the document's. */
  | { readonly k: 'lang'; readonly lang: 'fr' | 'en'; readonly b: Blocks }
  | { readonly k: 'landscape'; readonly b: Blocks };
export type Blocks = readonly Block[];

/** Begins on a page of its own; the running header says its part and its title. */
export interface Chapter {
  /** Set before the first chapter of a part. */
  readonly opens?: { readonly title: string; readonly id: string } | undefined;
  readonly part?: string | undefined;
  readonly title: string;
  readonly id: string;
  readonly landscape?: boolean | undefined;
  readonly b: Blocks;
}

export interface Cover {
  readonly kicker: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly version?: string | undefined;
  readonly asOf: string;
  readonly counts: readonly { readonly value: string; readonly label: string; readonly alert: boolean }[];
  readonly reserves: { readonly title: string; readonly items: readonly Spans[] };
  readonly provenance: { readonly title: string; readonly rows: readonly { readonly term: string; readonly value: string; readonly code: boolean }[]; readonly check: Spans };
  readonly signatures: { readonly title: string; readonly head: readonly string[]; readonly rows: readonly { readonly role: string; readonly who: string }[] };
}

export interface SnapshotDocument {
  readonly lang: 'fr' | 'en';
  readonly title: string;
  readonly organisation?: string | undefined;
  readonly classification: string;
  /** Instant of the commit, UTC. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number; readonly second: number };
  readonly keywords: readonly string[];
  readonly footer: { readonly left: string; readonly commit: string };
  /** On every page, where the file stands for no commit. */
  readonly draft?: string | undefined;
  readonly cover: Cover;
  readonly contents?: { readonly title: string; readonly depth: number };
  readonly chapters: readonly Chapter[];
}
