import type { Block, Blocks, SnapshotDocument, Spans } from './block.ts';

/** What spans say, without their looks. */
export const textOf = (spans: Spans): string => spans.map((span) => (typeof span === 'string' ? span : 'c' in span ? textOf(span.c) : 'v' in span ? span.v : 'word' in span ? `${span.value ?? ''} ${span.word}` : '')).join('');

/** The column that names the rows: none where a row says nothing there, or the same as another. */
export function namesRows(rows: readonly (readonly Spans[])[], column: number): number | undefined {
  const said = rows.map((cells) => textOf(cells[column] ?? []).trim());
  return said.every((words) => /[\p{L}\p{N}]/u.test(words)) && new Set(said).size === said.length ? column : undefined;
}

function inBlock(block: Block): (number | undefined)[] {
  switch (block.k) {
    case 'table':
      return [block.cols.length > 1 ? block.names : undefined];
    case 'facts':
      return [0];
    case 'list':
    case 'steps':
      return block.items.flatMap(({ b }) => inBlocks(b));
    case 'beside':
      return [...inBlocks(block.left), ...inBlocks(block.right)];
    case 'callout':
    case 'quote':
    case 'lang':
    case 'landscape':
      return inBlocks(block.b);
    default:
      return [];
  }
}

const inBlocks = (blocks: Blocks): (number | undefined)[] => blocks.flatMap(inBlock);

/** Of each table that the template sets, in its order, the column that names the rows: the cover has two, of terms and of who signs. */
export const rowNames = ({ chapters }: SnapshotDocument): (number | undefined)[] => [0, 0, ...chapters.flatMap(({ b }) => inBlocks(b))];
