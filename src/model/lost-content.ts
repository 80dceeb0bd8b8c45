import type { ReadingProblem } from './problem.ts';
import type { Wiki } from './wiki.ts';

const SITE_FILE = 'site.yml';

/** The first problem through which records or settings of a wiki were lost to the reader; undefined where all that it says was read. */
export function firstLoss(wiki: Wiki): ReadingProblem | undefined {
  const read = new Set(wiki.documents.map(({ file }) => file));
  const partly = new Set([...wiki.unreadable].map((key) => key.split('/')[0]));
  return wiki.problems.find(({ rule, place: { file } }) => {
    // A link is never followed, whatever it leads to.
    if (!wiki.hasFile(file) || !/\.(mdx?|yml)$/i.test(file)) return false;
    if (!read.has(file)) return rule !== 'content/duplicate-id' && (file !== SITE_FILE || rule === 'content/schema' || rule === 'content/syntax');
    return rule === 'content/schema' && partly.has(file.split('/')[0]);
  });
}
