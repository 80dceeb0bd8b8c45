/** What happened in one run of a runbook, in its order. Times in milliseconds since the epoch; `what` are keys of runbook-page.ts. */
export type Entry =
  | { readonly at: number; readonly kind: 'start' | 'stop' | 'resume' }
  | { readonly at: number; readonly kind: 'step' | 'call'; readonly what: string; readonly undone?: boolean }
  | { readonly at: number; readonly kind: 'branch'; readonly what: string; readonly taken: boolean }
  | { readonly at: number; readonly kind: 'option'; readonly what: string; readonly of: string }
  | { readonly at: number; readonly kind: 'clock'; readonly by: number };

export interface Run {
  readonly entries: readonly Entry[];
  /** Latest moment that the run was looked at: no later look can be before it. */
  readonly seen: number;
  /** How far the run's clock is ahead of the device's, since that one went back. */
  readonly ahead: number;
}

export const freshRun: Run = { entries: [], seen: 0, ahead: 0 };

/** Where a run stands. 0 stands for not yet. */
export interface Progress {
  readonly start: number;
  readonly end: number;
  /** When each was ticked, by key. */
  readonly steps: ReadonlyMap<string, number>;
  readonly calls: ReadonlyMap<string, number>;
  readonly branches: ReadonlyMap<string, boolean>;
  /** The option taken, by key of the phase. */
  readonly options: ReadonlyMap<string, string>;
}

export function progressOf({ entries }: Run): Progress {
  const steps = new Map<string, number>();
  const calls = new Map<string, number>();
  const branches = new Map<string, boolean>();
  const options = new Map<string, string>();
  let start = 0;
  let end = 0;
  for (const entry of entries) {
    if (entry.kind === 'start') start ||= entry.at;
    else if (entry.kind === 'stop') end = entry.at;
    else if (entry.kind === 'resume') end = 0;
    else if (entry.kind === 'branch') branches.set(entry.what, entry.taken);
    else if (entry.kind === 'option') options.set(entry.of, entry.what);
    else if (entry.kind === 'step' || entry.kind === 'call') {
      const ticked = entry.kind === 'step' ? steps : calls;
      if (entry.undone) ticked.delete(entry.what);
      else ticked.set(entry.what, entry.at);
    }
  }
  return { start, end, steps, calls, branches, options };
}

export interface RunStore {
  /** What the device keeps, else what this page holds. */
  load(): Run;
  save(run: Run): void;
  /** False where the device refuses storage, or is full: the page then holds the run itself, until it is closed. */
  readonly kept: boolean;
}

function parse(text: string | null): Run {
  const { entries, seen, ahead } = (JSON.parse(text ?? '{}') ?? {}) as Partial<Run>;
  const known = (Array.isArray(entries) ? (entries as Entry[]) : []).filter((entry) => typeof entry?.at === 'number' && (/^(start|stop|resume|clock)$/.test(entry.kind) || ('what' in entry && typeof entry.what === 'string')));
  return { entries: known, seen: Number(seen) || 0, ahead: Number(ahead) || 0 };
}

/** The run under one key of this device's storage. Both asking for storage and using it may fail. */
export function runStore(key: string, storage: () => Storage = () => localStorage): RunStore {
  let memory = freshRun;
  let kept = true;
  try {
    storage().setItem(`${key} ?`, '');
    storage().removeItem(`${key} ?`);
  } catch {
    kept = false;
  }
  return {
    get kept() {
      return kept;
    },
    load() {
      if (!kept) return memory;
      try {
        memory = parse(storage().getItem(key));
      } catch {
        // Unreadable, or refused since.
      }
      return memory;
    },
    save(run) {
      memory = run;
      try {
        if (run.entries.length === 0) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(run));
        kept = true;
      } catch {
        kept = false;
      }
    },
  };
}
