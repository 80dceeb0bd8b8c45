import { existsSync, watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Editors write a file in several steps: what comes within this time is one edit. */
const QUIET_MS = 20;

/** Goes on once after each edit below a folder, until it is told to stop. What is edited meanwhile is one edit more. Throws where the system cannot watch it. */
export async function* editsOf(root: string, signal: AbortSignal | undefined): AsyncGenerator<void, void> {
  let wake: (() => void) | undefined;
  let edited = false;
  const stopped = (): boolean => signal?.aborted === true;
  const tell = (): void => {
    edited = true;
    wake?.();
  };
  let failed: Error | undefined;
  const watcher = watch(root, { recursive: true }, tell);
  watcher.on('error', (error) => {
    failed = error;
    tell();
  });
  signal?.addEventListener('abort', tell);
  try {
    while (!stopped()) {
      if (!edited) await new Promise<void>((resolve) => (wake = resolve));
      if (stopped()) return;
      await pause(QUIET_MS);
      edited = false;
      // A folder that is removed while it is looked at is no failure: the next reading says what is left.
      if (failed && existsSync(root)) throw failed;
      yield;
    }
  } finally {
    watcher.close();
    signal?.removeEventListener('abort', tell);
  }
}
