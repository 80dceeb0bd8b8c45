import { rules } from '../checks/rules/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { CheckResult } from '../checks/finding.ts';
import type { History } from '../model/history.ts';
import { ratingKinds } from '../model/register-content.ts';
import type { RatingHistory } from '../model/rating-history.ts';
import type { Lang } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { git } from '../readers/git-command.ts';
import { readHistory } from '../readers/history.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { readWiki, type ReadOptions } from '../readers/read-wiki.ts';
import { readingMemory } from '../readers/reading-memory.ts';
import { SITE_FILE } from '../readers/site-file.ts';
import { diagramError } from './check-wiki.ts';

/** The wiki as pages need it, read once more. */
export interface WikiReading {
  readonly wiki: Wiki;
  /** In the site's language. */
  readonly checks: CheckResult;
  readonly lang: Lang;
  readonly history: History;
  readonly ratings: RatingHistory;
  /** Documents that were read again. */
  readonly opened: readonly string[];
}

type Past = Pick<WikiReading, 'history' | 'ratings'>;

/**
 * Reads a wiki again and again. Documents that the disk did not touch, diagrams, and the past as long as the same commit is checked out,
 * are kept from one reading to the next.
 */
export function wikiReadings(root: string, options: ReadOptions): () => Promise<WikiReading> {
  const memory = readingMemory();
  let lang: Lang | undefined;
  let past: (Past & { readonly of: string }) | undefined;

  async function pastOf(wiki: Wiki, head: string): Promise<Past> {
    // Registers are followed through their former names, and read as site.yml says.
    const of = [head, JSON.stringify(wiki.site), ...wiki.documents.filter(({ kind }) => ratingKinds.includes(kind)).map(({ file }) => file)].join('\n');
    if (past?.of !== of) {
      const history = await readHistory(root);
      past = { of, history, ratings: await readRatingHistory(root, wiki, history.shallow) };
    }
    return past;
  }

  return async () => {
    const head = git(root, 'rev-parse', 'HEAD');
    const text = readWiki(root, { ...options, memory });
    const { opened } = memory;
    const wiki = await readDiagrams(text, diagramError);
    // A site.yml that does not say its language says it no less for being broken.
    if (lang === undefined || !wiki.problems.some(({ place }) => place.file === SITE_FILE)) lang = wiki.site.language;
    return { wiki, checks: runChecks(wiki, rules, lang), lang, opened, ...(await pastOf(wiki, (await head).out)) };
  };
}
