import readWorkbook from 'read-excel-file/node';
import type { Refused } from '../source.ts';
import { repack, unpack } from './archive.ts';
import { gridLines, type LabelledLines } from './rows.ts';

const MOST_CELLS = 400_000;

const DEFAULT_SHEET = /^(?:sheet|feuil|feuille|hoja|tabelle|blad|foglio|planilha|folha)\s*\d*$/i;

/** A cell as it is read by whoever opens the workbook; formulas give the value they had when it was saved. */
function text(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)));
  return typeof cell === 'string' ? cell : typeof cell === 'boolean' ? (cell ? 'x' : '') : '';
}

/** The sheets of a workbook, one after the other. */
export async function xlsxLines(bytes: Uint8Array, name: string): Promise<LabelledLines | Refused> {
  const parts = unpack(bytes, name, /^(?:\[Content_Types\]\.xml|_rels\/|xl\/(?!media\/|embeddings\/|drawings\/|charts\/))/);
  if ('refused' in parts && typeof parts.refused === 'string') return { refused: parts.refused };
  try {
    const sheets = (await readWorkbook(Buffer.from(repack(parts as Record<string, Uint8Array>)))) as readonly { sheet: string; data: readonly (readonly unknown[])[] }[];
    const cells = sheets.reduce((total, { data }) => total + data.reduce((sum, row) => sum + row.length, 0), 0);
    if (cells > MOST_CELLS) return { refused: `${name} holds ${cells} cells; import takes up to ${MOST_CELLS}: save the sheets that matter as a workbook of their own` };
    const lines: string[] = [];
    const labels: string[] = [];
    for (const { sheet, data } of sheets) {
      if (!data.some((row) => row.some((cell) => text(cell).trim() !== ''))) continue;
      if (!DEFAULT_SHEET.test(sheet)) {
        lines.push(`# ${sheet}`, '');
        labels.push(`sheet ${sheet}`, '');
      }
      const rows = gridLines(data.map((row, index) => ({ cells: row.map(text), label: `${sheet}!${index + 1}` })));
      lines.push(...rows.lines, '', '');
      labels.push(...rows.labels, '', '');
    }
    return { lines, labels };
  } catch {
    return { refused: `${name} is a damaged workbook: open it in Excel or LibreOffice and save it again` };
  }
}
