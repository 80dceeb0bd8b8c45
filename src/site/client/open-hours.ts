/** Hours of a system's roles, in minutes since the epoch (the file /data/call/<system>.json, made by views/call-now.ts). */
export interface CallHours {
  zone: string;
  /** Hours are known from this minute on, and not from `to` on. */
  from: number;
  to: number;
  samples: { day?: number; night: number };
  /** Start and end, again and again. */
  hours: readonly (readonly number[])[];
  /** By role: which hours, or -1 for always. */
  roles: Readonly<Record<string, number>>;
}

export type Presence =
  /** There; `until` where the end is known. */
  | { open: true; until?: number }
  /** Away; `next` where the return is known. */
  | { open: false; next?: number }
  /** The role does not say, or the minute is outside of what was worked out. */
  | undefined;

/** Whether a role is there at a minute. */
export function presenceAt({ hours, roles, from, to }: CallHours, role: string, at: number): Presence {
  const index = roles[role];
  if (index === undefined) return undefined;
  if (index === -1) return { open: true };
  if (at < from || at >= to) return undefined;
  const marks = hours[index] ?? [];
  for (let mark = 0; mark < marks.length; mark += 2) {
    const [start = 0, end = 0] = marks.slice(mark, mark + 2);
    if (at < start) return { open: false, next: start };
    // The last stretch is cut where the hours stop being known.
    if (at < end) return end < to ? { open: true, until: end } : { open: true };
  }
  return { open: false };
}

/** Whether a role keeps hours that are not known at a minute. */
export const isBeyond = ({ roles, from, to }: CallHours, role: string, at: number): boolean => roles[role] !== undefined && roles[role] !== -1 && (at < from || at >= to);
