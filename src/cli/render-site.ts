import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { rules } from '../checks/rules/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { CheckResult } from '../checks/finding.ts';
import { handOver } from '../model/handover.ts';
import type { History } from '../model/history.ts';
import { packWiki } from '../model/packed-wiki.ts';
import { noRatingHistory, type RatingHistory } from '../model/rating-history.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readHistory } from '../readers/history.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { readWikiByTurns } from '../readers/read-wiki.ts';
import { readSite, SITE_FILE } from '../readers/site-file.ts';
import { offlineReading } from '../views/offline-reading.ts';
import type { PublishedFile } from '../views/published-files.ts';
import type { SnapshotState } from '../views/published-snapshot.ts';
import { openEdition, sayEdition, toldIn } from './audience.ts';
import type { Io } from './command.ts';
import { browserFiles, compiledPages, loadPages } from './compiled-pages.ts';
import { exportsAside } from './exports-process.ts';
import { keepNone, keptPages } from './kept-pages.ts';
import { wikiRequest } from './open-wiki.ts';
import type { Rendered, RenderMessage, RenderOrder } from './render-messages.ts';
import { renderPages } from './render-pages.ts';
import { textReport } from './reporters/text.ts';
import { basePath, cacheOf, describeSite, siteAddress, siteTop } from './site-paths.ts';
import { noSnapshot, snapshotAside } from './snapshot-process.ts';
import { contentOf } from './wiki-options.ts';
import { writeAttachments } from './write-attachments.ts';
import { writeSitemap } from './write-sitemap.ts';

/** Errors among the findings stop the build; they have been printed. */
class ErrorsFound extends Error {}

interface Read {
  readonly wiki: Wiki;
  readonly checks: CheckResult;
  readonly history: History;
  readonly ratings: RatingHistory;
  readonly snapshot: Promise<SnapshotState>;
  readonly published: Promise<readonly PublishedFile[]>;
}

/**
 * Reads, checks and renders the pages into `order.into`. Undefined where findings stop it, which `tell` has then said; a failure is thrown.
 * Content is read while the pages' code is compiled, where no earlier build has left it: pages wait for what is handed over.
 */
export async function renderSite(order: RenderOrder, tell: (message: RenderMessage) => Promise<void>): Promise<Rendered | undefined> {
  const { input, into } = order;
  const io: Io = { cwd: order.cwd, now: new Date(order.now), color: order.color, progress: order.progress, out: (text) => void tell({ err: text }), err: (text) => void tell({ err: text }) };
  const phase = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    void tell({ begin: name });
    try {
      return await work();
    } finally {
      void tell({ end: name });
    }
  };
  const request = wikiRequest(input, io);
  if (!request) return undefined;
  const { root, options } = request;

  const exports = exportsAside(order.cwd);
  const read = async (): Promise<Read> => {
    const history = phase('history', () => readHistory(root));
    const text = await phase('read', () => readWikiByTurns(root, options));
    const whole = await phase('diagrams', () => readDiagrams(text, findDiagramError));
    const found = await phase('check', () => runChecks(whole, rules, whole.site.language));
    if (found.errors > 0) {
      // Pages speak the site's language; the terminal speaks as `check` does.
      const findings = runChecks(whole).findings.filter(({ severity }) => severity === 'error');
      io.err(textReport({ ...found, findings, waived: [] }, { color: io.color, prefix: `${contentOf(input)}/` }));
      io.err('The site is not built: errors stop it, and the one built before stands. vigie check prints warnings too.\n');
      throw new ErrorsFound();
    }
    // From here on nothing knows what the readers may not see.
    const edition = openEdition(input, whole);
    if ('problem' in edition) {
      io.err(`The site is not built: ${edition.problem}\n`);
      throw new ErrorsFound();
    }
    const { wiki, checks, history: past } = toldIn(edition, found, await history);
    const isPublic = wiki.site.audience === 'public';
    if (isPublic) io.err(sayEdition(edition));
    const ratings = isPublic ? noRatingHistory : await phase('ratings', () => readRatingHistory(root, wiki, past.shallow));
    await exports.begin({ wiki: packWiki(wiki), history: past, root, url: siteAddress(), into: `${into}-exports` });
    return { wiki, checks, history: past, ratings, snapshot: snapshot.state, published: exports.files };
  };

  const file = join(root, SITE_FILE);
  const { site } = readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  describeSite(site, root, input.values['audience']);
  const audience = (input.values['audience'] ?? site.audience) === 'public' ? 'public' : 'internal';
  // Draft: a build publishes what stands in the folder, and so does its snapshot, which says on every page where no commit holds it.
  const snapshot = site.snapshots === 'none' ? noSnapshot('off') : snapshotAside({ options: { root, audience, draft: true, asOf: options.asOf }, each: site.snapshots === 'each', into: `${into}-snapshot`, shown: contentOf(input) }, order.cwd, (sentence) => io.err(`warning: ${sentence}\n`));
  const own = site.mdx.length > 0 && audience !== 'public';
  const work = `${into}-pages`;
  const compiling = phase('compile', () => compiledPages({ own, cache: cacheOf(input, io), work, cwd: order.cwd }));
  const reading = read();
  handOver(reading);
  // Whatever a failed reading makes of the compilation, the reading says what is wrong.
  compiling.catch(() => undefined);
  try {
    const { wiki, checks, history } = await reading;
    const compiled = await compiling;
    const rendered = await phase('render', async () => {
      cpSync(browserFiles(compiled), into, { recursive: true });
      const offline = offlineReading(wiki, history.head?.date) ?? null;
      return renderPages({
        code: await loadPages(compiled),
        into,
        top: siteTop(),
        kept: compiled.key === undefined ? keepNone : keptPages(join(cacheOf(input, io), 'rendered'), compiled.key, basename(into)),
        systems: wiki.systems.map(({ id }) => id),
        announce: (pages) => tell({ announced: { language: wiki.site.language, base: basePath(), offline, pages } }),
        written: (count) => void tell({ written: count }),
      });
    });
    const address = siteAddress();
    if (address !== undefined) await writeSitemap(into, address, rendered.pages);
    await phase('snapshot', () => snapshot.state);
    await phase('exports', () => exports.files);
    writeAttachments(wiki, root, into);
    snapshot.publish(into);
    exports.publish(into);
    return { counts: { systems: wiki.systems.length, documents: wiki.documents.length, records: wiki.records.size, errors: checks.errors, warnings: checks.warnings, waived: checks.waived.length } };
  } catch (error) {
    if (error instanceof ErrorsFound) return undefined;
    throw error;
  } finally {
    exports.drop();
    rmSync(work, { recursive: true, force: true });
  }
}
