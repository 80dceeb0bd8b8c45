import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';

const KB = 1024;
const gz = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** What a page asks for: its HTML, its sheets and its scripts with what they import, compressed. */
function weigh(root: string, page: string): { html: number; css: number; js: number } {
  const html = readFileSync(join(root, page), 'utf8');
  const files = (pattern: RegExp): string[] => [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const css = files(/<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = new Set<string>();
  const follow = (file: string): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    const source = readFileSync(join(root, file), 'utf8');
    for (const match of source.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)) follow(`/_astro/${(match[1] ?? '').slice(2)}`);
  };
  for (const script of files(/<script[^>]*\ssrc="([^"]+)"/g)) follow(script);
  const total = (list: Iterable<string>): number => [...list].reduce((sum, file) => sum + gz(join(root, file)), 0);
  return { html: gz(join(root, page)), css: total(css), js: total(scripts) };
}

/** Kinds of page that are read, as against lists of the whole wiki. */
const READING = /\/(risks|runbooks|scenarios|components|decisions|reviews|pages|methods)\/[^/]+\/index\.html$/;

describe('weight of pages, compressed', () => {
  it('a reading page stays under 15 KB of HTML, 16 KB of CSS and 10 KB of script', () => {
    const root = inject('site');
    const pages = (readdirSync(root, { recursive: true }) as string[]).filter((name) => READING.test(`/${name}`));
    expect(pages.length).toBeGreaterThan(80);
    const heavy = pages.map((page) => ({ page, ...weigh(root, page) })).filter(({ html, css, js }) => html > 15 * KB || css > 16 * KB || js > 10 * KB);
    expect(heavy).toEqual([]);
  });
});
