import type { Commit, History } from '../model/history.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { wallClock } from '../model/zoned-time.ts';

/** What a commit touched in one folder of content/. */
export interface TouchedFolder {
  /** Number of its filter, from 1. */
  readonly index: number;
  readonly id: string;
  readonly title: string;
  /** The wiki of today has it, and so a page of it: not a folder that was removed since, nor one of pictures alone. */
  readonly present: boolean;
  readonly documents: readonly WikiDocument[];
  /** Files that are no document of today: images, and what was renamed or removed since. */
  readonly others: readonly string[];
}

export interface JournalEntry {
  readonly commit: Commit;
  readonly folders: readonly TouchedFolder[];
  /** It changed site.yml. */
  readonly settings: boolean;
}

export interface JournalDay {
  /** YYYY-MM-DD in the site's zone. */
  readonly day: string;
  readonly entries: readonly JournalEntry[];
}

export interface JournalView {
  readonly days: readonly JournalDay[];
  /** Commits shown, of all that Git knows. */
  readonly shown: number;
  readonly total: number;
  /** Folders with a change among those shown. */
  readonly folders: readonly { readonly index: number; readonly id: string; readonly title: string; readonly count: number }[];
}

/** A commit by the folders of content/ that it touched, in the site's order. */
function entryOf(wiki: Wiki, documents: ReadonlyMap<string, WikiDocument>, commit: Commit): JournalEntry {
  const inFolders = Map.groupBy(commit.files.filter((file) => file.includes('/')), (file) => file.split('/')[0] ?? '');
  const order = wiki.folders.map(({ id }) => id);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const folders = [...inFolders]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en'))
    .map(([id, files]): TouchedFolder => ({
      index: rank(id) + 1,
      id,
      title: wiki.folders.find((folder) => folder.id === id)?.title ?? id,
      present: order.includes(id),
      documents: files.flatMap((file) => documents.get(file) ?? []),
      others: files.filter((file) => !documents.has(file)),
    }));
  return { commit, folders, settings: commit.files.some((file) => !file.includes('/')) };
}

/** The journal of content/, newest first, by day of the site's zone; `limit` keeps the page readable after years of changes. */
export function journal(wiki: Wiki, history: History, limit: number): JournalView {
  const documents = new Map(wiki.documents.map((document) => [document.file, document]));
  const entries = history.commits.slice(0, limit).map((commit) => entryOf(wiki, documents, commit));
  const dayOf = ({ commit }: JournalEntry): string => wallClock(new Date(commit.date), wiki.site.time_zone).toISOString().slice(0, 10);
  return {
    days: [...Map.groupBy(entries, dayOf)].map(([day, inDay]) => ({ day, entries: inDay })),
    shown: entries.length,
    total: history.commits.length,
    folders: wiki.folders.flatMap(({ id, title }, index) => {
      const count = entries.filter(({ folders }) => folders.some((folder) => folder.id === id)).length;
      return count === 0 ? [] : [{ index: index + 1, id, title, count }];
    }),
  };
}
