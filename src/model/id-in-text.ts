const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where an id stands in a text as a word of its own. A full stop after it ends a sentence; before a letter it is part of a longer name. */
export function placesOfId(text: string, id: string): number[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_./-])${escaped(id)}(?![\\p{L}\\p{N}_/-]|\\.[\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

/** Whether a text begins with an id, as the heading of a record's narrative does. */
export const beginsWithId = (text: string, id: string): boolean => new RegExp(`^${escaped(id)}(?=$|[\\s:—–.)-])`, 'u').test(text);

/** A text with another id wherever one stands. */
export function withId(text: string, from: string, to: string): string {
  return placesOfId(text, from).toReversed().reduce((changed, at) => changed.slice(0, at) + to + changed.slice(at + from.length), text);
}
