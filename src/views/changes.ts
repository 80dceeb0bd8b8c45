import type { Wiki } from '../model/wiki.ts';

/** A commit, as the history reader gives it. */
export interface CommitLike {
  readonly hash: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly files: readonly string[];
}

/** One change of content/, and what it touched. */
export interface Change {
  readonly hash: string;
  /** Instant, ISO 8601. */
  readonly date: string;
  readonly subject: string;
  readonly author: string;
  /** `add` where it only brings new files. */
  readonly kind: 'add' | 'change';
  readonly files: readonly string[];
  /** Folders that it touched and that still exist, with their titles. */
  readonly systems: readonly { readonly id: string; readonly title: string }[];
  /** Documents that it touched and that still exist, by file. */
  readonly documents: readonly string[];
}

/** Commits that touch content/, newest first, as readers see them. */
export function changes(wiki: Wiki, commits: readonly CommitLike[]): Change[] {
  const born = new Map<string, string>();
  for (const { hash, files } of commits) for (const file of files) born.set(file, hash);
  const documents = new Set(wiki.documents.map(({ file }) => file));
  return commits.map(({ hash, date, subject, author, files }) => {
    const touched = new Set(files.map((file) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')));
    return {
      hash,
      date,
      subject,
      author,
      kind: files.length > 0 && files.every((file) => born.get(file) === hash) ? 'add' : 'change',
      files,
      systems: wiki.folders.filter(({ id }) => touched.has(id)).map(({ id, title }) => ({ id, title })),
      documents: files.filter((file) => documents.has(file)),
    };
  });
}

/** Changes by day of the site's zone, newest first. */
export function changesByDay(list: readonly Change[], dayOf: (instant: string) => string): { day: string; changes: Change[] }[] {
  const days = new Map<string, Change[]>();
  for (const change of list) days.set(dayOf(change.date), [...(days.get(dayOf(change.date)) ?? []), change]);
  return [...days].map(([day, entries]) => ({ day, changes: entries }));
}
