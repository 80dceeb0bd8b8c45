import type { Block, Blocks } from './block.ts';

const isWide = (block: Block): boolean => block.k === 'table' && block.wide === true;

const narrow = (block: Block): Block => (block.k === 'table' && block.wide ? { ...block, wide: false } : block);

/** Tables wider than a page stand on turned pages, those that follow one another on the same, under the headings that lead to them. */
export function turnWide(blocks: Blocks, turned: boolean): Blocks {
  const found: Block[] = [];
  for (const block of blocks) {
    if (block.k === 'lang') {
      found.push({ ...block, b: turnWide(block.b, turned) });
      continue;
    }
    const last = found.at(-1);
    if (turned || !isWide(block)) found.push(narrow(block));
    else if (last?.k === 'landscape' && last.b.at(-1)?.k === 'table') found[found.length - 1] = { k: 'landscape', b: [...last.b, narrow(block)] };
    else {
      // A heading that stays behind would stand alone at the end of its page.
      const start = found.findLastIndex(({ k }) => k !== 'h') + 1;
      const headings = found.splice(start);
      found.push({ k: 'landscape', b: [...headings, narrow(block)] });
    }
  }
  return found;
}
