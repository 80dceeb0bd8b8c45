/** A row of cells in a grid, and where it stands for whoever opens the file. */
export interface GridRow {
  readonly cells: readonly string[];
  readonly label: string;
}

export interface LabelledLines {
  readonly lines: string[];
  readonly labels: string[];
}

const oneLine = (cell: string): string => cell.replace(/\t/g, ' ').trim().replace(/\s*\n\s*/g, '<br>');

/**
 * The rows of a grid as lines that the block reader understands: tables as tab-separated lines, and lone cells above a table as
 * paragraphs. Two blank lines part what a blank row parted.
 */
export function gridLines(rows: readonly GridRow[]): LabelledLines {
  const lines: string[] = [];
  const labels: string[] = [];
  const put = (line: string, label = ''): void => {
    lines.push(line);
    labels.push(label);
  };
  const filled = ({ cells }: GridRow): number => cells.filter((cell) => cell.trim() !== '').length;
  const left = Math.min(...rows.map(({ cells }) => cells.findIndex((cell) => cell.trim() !== '')).filter((index) => index >= 0));
  let inTable = false;
  for (const row of rows) {
    const count = filled(row);
    if (count === 0) {
      put('');
      put('');
      inTable = false;
      continue;
    }
    const cells = row.cells.slice(Number.isFinite(left) ? left : 0).map(oneLine);
    if (count === 1 && !inTable) {
      put(cells.find((cell) => cell !== '') ?? '', row.label);
      put('');
      continue;
    }
    inTable = true;
    put(cells.join('\t'), row.label);
  }
  return { lines, labels };
}
