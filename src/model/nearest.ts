import { closest, distance } from 'fastest-levenshtein';

/** The nearest of a list of words, case aside, where it is near enough to be what was meant. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const found = closest(word.toLowerCase(), words.map((entry) => entry.toLowerCase()));
  const match = words.find((entry) => entry.toLowerCase() === found);
  return match !== undefined && distance(word.toLowerCase(), found) <= Math.min(Math.max(2, Math.floor(word.length / 3)), match.length - 1) ? match : undefined;
}
