import { resolve } from 'node:path';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import type { CheckResult } from '../checks/finding.ts';
import { checksFor } from '../checks/checks-for.ts';
import type { LiveWiki } from '../checks/live-edit.ts';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import { forAudience, historyFor, type Audience } from '../model/audience.ts';
import { handedOver, handOver } from '../model/handover.ts';
import { noRatingHistory, type RatingHistory } from '../model/rating-history.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readHistory, type History } from '../readers/history.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { readWiki } from '../readers/read-wiki.ts';
import type { PublishedFile } from '../views/published-files.ts';
import type { SnapshotState } from '../views/published-snapshot.ts';

/** What every page is made from, read once a build. `vigie build` hands over this shape; `astro build` alone reads it here. */
export interface SiteData {
  readonly wiki: Wiki;
  /** In the site's language. */
  readonly checks: CheckResult;
  readonly history: History;
  /** How risks and scenarios were rated, commit by commit. */
  readonly ratings: RatingHistory;
  /** The PDF for auditors that is made while pages are rendered; absent while the wiki is written. */
  readonly snapshot?: Promise<SnapshotState> | undefined;
  /** The files below /data/ where they are made aside, while pages are rendered; absent where pages make them. */
  readonly published?: Promise<readonly PublishedFile[]> | undefined;
  /** While the wiki is written: what an edit did. `vigie dev` hands over a new reading after each that is good. */
  readonly live?: LiveWiki | undefined;
}

/** The folder of the wiki: `VIGIE_CONTENT`, else content/ of the folder that the build runs in. */
export const contentRoot = (): string => resolve(process.env['VIGIE_CONTENT'] ?? 'content');

/** The folder of Vigie itself, whose rules show the examples that they are tested with: pages are compiled elsewhere, and built from any folder. */
export const packageFolder = (): string => resolve(process.env['VIGIE_PACKAGE'] ?? '.');

export async function readSiteData(root: string = contentRoot()): Promise<SiteData> {
  const read = readWiki(root, { today: new Date().toISOString().slice(0, 10), asOf: process.env['VIGIE_AS_OF'] });
  const whole = await readDiagrams(read, findDiagramError);
  const wiki = forAudience(whole, (process.env['VIGIE_AUDIENCE'] as Audience | undefined) ?? whole.site.audience);
  const history = historyFor(await readHistory(root), wiki);
  const checks = checksFor(runChecks(whole, rules, whole.site.language), wiki, rules, wiki.site.language);
  return { wiki, checks, history, ratings: wiki.site.audience === 'public' ? noRatingHistory : await readRatingHistory(root, wiki, history.shallow) };
}

let reading: Promise<SiteData> | undefined;

export async function siteData(): Promise<SiteData> {
  const given = handedOver() as SiteData | Promise<SiteData> | undefined;
  if (given) return given;
  const read = await (reading ??= readSiteData());
  handOver(read);
  return read;
}
