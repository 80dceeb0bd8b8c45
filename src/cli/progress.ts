import type { Io } from './command.ts';

/** Times the phases of a command and shows, on a terminal, that a long one goes on. */
export interface Progress {
  readonly phase: <T>(name: string, work: () => T | Promise<T>) => Promise<T>;
  /** Phases in order, in milliseconds. */
  readonly timings: ReadonlyMap<string, number>;
  /** Milliseconds since the start. */
  readonly total: () => number;
}

export function progressOf(io: Io): Progress {
  const timings = new Map<string, number>();
  const begun = performance.now();
  return {
    timings,
    total: () => performance.now() - begun,
    async phase(name, work) {
      const start = performance.now();
      const show = (): void => io.err(`\r${name}… ${Math.round((performance.now() - start) / 1000)} s`);
      if (io.progress) show();
      const timer = io.progress ? setInterval(show, 1000) : undefined;
      try {
        return await work();
      } finally {
        clearInterval(timer);
        if (io.progress) io.err('\r\u001b[K');
        timings.set(name, performance.now() - start);
      }
    },
  };
}

/** `0.4 s`, `2.1 s`, `1 min 05`. */
export function seconds(milliseconds: number): string {
  const total = milliseconds / 1000;
  return total < 60 ? `${total.toFixed(1)} s` : `${Math.floor(total / 60)} min ${String(Math.round(total % 60)).padStart(2, '0')}`;
}
