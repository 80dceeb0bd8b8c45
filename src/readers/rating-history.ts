import { createHash } from 'node:crypto';
import { foldRatings, type FileStep, type HistoryStep } from '../model/fold-ratings.ts';
import { noRatingHistory, type MainCommit, type RatingHistory } from '../model/rating-history.ts';
import { ratingKinds, registerContent, type RegisterContent } from '../model/register-content.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Site } from '../schemas/site.ts';
import { decode } from './decode.ts';
import { readDocument } from './document.ts';
import { readFileChanges } from './file-changes.ts';
import { readBlobs } from './git-blobs.ts';
import { followFiles, type FileVersion, type Lineage } from './lineages.ts';

/** Versions of all files that are read, the newest first: what a build may spend on the past. */
const MOST_VERSIONS = 400;

const KIND = new RegExp(`^kind:\\s*["']?(${ratingKinds.join('|')})["']?\\s*(#.*)?$`, 'm');

/** The frontmatter alone: narratives make up most versions of a register, and rate nothing. */
function frontmatterOf(text: string): string {
  const end = /\n---[ \t]*(\r?\n|$)/.exec(text);
  return end ? text.slice(0, end.index + end[0].length) : text;
}

/** What was parsed, by file and text: the past does not change, and `vigie dev` reads it after every edit. */
const parsed = new Map<string, RegisterContent | 'gone' | 'unreadable'>();

function contentOf(file: string, bytes: Uint8Array | undefined, site: Site): FileStep['content'] {
  if (bytes === undefined) return 'unreadable';
  const { text } = decode(bytes, file);
  if (text === undefined) return 'unreadable';
  const matter = frontmatterOf(text);
  const key = `${file} ${createHash('sha256').update(matter).digest('base64')}`;
  let content = parsed.get(key);
  if (content === undefined) {
    const { document, lost } = readDocument(matter, file, site);
    // A document of another kind is none of a register: what it says of ratings is nothing.
    content = document ? (registerContent(document, lost) ?? 'gone') : KIND.test(matter) || !/^kind:/m.test(matter) ? 'unreadable' : 'gone';
    parsed.set(key, content);
  }
  return content;
}

interface Start {
  readonly at: number;
  readonly commit: MainCommit;
  readonly why: 'shallow' | 'many';
}

/** Where reading starts: at the newest version that is left unread, or at the cut of a shallow clone; undefined where all is known. */
function startOf(versions: readonly FileVersion[], shallow: boolean, most: number): Start | undefined {
  const over = versions[most];
  if (over) return { at: over.at, commit: over.commit, why: 'many' };
  const oldest = versions.at(-1);
  return shallow && oldest?.first === true ? { at: oldest.at, commit: oldest.commit, why: 'shallow' } : undefined;
}

/** Versions after the start, and of each file the one that stood there. */
function cutAt(versions: readonly FileVersion[], start: Start | undefined): { read: readonly FileVersion[]; base: readonly FileVersion[] } {
  if (!start) return { read: versions, base: [] };
  const base = new Map<string, FileVersion>();
  for (const version of versions) if (version.at >= start.at && !base.has(version.lineage.file)) base.set(version.lineage.file, version);
  return { read: versions.filter(({ at }) => at < start.at), base: [...base.values()] };
}

/**
 * Reads how every risk and scenario was rated, along the main line: one `git log`, and the texts by one
 * `git cat-file` (one more where documents were deleted), whatever the number of registers.
 * Never fails: without Git there is no history, and a version that cannot be read is named and passed over.
 */
export async function readRatingHistory(root: string, wiki: Wiki, shallow: boolean, most = MOST_VERSIONS, revision = 'HEAD'): Promise<RatingHistory> {
  const commits = await readFileChanges(root, revision);
  if (!commits) return noRatingHistory;
  const wanted = wiki.documents.filter(({ kind }) => ratingKinds.includes(kind)).map(({ file }) => file);
  const all = followFiles(commits, wanted);
  const lasts = await readBlobs(root, all.flatMap(({ lineage, status }) => (status === 'deleted' ? (lineage.last ?? []) : [])));
  const rates = (lineage: Lineage): boolean => !lineage.gone || KIND.test(frontmatterOf(decode(lasts.get(lineage.last ?? '') ?? new Uint8Array(), lineage.file).text ?? ''));
  const rated = new Set([...new Set(all.map(({ lineage }) => lineage))].filter(rates));
  const versions = all.filter(({ lineage }) => rated.has(lineage));
  const start = startOf(versions, shallow, most);
  const { read, base } = cutAt(versions, start);
  const texts = await readBlobs(root, [...read, ...base].flatMap(({ id }) => id ?? []));
  const stepOf = ({ lineage, status, id }: FileVersion): FileStep => ({
    file: lineage.file,
    content: status === 'deleted' ? 'gone' : contentOf(lineage.file, id === undefined ? undefined : texts.get(id), wiki.site),
    born: status === 'added',
  });
  const begin: HistoryStep[] = start ? [{ commit: start.commit, start: true, files: base.map(stepOf) }] : [];
  const steps = [...Map.groupBy(read.toReversed(), ({ at }) => at).values()].flatMap(([first, ...others]): HistoryStep[] => (first ? [{ commit: first.commit, start: false, files: [first, ...others].map(stepOf) }] : []));
  return { available: true, since: start && { commit: start.commit, why: start.why }, ...foldRatings([...begin, ...steps]) };
}
