/** Times in milliseconds since the epoch; 0 stands for not yet. */
export interface RunbookState {
  start: number;
  end: number;
  /** When each step was ticked, by id of its checkbox. */
  done: Record<string, number>;
}

export interface RunbookStore {
  load(): RunbookState;
  save(state: RunbookState): void;
  /** False when the device refuses storage: the page then keeps the state itself, until it is closed. */
  readonly kept: boolean;
}

export const freshState = (): RunbookState => ({ start: 0, end: 0, done: {} });

/** State of one runbook on this device, under a key of its own. */
export function runbookStore(id: string): RunbookStore {
  const key = `vigie-runbook-${id}`;
  let memory = freshState();
  let kept = true;
  try {
    localStorage.setItem('vigie-probe', '1');
    localStorage.removeItem('vigie-probe');
  } catch {
    kept = false;
  }
  return {
    kept,
    load() {
      if (!kept) return memory;
      try {
        return { ...freshState(), ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<RunbookState>) };
      } catch {
        return memory;
      }
    },
    save(state) {
      memory = state;
      if (!kept) return;
      try {
        localStorage.setItem(key, JSON.stringify(state));
      } catch {
        // Full or refused since: the page goes on with what it holds.
      }
    },
  };
}
