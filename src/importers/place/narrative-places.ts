import type { HeadingBlock } from '../block.ts';
import type { Findings } from '../find/findings.ts';
import { narrativeLines } from '../narrative.ts';
import { slug } from '../plain.ts';
import type { Lang } from '../plan.ts';
import type { Placed } from '../sections.ts';
import type { Source } from '../source.ts';
import { titles } from '../words/titles.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { Ledger } from './ledger.ts';
import { bareTitle, sourceTitle } from './source-title.ts';

/** One source whose records have their documents. */
interface Placing {
  readonly number: number;
  readonly source: Source;
  readonly found: Findings;
  readonly drafts: Drafts;
  readonly ledger: Ledger;
  readonly lang: Lang;
}

/** Says of every line of a source where it stands: headings and words around a table go with the document that the table became, all other narrative makes pages. */
export function placeNarrative(placing: Placing): void {
  const { number, found, drafts, ledger } = placing;
  for (const { line, end, records, group } of found.used) {
    const made = records.map((record) => drafts.of(record)).find((draft) => draft !== undefined) ?? drafts.ofGroup(group);
    if (made) ledger.mark(number, { line, end }, 'record', made.path);
  }
  for (const { line, end, why } of found.unplaced) ledger.leave(number, { line, end }, why);
  const left = placeScales(placing);
  const words = left.filter(({ block }) => block.kind !== 'heading');
  const chapters = new Map<number, Placed[]>();
  for (const each of left) {
    const made = each.block.kind !== 'heading' ? besideRecords(placing, each) : words.some(({ above }) => above.some(({ index }) => index === each.index)) ? undefined : recordsUnder(placing, each);
    if (!made) {
      const chapter = chapterOf(placing.source, each);
      chapters.set(chapter, [...(chapters.get(chapter) ?? []), each]);
    } else if (each.block.kind === 'heading') nameOrigin(placing, made, each, each.block);
    else addTo(placing, made, each);
  }
  for (const [chapter, blocks] of [...chapters].sort((a, b) => a[0] - b[0])) placeChapter(placing, chapter, blocks);
}

/** A scale or a grid stands with the method, under its heading where the heading has no other words. Hands over what is left. */
function placeScales(placing: Placing): readonly Placed[] {
  const { found: { narrative, methodBlocks }, drafts } = placing;
  const method = drafts.all.find(({ kind }) => kind === 'method');
  if (!method) return [...narrative, ...methodBlocks].sort((a, b) => a.index - b.index);
  const moved = new Set<number>();
  for (const each of methodBlocks) {
    const near = each.above.at(-1)?.index;
    const heading = near === undefined || moved.has(near) ? undefined : narrative.find(({ index }) => index === near);
    if (heading && !narrative.some(({ above, block }) => block.kind !== 'heading' && above.some(({ index }) => index === near))) {
      moved.add(heading.index);
      addTo(placing, method, heading);
    }
    addTo(placing, method, each);
  }
  return narrative.filter(({ index }) => !moved.has(index));
}

/** Adds a block to a document's body. */
function addTo({ number, source, ledger }: Placing, { path, body }: Draft, { block, above }: Placed): void {
  body.push('', ...narrativeLines(block, source.lines, above.at(-1)?.heading.depth ?? 0), '');
  ledger.mark(number, block, 'narrative', path);
}

/** The document of a table of records that stands under the same heading as some words. */
function besideRecords({ number, found, drafts, ledger }: Placing, { above }: Placed): Draft | undefined {
  const nearest = above.at(-1)?.index;
  if (nearest === undefined) return undefined;
  const beside = found.blocks.find((other) => other.above.at(-1)?.index === nearest && other.block.kind === 'table' && ledger.recordAt(number, other.block.line) !== undefined);
  const made = beside && drafts.at(ledger.recordAt(number, beside.block.line));
  return made?.kind === 'runbook' ? undefined : made;
}

/** The document of the first record under a heading. */
function recordsUnder({ number, found, drafts, ledger }: Placing, { index, block }: Placed): Draft | undefined {
  const depth = block.kind === 'heading' ? block.depth : 7;
  const next = found.blocks.slice(index + 1).find(({ block: other }) => other.kind === 'heading' && other.depth <= depth);
  const inside = found.used.find(({ line, end }) => line > block.line && (!next || end < next.block.line));
  return inside && drafts.at(ledger.recordAt(number, inside.line));
}

/** A heading whose section became records of a document is said where the document says its sources. */
function nameOrigin({ number, source, ledger }: Placing, { path, records, origins }: Draft, { above }: Placed, heading: HeadingBlock): void {
  ledger.mark(number, heading, 'record', path);
  if (records.some((record) => record.source === number && record.path.includes(heading.text))) return;
  origins.push([source.name, ...above.map((each) => each.heading.text), heading.text].join(' › '));
}

/** The heading that makes a page of what stands under it: of the second depth where the first is the title of all. */
function chapterOf({ blocks }: Source, { index, block, above }: Placed): number {
  const depths = blocks.flatMap((each) => (each.kind === 'heading' ? [each.depth] : []));
  const top = depths.filter((depth) => depth === 1).length === 1 && depths.includes(2) ? 2 : 1;
  const own = block.kind === 'heading' ? [...above, { index, heading: block }] : above;
  return own.find(({ heading }) => heading.depth >= top)?.index ?? -1;
}

function placeChapter(placing: Placing, chapter: number, blocks: readonly Placed[]): void {
  const { number, source, drafts, ledger, lang } = placing;
  // Headings without words of their own: their sections stand elsewhere, and say where they come from.
  if (blocks.every(({ block }) => block.kind === 'heading')) {
    for (const each of blocks) placeHeading(placing, each);
    return;
  }
  const head = source.blocks[chapter];
  const title = head?.kind === 'heading' ? bareTitle(head.text) : sourceTitle(source);
  const { path, body } = drafts.add(`pages/${slug(title) || slug(source.name) || 'page'}.md`, 'page', { kind: 'page', title: title === '' ? titles[lang].document : title, order: chapter + 1 });
  const depth = head?.kind === 'heading' ? head.depth : 0;
  for (const { block, index } of blocks) {
    // The chapter's heading is the page's title.
    if (index !== chapter) body.push('', ...narrativeLines(block, source.lines, depth), '');
    ledger.mark(number, block, 'narrative', path);
  }
}

function placeHeading(placing: Placing, each: Placed): void {
  const { number, source, drafts, ledger } = placing;
  const { block } = each;
  if (block.kind !== 'heading') return;
  // The document's title is the title of the system.
  if (bareTitle(block.text) === sourceTitle(source) && drafts.has('system.md')) {
    ledger.mark(number, block, 'record', 'system.md');
    return;
  }
  const made = recordsUnder(placing, each);
  if (made) nameOrigin(placing, made, each, block);
  else ledger.leave(number, block, 'empty-heading');
}
