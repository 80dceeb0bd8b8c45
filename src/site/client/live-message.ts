/** What a page that is open while the wiki is written is told (content-watch.ts). */
export interface LiveMessage {
  /** Counts edits. */
  readonly number: number;
  /** Whether the last edit is served; else the last good wiki stays. */
  readonly served: boolean;
  /** The edit touched no document: a picture may be another under the same address. */
  readonly attachments: boolean;
  readonly lang: string;
  /** Errors that stand, as the terminal shows them. */
  readonly findings: readonly {
    readonly rule: string;
    readonly what: string;
    readonly frame: string;
    /** Names the frame, which scrolls sideways. */
    readonly label: string;
    readonly why: string;
    readonly fix: string;
  }[];
  readonly words: Readonly<Record<'title' | 'state' | 'error' | 'why' | 'fix' | 'more' | 'fold' | 'unfold', string>>;
}
