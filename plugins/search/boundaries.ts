import { createHash } from 'node:crypto';

/** A group costs some milliseconds of its own; an edited page makes all of its group be read again. */
const LEAST = 32;
const MOST = 100;
/** One path in so many ends a group. */
const EVERY = 32;

/** Where a page belongs: the first folder of its path, or the top of the site. */
const sectionOf = (path: string): string => (path.split('/').length > 2 ? path.slice(0, path.indexOf('/')) : '');
const ends = (path: string): boolean => createHash('sha256').update(path).digest().readUInt32BE() % EVERY === 0;

/**
 * Whether a group of so many pages ends between two that follow one another. What is asked of paths alone decides, as far as the size of
 * groups allows: a page that comes or goes moves the ends near it, not those of all the groups after it.
 */
export function endsGroup(size: number, path: string, next: string): boolean {
  return size >= MOST || (size >= LEAST && (sectionOf(path) !== sectionOf(next) || ends(path)));
}
