import { distance } from 'fastest-levenshtein';

/** What two names may differ by and still be taken for one another: one letter in three, two at least. */
const tolerance = (name: string): number => Math.max(2, Math.floor(name.length / 3));

/** Names that are nearly the one asked for, the nearest first. `R-T99` and `R-T09` are near; `S1` and `S9` are too short to tell. */
export function nearNames(wanted: string, names: readonly string[], most = 5): string[] {
  if (wanted.length < 3) return [];
  return names
    .map((name) => ({ name, far: name.startsWith(wanted) || wanted.startsWith(name) ? Math.abs(name.length - wanted.length) / 4 : distance(wanted, name) }))
    .filter(({ name, far }) => name.length > 2 && far <= tolerance(wanted) && far < Math.min(wanted.length, name.length) - 1)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
