// A process of kept.test.ts: makes every page of a wiki, edits one document after another, and holds each page whose key stayed against the one
// that would be made. `node kept-pages.ts <content>` prints what it found as JSON.
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../../src/checks/rules/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { PageCode } from '../../src/cli/compiled-pages.ts';
import { handOver } from '../../src/model/handover.ts';
import { diskSource } from '../../src/readers/content-source.ts';
import { readHistory } from '../../src/readers/history.ts';
import { readRatingHistory } from '../../src/readers/rating-history.ts';
import { readSource } from '../../src/readers/read-wiki.ts';
import { readingMemory } from '../../src/readers/reading-memory.ts';
import type { SiteData } from '../../src/site/site-data.ts';

/** What `kept-pages.ts` found. */
export interface KeptFound {
  /** Pages that are kept at all. */
  readonly pages: number;
  /** Edits that changed a document. */
  readonly edits: number;
  /** Pages that an edit left under their key, over all edits. */
  readonly kept: number;
  /** Pages that an edit gave another key. */
  readonly made: number;
  /** Kept pages that are not the ones that would be made: where they differ, and after which edit. */
  readonly stale: readonly string[];
}

const home = resolve(import.meta.dirname, '../..');
const [root = '.'] = process.argv.slice(2);
process.env['TZ'] = 'UTC';
process.env['VIGIE_PACKAGE'] = home;
process.env['VIGIE_CONTENT'] = root;

const inFront = (edit: (front: string) => string) => (text: string): string => {
  const end = text.indexOf('\n---', 4);
  return edit(text.slice(0, end)) + text.slice(end);
};
/** An edit of a document in all that authors change: its words, ratings, times and contacts. No reference leads nowhere after it. */
const otherwise = (text: string): string =>
  `${inFront((front) =>
    front
      .replace(/((?:^|[{,\s])(?:title|summary|responsibilities|when): (?=\w))/g, '$1Other ')
      .replaceAll('98 01 0', '98 09 0')
      .replace(/\b(likelihood|impact): [34]\b/g, '$1: 2')
      .replace(/\b(\d+) (min|h|d)\b/g, '$10 $2')
      .replace(/\b2026-0/g, '2025-0'),
  )(text)}\nOne more paragraph.\n`;
/** Records that get another id, wherever they are cited. */
const RENAMED = ['RB-DB', 'dba', 'RB-TABLE'];
/** Documents that get another name, which no text leads to by the old one. */
const MOVED = ['ferry/pages/deploy.md', 'ferry/actions.md', 'pier/backups.md'];

const source = diskSource(root);
const memory = readingMemory();
const history = await readHistory(root);

type Edit = (text: string, file: string) => string;
const asItIs: Edit = (text) => text;

/** The wiki with its texts edited, and one of its documents under another name. */
function read(edit: Edit, moved = ''): Pick<SiteData, 'wiki' | 'checks'> {
  const now = (file: string): string => (file === moved ? file.replace(/([^/]+)$/, 'moved-$1') : file);
  const { documents, files } = source.listing;
  const names = new Map(documents.map((file) => [now(file), file]));
  const listing = { ...source.listing, stamps: undefined, documents: [...names.keys()].sort(), files: new Set([...files].map(now)) };
  const open = (name: string): ReturnType<typeof source.read> => {
    const file = names.get(name) ?? name;
    const found = source.read(file);
    return found.text === undefined ? found : { ...found, text: edit(found.text, file) };
  };
  const edited = { listing, read: open };
  const wiki = readSource(edited, { today: '2026-03-12', asOf: '2026-03-12', memory });
  return { wiki, checks: runChecks(wiki, rules, wiki.site.language) };
}

const entry = globSync('.compiled/*/.prerender/prerender-entry.mjs', { cwd: home })[0];
if (entry === undefined) throw new Error('the pages are not compiled');
let copies = 0;

/** Pages by path: their key and, where `wanted` holds, their HTML. */
async function pagesOf(data: SiteData, wanted: (path: string, key: string) => boolean): Promise<Map<string, { readonly key: string; readonly html?: string }>> {
  handOver(data);
  // A copy of its own: Astro keeps what a route once answered.
  const { paths, render } = (await import(`${pathToFileURL(resolve(home, entry ?? '')).href}?${(copies += 1)}`)) as PageCode;
  const found = new Map<string, { readonly key: string; readonly html?: string }>();
  for (const { pathname, route, cacheKey } of await paths()) {
    if (route.type !== 'page' || cacheKey === undefined) continue;
    const answer = async (): Promise<string> => (await render(new Request(new URL(`${pathname.replace(/\/$/, '')}/`, 'http://localhost:4321')), route)).text();
    found.set(pathname, { key: cacheKey, ...(wanted(pathname, cacheKey) ? { html: await answer() } : {}) });
  }
  return found;
}

const whole = read(asItIs);
const ratings = await readRatingHistory(root, whole.wiki, history.shallow);
const before = await pagesOf({ ...whole, history, ratings }, () => true);
let edits = 0;
let kept = 0;
let made = 0;
const stale: string[] = [];

async function compare(name: string, edit: Edit, moved?: string): Promise<void> {
  const after = await pagesOf({ ...read(edit, moved), history, ratings }, (path, key) => before.get(path)?.key === key);
  edits += 1;
  for (const [path, { html }] of after) {
    if (html === undefined) made += 1;
    else kept += 1;
    const old = before.get(path)?.html ?? '';
    if (html === undefined || html === old) continue;
    const at = [...html].findIndex((letter, index) => letter !== old[index]);
    stale.push(`${path} after ${name}: ${old.slice(Math.max(at - 60, 0), at + 40)} → ${html.slice(Math.max(at - 60, 0), at + 40)}`);
  }
}

for (const file of source.listing.documents) await compare(`an edit of ${file}`, (found, at) => (at === file ? otherwise(found) : found));
for (const file of MOVED) await compare(`a move of ${file}`, asItIs, file);
for (const id of RENAMED) {
  const pattern = new RegExp(`(?<![\\w-])${id}(?![\\w-]| [a-z])`, 'g');
  await compare(`${id} renamed`, inFront((front) => front.replace(pattern, `${id}x`)));
}

process.stdout.write(JSON.stringify({ pages: before.size, edits, kept, made, stale } satisfies KeptFound));
process.exit();
