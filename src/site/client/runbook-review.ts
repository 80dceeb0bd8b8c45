/** The Markdown of a post-incident review from what a run of a runbook knows. */
export interface Moment {
  readonly at: number;
  readonly what: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as the device's people count it: `2026-03-12T03:12:00+01:00`. */
export function isoHere(at: number): string {
  const date = new Date(at);
  const offset = -date.getTimezoneOffset();
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
  const hour = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${day}T${hour}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** Permanent and unlike any other run's: the day and the minute stand in it. */
export const reviewId = (at: number, runbook: string): string => `PIR-${isoHere(at).slice(0, 16).replace(/[T:]/g, (sign) => (sign === 'T' ? '-' : ''))}-${runbook}`.slice(0, 64);

/** JSON's strings are YAML's. */
const timeline = (moments: readonly Moment[]): string =>
  moments.length === 0 ? ' []' : [...moments].sort((a, b) => a.at - b.at).map(({ at, what }) => `\n  - { at: ${isoHere(at)}, what: ${JSON.stringify(what)} }`).join('');

export interface Review {
  readonly id: string;
  readonly title: string;
  readonly moments: readonly Moment[];
  /** Sentences on what was measured. */
  readonly facts: readonly string[];
}

/** Fills the page's template (review-template.ts). */
export function reviewText(template: string, { id, title, moments, facts }: Review): string {
  const slots: Readonly<Record<string, string>> = { id, title: JSON.stringify(title), timeline: timeline(moments), facts: facts.map((fact) => `- ${fact}`).join('\n') };
  return template.replace(/\{(id|title|timeline|facts)\}/g, (_, slot: string) => slots[slot] ?? '');
}
