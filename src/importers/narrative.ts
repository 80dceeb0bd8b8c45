import { LABEL, type Block, type Row } from './block.ts';
import { withoutPictures } from './plain.ts';

const escaped = (text: string): string => text.replace(/\n/g, ' ').replace(/(?<!\\)\|/g, '\\|').trim();
const gfmRow = ({ cells }: Row, columns: number): string => `| ${Array.from({ length: columns }, (_, index) => escaped(cells[index]?.source ?? '')).join(' | ')} |`;

/** A link into the document as it was leads nowhere in the wiki: its words stay. */
const unlinked = (line: string): string =>
  line
    .replace(/\[([^\]]+)\]\(#[^)]*\)/g, '$1')
    .replace(/(!?)\[([^\]]*)\]\((?!https?:|mailto:|tel:)([^)\s]+)(?:\s+"[^"]*")?\)/g, (_, _image: string, text: string, url: string) => `${text === '' ? '' : `${text} `}(\`${url}\`)`)
    .replace(/^(\s*)\[([^\]]+)\]:\s+(?!https?:|mailto:)(\S+).*$/, '$1$2 : `$3`');

/**
 * A block as Markdown of the wiki. Headings move below the title of their document.
 * @param depth depth of the heading that became that title
 */
export function narrativeLines(block: Block, lines: readonly string[], depth: number): string[] {
  switch (block.kind) {
    case 'heading': {
      const marks = block.depth === LABEL ? 4 : Math.max(2, Math.min(6, block.depth - depth + 1));
      return [`${'#'.repeat(marks)} ${withoutPictures(block.text) || block.text}`];
    }
    case 'table': {
      if (block.gfm) return lines.slice(block.line - 1, block.end).filter((line) => line.trim() !== '').map(unlinked);
      const columns = Math.max(block.header.cells.length, ...block.rows.map(({ cells }) => cells.length));
      return [gfmRow(block.header, columns), `|${' --- |'.repeat(columns)}`, ...block.rows.map((row) => gfmRow(row, columns))];
    }
    case 'fence':
      return lines.slice(block.line - 1, block.end).map((line) => line.replace(/\t/g, '  '));
    case 'layout':
      return [];
    default:
      return lines.slice(block.line - 1, block.end).map((line) => unlinked(line.trimEnd() + (/\S {2,}$/.test(line) ? '  ' : '')));
  }
}
