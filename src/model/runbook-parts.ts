import type { Duration } from './duration.ts';

/** A piece of text in its place: Markdown to render, or something to type and copy. */
export type Piece = { readonly kind: 'prose'; readonly source: string } | { readonly kind: 'command'; readonly text: string };

/** One task of a runbook. */
export interface Step {
  /** Its words, without Markdown and without its duration. */
  readonly text: string;
  /** The same as Markdown, without the page that it ends with (`links`). */
  readonly label: string;
  /** Full addresses that the label ends with (`Ouvrir la page d’état : <https://…>`). */
  readonly links: readonly string[];
  readonly duration?: Duration | undefined;
  /** What stands under the step, in its order. */
  readonly details: readonly Piece[];
  /** Commands to type, as written in fences and indented code under the step. */
  readonly commands: readonly string[];
  readonly line: number;
}

/** A call for help at a given time (`> [!IMPORTANT]` … `Au-delà de 10 min, prévenir **lead-tech**`). */
export interface Escalation {
  readonly text: string;
  /** The same as Markdown, without the mark of the alert. */
  readonly source: string;
  /** Minutes after the start of the phase, where the text says. */
  readonly after?: number | undefined;
  /** Bold words: role ids, resolved by the model. */
  readonly roles: readonly string[];
  readonly line: number;
}

/** One branch inside a phase (`### Option A — …`): alternatives, of which one is taken. */
export interface Option {
  readonly title: string;
  readonly duration?: Duration | undefined;
  /** Time of the whole phase by this option; unknown where nobody timed the option, unless the phase's heading has a time. */
  readonly whole?: Duration | undefined;
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** What a phase holds, in the order of the text. */
export type Block = Piece | { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'escalation'; readonly escalation: Escalation } | { readonly kind: 'option'; readonly option: Option };

/** A phase: `## Title (duration) — condition`. */
export interface Phase {
  readonly title: string;
  /** Typed in the heading, else the sum of its steps and its parts (`### Title (10 min)`) with its longest option, else unknown. */
  readonly duration?: Duration | undefined;
  /** `si …`, `sinon, si …` or `sinon`, as written: taken only then; the phase is off the shortest path. */
  readonly condition?: string | undefined;
  /** It excludes the conditional phases just before it: `if` for `sinon, si …`, `else` for a bare `sinon`. */
  readonly otherwise?: 'if' | 'else' | undefined;
  /** `hors RTO`: work after the service is back. */
  readonly outsideRto: boolean;
  readonly note?: string | undefined;
  readonly steps: readonly Step[];
  readonly options: readonly Option[];
  readonly escalations: readonly Escalation[];
  /** Steps, options and escalations with the text between them. */
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** A body as its parts: what comes before the first heading, then phases and sections that are no phase, in order. */
export interface RunbookBody {
  readonly intro: readonly Piece[];
  readonly sections: readonly ({ readonly phase: Phase } | { readonly title: string; readonly pieces: readonly Piece[] })[];
}
