import { key } from './plain.ts';
import { subjects } from './vocabulary.ts';

export type Subject = keyof typeof subjects;

const prepared = new Map<Subject, readonly string[]>(Object.entries(subjects).map(([subject, words]) => [subject as Subject, words.map((word) => key(word))]));

/** Whether a heading speaks of a subject, in any of the languages. */
export function speaksOf(text: string, subject: Subject): boolean {
  const words = ` ${key(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return (prepared.get(subject) ?? []).some((word) => words.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, ' ')} `));
}
