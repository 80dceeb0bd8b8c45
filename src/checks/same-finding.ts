import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';

/** A place that a sentence names: `shop/risks.md:12`. */
const PLACE = /(\.\w+):\d+(?::\d+)?/g;
/** Numbers and dates that stand alone: how late something is changes every day. Ids such as R-T01 stay. */
const NUMBER = /(?<![\w-])\d+(?:[.,:-]\d+)*(?![\w-])/g;

/** A guess at what was meant changes with what stands around. */
const GUESS = /; the nearest is .*$/;

const subjectOf = ({ rule, record, place }: Finding): string => `${rule}\n${record ?? place.file}`;

/** What is said, without what stands elsewhere. */
const saidOf = ({ fact }: Finding): string => fact.replace(PLACE, '$1').replace(GUESS, '');

/** What makes two findings of two readings the same: rule, record or file, and what is said of it, wherever the line is now. */
export const sameness = (finding: Finding): string => `${subjectOf(finding)}\n${saidOf(finding)}`;

/**
 * A name for each finding that other tools follow it by, unique in the list: the same from one commit, day and language to the next, wherever
 * its line moves and however the numbers in it change. SHA-256 in hexadecimal.
 */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const text = `${subjectOf(finding)}\n${saidOf(finding).replace(NUMBER, '#')}`;
    const number = (seen.get(text) ?? 0) + 1;
    seen.set(text, number);
    return createHash('sha256').update(`${text}\n${number}`).digest('hex');
  });
}
