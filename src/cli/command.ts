import type { parseArgs } from 'node:util';

/** What a command may touch of the world; only main.ts knows the process. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  readonly now: Date;
  readonly color: boolean;
  /** Whether standard error is a terminal that shows a progress line. */
  readonly progress: boolean;
  /** Puts a question to whoever sits at the terminal and hands over the answer; absent where nobody does. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Ends a command that goes on until it is told to stop; absent where only the process ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** 0 fine, 1 something to fix, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of `vigie`, in a file of its own. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Lines under « Usage: vigie name ». */
  readonly usage: string;
  readonly options: Options;
  readonly run: (input: Arguments, io: Io) => ExitCode | Promise<ExitCode>;
}
