#!/usr/bin/env node
// Compares the finished snapshot (PDF/A, PDF/UA, sources attached) with a plain print of the same content by headless Chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compose } from '../../src/snapshot/compose.ts';
import { repository } from './contestants.ts';
import { writeCorpus } from './corpus.ts';
import { measure, type Cost, type Run } from './measure.ts';
import { median } from './median.ts';
import { documentHtml } from './document-html.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '30,150' }, rounds: { type: 'string', default: '1' }, folder: { type: 'string', default: join(repository, '.bench') } } });
const main = join(repository, 'src/cli/main.ts');

const git = (cwd: string, ...args: string[]): void => void execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd, stdio: 'pipe', env: { ...process.env, GIT_AUTHOR_DATE: '2026-06-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-06-01T00:00:00Z' } });
const pagesOf = (file: string): number => Math.max(...[...readFileSync(file, 'latin1').matchAll(/\/Type\s*\/Pages\b[^>]*\/Count (\d+)/g), ...readFileSync(file, 'latin1').matchAll(/\/Count (\d+)[^>]*\/Type\s*\/Pages\b/g)].map(([, count]) => Number(count)), 0);

for (const size of values.sizes.split(',').map(Number)) {
  const folder = join(resolve(values.folder), `snapshot-${size}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const content = join(folder, 'content');
  writeCorpus(content, size);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', 'content');
  git(folder, 'commit', '-q', '-m', 'Write the corpus');
  const composed = await compose({ root: content }, () => undefined);
  if ('problem' in composed) throw new Error(`The corpus cannot be printed: ${composed.problem}`);
  const html = join(folder, 'all.html');
  writeFileSync(html, documentHtml(composed.document));
  const vigie = (engine: string): Run => ({ command: process.execPath, args: [main, 'snapshot', '--content', content, '--engine', engine, '-o', join(folder, `${engine}.pdf`)], cwd: folder });
  const runs: Readonly<Record<string, Run>> = { print: { command: process.execPath, args: [join(import.meta.dirname, 'print.ts'), html, join(folder, 'print.pdf')], cwd: repository }, native: vigie('native'), wasm: vigie('wasm') };
  const costs = new Map<string, Cost[]>();
  // Rounds are interleaved: a slow minute of a shared machine falls on everybody.
  for (let round = 1; round <= Number(values.rounds); round += 1) for (const [name, run] of Object.entries(runs)) costs.set(name, [...(costs.get(name) ?? []), await measure({ ...run, shared: 'parted' })]);
  const middle = (name: string, field: keyof Cost): number => median((costs.get(name) ?? []).map((cost) => cost[field]));
  const pdfPages = { print: pagesOf(join(folder, 'print.pdf')), native: Number(/(\d+) pages/.exec(execFileSync(process.execPath, [main, 'verify', join(folder, 'native.pdf'), '--lang', 'en'], { cwd: folder }).toString())?.[1] ?? 0) };
  process.stdout.write(`${size} documents: ${pdfPages.print} pages printed, ${pdfPages.native} set\n`);
  for (const name of costs.keys()) {
    const ratio = (field: keyof Cost): string => (middle(name, field) / middle('print', field)).toFixed(2);
    process.stdout.write(`  ${name}: ${middle(name, 'wall').toFixed(1)} s (${ratio('wall')}), CPU ${middle(name, 'cpu').toFixed(1)} s (${ratio('cpu')}), ${middle(name, 'peak').toFixed(0)} MiB (${ratio('peak')})\n`);
  }
}
