const LONGEST = 60;

/** What kind of thing a value is, in an author's words. */
export function typeName(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value);
  return { object: 'a group of keys', string: 'text', boolean: 'true or false' }[typeof value as string] ?? typeof value;
}

/** A value between quotes, cut where it is long; a list or a group is named and not spelled out. */
export function quoted(value: unknown): string {
  if (typeof value === 'object') return typeName(value);
  const text = String(value);
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}
