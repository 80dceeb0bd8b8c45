import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { audienceUsage } from './audience.ts';
import { sweepCode } from './code-cache.ts';
import { count } from '../model/text.ts';
import type { Arguments, Io, Options } from './command.ts';
import { finishSite, type Finished } from './finish-site.ts';
import { progressOf, seconds } from './progress.ts';
import { renderAside } from './render-process.ts';
import { cacheOf, outOf } from './site-paths.ts';
import { contentOf, wikiOptions, wikiUsage } from './wiki-options.ts';

export const buildOptions: Options = { ...wikiOptions, out: { type: 'string' }, timings: { type: 'string' }, cache: { type: 'string' }, audience: { type: 'string' } };
export const buildUsage = `
  --out <folder>       where the site goes (dist)
  --cache <folder>     what builds keep between them (node_modules/.cache/vigie)
  --timings <file>     also write how long each phase took, as JSON${audienceUsage}${wikiUsage}`;

/** Sites that newer ones have replaced, in the working folder, until the next build deletes them. */
const ASIDE = 'replaced-';

/** Puts `next` in the place of `target`. What stood there is set aside: deleting thousands of files takes longer than writing some. */
function replaceFolder(target: string, next: string, aside: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) {
    try {
      renameSync(target, aside);
    } catch {
      rmSync(target, { recursive: true, force: true });
    }
  }
  try {
    renameSync(next, target);
  } catch {
    // Another disk: what cannot be moved is copied.
    cpSync(next, target, { recursive: true });
    rmSync(next, { recursive: true, force: true });
  }
}

/** Why the site may not take the place of what stands there: it would be deleted. */
function keptFrom(out: string, input: Arguments, io: Io): string | undefined {
  if (!existsSync(out)) return undefined;
  const target = realpathSync(out);
  for (const folder of [resolve(io.cwd, contentOf(input)), io.cwd, cacheOf(input, io)]) {
    if (!existsSync(folder)) continue;
    const inside = relative(target, realpathSync(folder));
    if (inside === '' || !(isAbsolute(inside) || inside.split(sep)[0] === '..')) return `--out takes a folder for the site alone, and ${out} holds ${folder}`;
  }
  const names = statSync(target).isDirectory() ? readdirSync(target) : [''];
  return names.length === 0 || names.includes('index.html') ? undefined : `--out takes a new folder or that of a site, and ${out} holds something else`;
}

/** Deletes what earlier builds set aside. */
const sweep = async (folder: string): Promise<void> => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(ASIDE)) : [];
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
};

/** Reads, checks, renders and indexes. False where findings or a failure stop it: the site that stood there before is left alone. */
export async function buildSite(input: Arguments, io: Io): Promise<boolean> {
  const progress = progressOf(io);
  const out = outOf(input, io);
  const why = keptFrom(out, input, io);
  if (why !== undefined) {
    io.err(`The site is not built: ${why}\n`);
    return false;
  }
  // Built aside and put in place at the end: a build that fails leaves the site that stood there as it was. Inside the working folder,
  // because Astro gives a build that goes elsewhere a folder that all builds share; by process, so that two builds do not mix.
  const work = resolve(io.cwd, 'node_modules/.cache/vigie');
  const next = join(work, `build-${process.pid}`);
  // While another process renders, this one waits.
  const swept = sweep(work);
  let site: Finished | undefined;
  try {
    site = await finishSite(next, cacheOf(input, io), renderAside(input, io, progress, next), progress);
  } catch (error) {
    io.err(`The site is not built, and the one built before stands: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  if (!site) {
    for (const made of [next, `${next}-snapshot`, `${next}-exports`]) rmSync(made, { recursive: true, force: true });
    return false;
  }
  if (site.warning !== undefined) io.err(`warning: ${site.warning}\n`);
  await swept;
  sweepCode();
  try {
    replaceFolder(out, next, join(work, `${ASIDE}${process.pid}`));
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    io.err(`The site is not published: it cannot be put into ${out} (${error instanceof Error ? error.message : String(error)})\n`);
    return false;
  }
  const counts = { ...site.counts, pages: site.pages };
  io.out(
    `${count.en(counts.systems, 'system')}, ${count.en(counts.documents, 'document')}, ${count.en(counts.records, 'record')} → ${count.en(counts.pages, 'page')} in ${out === resolve(io.cwd, 'dist') ? 'dist/' : out}\n` +
      `${count.en(counts.errors, 'error')}, ${count.en(counts.warnings, 'warning')}, ${counts.waived} waived (npm run check prints them)\n` +
      `${[...progress.timings].map(([name, time]) => `${name} ${seconds(time)}`).join(' · ')} · total ${seconds(progress.total())}\n`,
  );
  if (typeof input.values['timings'] === 'string') {
    const file = resolve(io.cwd, input.values['timings']);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ ...counts, milliseconds: Object.fromEntries(progress.timings) }, null, 2)}\n`);
  }
  return true;
}
