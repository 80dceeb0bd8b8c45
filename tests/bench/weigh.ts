import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from './median.ts';

/** What a reader downloads for one page, gzip, in bytes; pictures and fonts aside. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

export interface Output {
  /** HTML files written. */
  readonly pages: number;
  /** Of a runbook's page: the median of a sample. */
  readonly reading: Weight;
}

const SAMPLE = 15;
const gz = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

/** A script and those that it imports as it loads; what it asks for later does not count. */
function scriptsFrom(root: string, path: string, seen: Set<string>): void {
  if (seen.has(path) || !existsSync(join(root, path))) return;
  seen.add(path);
  const source = readFileSync(join(root, path), 'utf8');
  for (const match of source.matchAll(/(?:^|[;}\s])import\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+)["']/g)) scriptsFrom(root, join(dirname(path), match[1] ?? ''), seen);
}

function weightOf(root: string, file: string): Weight {
  const html = readFileSync(file, 'utf8');
  const styles = [...html.matchAll(/<link[^>]+rel="?stylesheet"?[^>]*>/g)].map(([tag]) => /href="?([^"\s>]+)/.exec(tag)?.[1] ?? '');
  const scripts = new Set<string>();
  for (const [, source] of html.matchAll(/<script[^>]+src="?([^"\s>]+)/g)) scriptsFrom(root, source ?? '', scripts);
  const size = (paths: Iterable<string>): number => [...new Set(paths)].filter((path) => existsSync(join(root, path))).reduce((total, path) => total + gz(readFileSync(join(root, path))), 0);
  return { html: gz(html), css: size(styles), js: size(scripts) };
}

/** Weighs a built site. */
export function weigh(root: string): Output {
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).sort();
  const reading = pages.filter((file) => /runbooks\/[^/]+\/index\.html$/.test(file));
  const step = Math.max(1, Math.floor(reading.length / SAMPLE));
  const weights = reading.filter((_, index) => index % step === 0).map((file) => weightOf(root, join(root, file)));
  return { pages: pages.length, reading: { html: median(weights.map(({ html }) => html)), css: median(weights.map(({ css }) => css)), js: median(weights.map(({ js }) => js)) } };
}
