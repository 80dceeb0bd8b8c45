import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { rules } from '../checks/rules/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { CheckResult } from '../checks/finding.ts';
import { handOver } from '../model/handover.ts';
import type { History } from '../model/history.ts';
import type { RatingHistory } from '../model/rating-history.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readHistory } from '../readers/history.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { readWikiByTurns } from '../readers/read-wiki.ts';
import { readSite, SITE_FILE } from '../readers/site-file.ts';
import { offlineReading } from '../views/offline-reading.ts';
import type { Io } from './command.ts';
import { wikiRequest } from './open-wiki.ts';
import type { Rendered, RenderMessage, RenderOrder } from './render-messages.ts';
import { textReport } from './reporters/text.ts';
import { basePath, cacheOf, describeSite, packageRoot } from './site-paths.ts';
import { contentOf } from './wiki-options.ts';

/** Errors among the findings stop the build; they have been printed. */
class ErrorsFound extends Error {}

interface Read {
  readonly wiki: Wiki;
  readonly checks: CheckResult;
  readonly history: History;
  readonly ratings: RatingHistory;
  readonly onPages: (files: readonly string[]) => void;
}

/**
 * Reads, checks and renders the pages into `order.into`. Undefined where findings stop it, which `tell` has then said; a failure is thrown.
 * Content is read while Astro loads and bundles the pages' code, most of which it does outside of this thread: pages wait for what is handed over.
 */
export async function renderSite(order: RenderOrder, tell: (message: RenderMessage) => void): Promise<Rendered | undefined> {
  const { input, into } = order;
  const io: Io = { cwd: order.cwd, now: new Date(order.now), color: order.color, progress: order.progress, out: (text) => tell({ err: text }), err: (text) => tell({ err: text }) };
  const phase = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    tell({ begin: name });
    try {
      return await work();
    } finally {
      tell({ end: name });
    }
  };
  const request = wikiRequest(input, io);
  if (!request) return undefined;
  const { root, options } = request;

  const read = async (): Promise<Read> => {
    const history = phase('history', () => readHistory(root));
    const text = await phase('read', () => readWikiByTurns(root, options));
    const wiki = await phase('diagrams', () => readDiagrams(text, findDiagramError));
    const checks = await phase('check', () => runChecks(wiki, rules, wiki.site.language));
    if (checks.errors > 0) {
      // Pages speak the site's language; the terminal speaks as `check` does.
      const findings = runChecks(wiki).findings.filter(({ severity }) => severity === 'error');
      io.err(textReport({ ...checks, findings, waived: [] }, { color: io.color, prefix: `${contentOf(input)}/` }));
      io.err('The site is not built: errors stop it, and the one built before stands. vigie check prints warnings too.\n');
      throw new ErrorsFound();
    }
    const { head, shallow } = await history;
    const ratings = await phase('ratings', () => readRatingHistory(root, wiki, shallow));
    const offline = offlineReading(wiki, head?.date) ?? null;
    const onPages = (pages: readonly string[]): void => tell({ announced: { language: wiki.site.language, base: basePath(), offline, pages } });
    return { wiki, checks, history: await history, ratings, onPages };
  };

  const file = join(root, SITE_FILE);
  describeSite(readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined).site, root);
  const reading = read();
  handOver(reading);
  const rendering = phase('render', async () => {
    const { build } = await import('astro');
    await build({ root: packageRoot, outDir: into, cacheDir: cacheOf(input, io), logLevel: 'warn' });
  });
  // Whatever a failed reading makes of the rendering, the reading says what is wrong.
  rendering.catch(() => undefined);
  try {
    const { wiki, checks } = await reading;
    await rendering;
    return { counts: { systems: wiki.systems.length, documents: wiki.documents.length, records: wiki.records.size, errors: checks.errors, warnings: checks.warnings, waived: checks.waived.length } };
  } catch (error) {
    if (error instanceof ErrorsFound) return undefined;
    throw error;
  }
}
