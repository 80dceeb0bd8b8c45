import type { Io } from './command.ts';

/** Times the phases of a command and shows, on a terminal, that a long one goes on. */
export interface Progress {
  readonly phase: <T>(name: string, work: () => T | Promise<T>) => Promise<T>;
  /** Adds a phase that somebody else timed, and takes its time off the phase it was part of. */
  readonly note: (name: string, milliseconds: number, partOf: string) => void;
  /** Phases in order, in milliseconds. */
  readonly timings: ReadonlyMap<string, number>;
}

export function progressOf(io: Io): Progress {
  const timings = new Map<string, number>();
  const notes: { name: string; milliseconds: number; partOf: string }[] = [];
  return {
    timings,
    note: (name, milliseconds, partOf) => notes.push({ name, milliseconds, partOf }),
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
        for (const { name: inner, milliseconds } of notes.filter(({ partOf }) => partOf === name)) {
          timings.set(name, (timings.get(name) ?? 0) - milliseconds);
          timings.set(inner, milliseconds);
        }
      }
    },
  };
}

/** `0.4 s`, `2.1 s`, `1 min 05`. */
export function seconds(milliseconds: number): string {
  const total = milliseconds / 1000;
  return total < 60 ? `${total.toFixed(1)} s` : `${Math.floor(total / 60)} min ${String(Math.round(total % 60)).padStart(2, '0')}`;
}
