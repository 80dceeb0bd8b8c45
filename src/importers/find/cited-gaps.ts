import type { Block } from '../block.ts';
import type { Draft } from '../found.ts';
import { plain, withoutPictures } from '../plain.ts';
import type { Placed } from '../sections.ts';

/** `(Lacune GAP-004)` after what is missing: the text names a gap and says where it shows. */
const CITED = /\(\s*(?:lacune|gap|écart|non-conformité|finding|hallazgo|lücke|lacuna)\s+([A-Z]{2,6}-\d{1,4})\s*\)/iu;

/** Sentences, items and rows of a block, with their lines. */
function sayings(block: Block): { text: string; line: number; end: number }[] {
  if (block.kind === 'paragraph') return block.text.split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u).map((text) => ({ text, line: block.line, end: block.end }));
  if (block.kind === 'list') return block.items.map(({ text, line, end }) => ({ text, line, end }));
  if (block.kind === 'table') return block.rows.map(({ cells, line, end }) => ({ text: cells.map(({ text }) => text).filter((text) => text !== '').join(' : '), line, end }));
  return [];
}

/** Gaps that a source cites by id, one action each: its title is the first thing that the source says of it, the others follow. */
export function citedGaps(all: readonly Placed[]): { draft: Draft; lines: { line: number; end: number }[]; where: Placed }[] {
  const found = new Map<string, { says: string[]; lines: { line: number; end: number }[]; where: Placed }>();
  for (const where of all) {
    for (const { text, line, end } of sayings(where.block)) {
      const id = CITED.exec(text)?.[1];
      if (id === undefined) continue;
      const said = withoutPictures(plain(text.replace(CITED, ''))).replace(/^note\s*:\s*/i, '').replace(/\s+/g, ' ').trim();
      const gap = found.get(id) ?? { says: [], lines: [], where };
      if (said !== '' && !gap.says.includes(said)) gap.says.push(said);
      gap.lines.push({ line, end });
      found.set(id, gap);
    }
  }
  return [...found.entries()].flatMap(([id, { says, lines, where }]) => {
    const [title, ...others] = says;
    return title === undefined ? [] : [{ draft: { id, fields: { kind: 'gap', title, ...(others.length === 0 ? {} : { summary: others.join(' ; ') }) }, kept: [] }, lines, where }];
  });
}
