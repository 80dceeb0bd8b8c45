import { credentialsIn } from '../../model/credentials.ts';
import type { Comparison } from './comparison.ts';

/** Credentials of documents that changed: a diff would print those that a change takes out, where everybody reads it. */
function credentialsOf({ before, after, isTouched, fileNow }: Comparison): string[] {
  const now = new Map(after.documents.map((document) => [document.file, document.digest]));
  const files = [
    ...after.documents.filter((document) => isTouched(document)).map(({ file }) => after.textOf(file)),
    ...before.documents.filter(({ file, digest }) => now.get(fileNow(file)) !== digest).map(({ file }) => before.textOf(file)),
    ...[before, after].map((wiki) => wiki.textOf('site.yml')),
  ];
  return [...new Set(files.flatMap((text) => (text === undefined ? [] : credentialsIn(text).map(({ value }) => value))))];
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText(item, change)]));
}

/** Plain data without the credentials of the documents compared: as many dots stand for each. */
export function hideCredentials<T>(comparison: Comparison, data: T): T {
  const values = credentialsOf(comparison);
  if (values.length === 0) return data;
  return mapText(data, (text) => values.reduce((shown, value) => shown.replaceAll(value, '•'.repeat(value.length)), text)) as T;
}
