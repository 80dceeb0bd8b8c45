import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import { handOver } from '../model/handover.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readHistory } from '../readers/history.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Arguments, Io, Options } from './command.ts';
import { contentOf, openWiki, wikiOptions, wikiUsage } from './open-wiki.ts';
import { progressOf, seconds } from './progress.ts';
import { textReport } from './reporters/text.ts';

/** Where astro.config.mjs stands: the package's own folder, whatever folder the command runs in. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export const buildOptions: Options = { ...wikiOptions, out: { type: 'string' }, timings: { type: 'string' }, cache: { type: 'string' } };
export const buildUsage = `
  --out <folder>       where the site goes (dist)
  --cache <folder>     what builds keep between them (node_modules/.cache/vigie)
  --timings <file>     also write how long each phase took, as JSON${wikiUsage}`;

const pagesIn = (folder: string): number => readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;

export const outOf = ({ values }: Arguments, io: Io): string => resolve(io.cwd, typeof values['out'] === 'string' ? values['out'] : 'dist');
export const cacheOf = ({ values }: Arguments, io: Io): string => resolve(io.cwd, typeof values['cache'] === 'string' ? values['cache'] : 'node_modules/.cache/vigie');

/** Tells astro.config.mjs where the wiki is and at which address it will stand; what the environment says already holds. */
export function describeSite(wiki: Wiki, content: string): void {
  process.env['VIGIE_CONTENT'] = content;
  if (wiki.site.url === undefined) return;
  process.env['VIGIE_SITE_URL'] ??= wiki.site.url;
  process.env['VIGIE_BASE'] ??= new URL(wiki.site.url).pathname;
}

function replaceFolder(target: string, next: string): void {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(next, target);
  } catch {
    // Another disk: what cannot be moved is copied.
    cpSync(next, target, { recursive: true });
    rmSync(next, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** Reads, checks, renders and indexes. False where findings or a failure stop it: the site that stood there before is left alone. */
export async function buildSite(input: Arguments, io: Io): Promise<boolean> {
  const progress = progressOf(io);
  const opened = await progress.phase('read', () => openWiki(input, io));
  if (!opened) return false;
  const wiki = await progress.phase('diagrams', () => readDiagrams(opened, findDiagramError));
  const checks = await progress.phase('check', () => runChecks(wiki, rules, wiki.site.language));
  if (checks.errors > 0) {
    // Pages speak the site's language; the terminal speaks as `check` does.
    const findings = runChecks(wiki).findings.filter(({ severity }) => severity === 'error');
    io.err(textReport({ ...checks, findings, waived: [] }, { color: io.color, prefix: `${contentOf(input)}/` }));
    io.err('The site is not built: errors stop it, and the one built before stands. vigie check prints warnings too.\n');
    return false;
  }
  const out = outOf(input, io);
  const history = await progress.phase('history', () => readHistory(resolve(io.cwd, contentOf(input))));
  const ratings = await progress.phase('ratings', () => readRatingHistory(resolve(io.cwd, contentOf(input)), wiki, history.shallow));
  handOver({ wiki, checks, history, ratings, onPhase: (name: string, milliseconds: number) => progress.note(name, milliseconds, 'render') });
  describeSite(wiki, resolve(io.cwd, contentOf(input)));
  const { build } = await import('astro');
  // Built aside and put in place at the end: a build that fails leaves the site that stood there as it was. Inside the working folder,
  // because Astro gives a build that goes elsewhere a folder that all builds share; by process, so that two builds do not mix.
  const next = resolve(io.cwd, `node_modules/.cache/vigie/build-${process.pid}`);
  try {
    await progress.phase('render', () => build({ root: packageRoot, outDir: next, cacheDir: cacheOf(input, io), logLevel: 'warn' }));
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    io.err(`The site is not built, and the one built before stands: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
  replaceFolder(out, next);
  const counts = { systems: wiki.systems.length, documents: wiki.documents.length, records: wiki.records.size, pages: pagesIn(out), errors: checks.errors, warnings: checks.warnings, waived: checks.waived.length };
  io.out(
    `${counts.systems} systems, ${counts.documents} documents, ${counts.records} records → ${counts.pages} pages in ${out === resolve(io.cwd, 'dist') ? 'dist/' : out}\n` +
      `${counts.errors} errors, ${counts.warnings} warnings, ${counts.waived} waived (npm run check prints them)\n` +
      `${[...progress.timings].map(([name, time]) => `${name} ${seconds(time)}`).join(' · ')} · total ${seconds([...progress.timings.values()].reduce((total, time) => total + time, 0))}\n`,
  );
  if (typeof input.values['timings'] === 'string') {
    const file = resolve(io.cwd, input.values['timings']);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ ...counts, milliseconds: Object.fromEntries(progress.timings) }, null, 2)}\n`);
  }
  return true;
}
