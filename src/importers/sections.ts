import type { Block, HeadingBlock } from './block.ts';

/** A block with the headings above it, outermost first. */
export interface Placed {
  readonly index: number;
  readonly block: Block;
  readonly above: readonly { readonly index: number; readonly heading: HeadingBlock }[];
}

/** Puts every block under its headings. */
export function placed(blocks: readonly Block[]): readonly Placed[] {
  const stack: { index: number; heading: HeadingBlock }[] = [];
  return blocks.map((block, index) => {
    if (block.kind === 'heading') {
      while (stack.length > 0 && (stack.at(-1)?.heading.depth ?? 0) >= block.depth) stack.pop();
      const above = [...stack];
      stack.push({ index, heading: block });
      return { index, block, above };
    }
    return { index, block, above: [...stack] };
  });
}

/** Blocks under a heading up to the next heading of its depth or above; `direct` stops at any heading. */
export function under(all: readonly Placed[], start: number, direct: boolean): readonly Placed[] {
  const heading = all[start]?.block;
  if (heading?.kind !== 'heading') return [];
  const found: Placed[] = [];
  for (const each of all.slice(start + 1)) {
    if (each.block.kind === 'heading' && (direct || each.block.depth <= heading.depth)) break;
    found.push(each);
  }
  return found;
}
