import type { OfflineReading } from '../views/offline-reading.ts';
import type { Arguments } from './command.ts';

/** What the process that renders is asked to do. */
export interface RenderOrder {
  readonly input: Arguments;
  readonly cwd: string;
  /** ISO moment taken for now. */
  readonly now: string;
  readonly color: boolean;
  readonly progress: boolean;
  /** Folder that the pages go to. */
  readonly into: string;
}

/** What is known of a site before its pages are written, for those who read them as they come. */
export interface Announced {
  readonly language: string;
  /** Path that the site stands at, with both slashes. */
  readonly base: string;
  readonly offline: OfflineReading | null;
  /** Files of the pages, in the order in which they are written. */
  readonly pages: readonly string[];
}

/** What is known of a rendered site, for those who count it. */
export interface Rendered {
  readonly counts: { readonly systems: number; readonly documents: number; readonly records: number; readonly errors: number; readonly warnings: number; readonly waived: number };
}

/** What that process says while it works; `written`: so many of the announced pages stand in their files, whole; the last is `rendered`, unless the site cannot be built, and then `err` has said why. */
export type RenderMessage = { readonly begin: string } | { readonly end: string } | { readonly err: string } | { readonly announced: Announced } | { readonly written: number } | { readonly rendered: Rendered };
