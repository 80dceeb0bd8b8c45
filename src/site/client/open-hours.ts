/** Hours of a system's roles, in minutes since the epoch (the file /data/call/<system>.json). */
export interface CallHours {
  zone: string;
  from: number;
  to: number;
  samples: { day?: number; night: number };
  /** Start and end, again and again. */
  hours: readonly (readonly number[])[];
  /** By role id: which hours, or -1 for always. */
  roles: Readonly<Record<string, number>>;
}

/** Whether a role is there at a minute, and when it comes back; undefined where its hours are not known, or not that far. */
export function intervalAt({ hours, roles, from, to }: CallHours, role: string, at: number): { open: boolean; next?: number } | undefined {
  const index = roles[role];
  if (index === undefined) return undefined;
  if (index === -1) return { open: true };
  if (at < from || at >= to) return undefined;
  const marks = hours[index] ?? [];
  for (let mark = 0; mark < marks.length; mark += 2) {
    const [start = 0, end = 0] = marks.slice(mark, mark + 2);
    if (at < start) return { open: false, next: start };
    if (at < end) return { open: true };
  }
  return { open: false };
}
