import { unzipSync, zipSync, type Zippable } from 'fflate';
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { Wiki } from '../model/wiki.ts';
import { tablesOf, type RecordTable } from './records-table.ts';
import { cellsOf, type CellValue } from './workbook-cells.ts';

type Sheet = Parameters<typeof writeExcelFile>[0][number];
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** Widths in characters. */
const WIDEST = 60;
const NARROWEST = 9;
/** Pages of text are no cells: they are in the JSON and the CSV. */
const isCell = (column: string): boolean => column !== 'narrative';

const hasHour = (value: Date): boolean => value.getTime() % 86_400_000 !== 0;

/** Texts have the format of text: even when a person edits the cell it is no formula. */
function cellOf(value: CellValue | undefined): Cell {
  if (value === undefined) return null;
  if (value instanceof Date) return { value, type: Date, format: hasHour(value) ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd', alignVertical: 'top' };
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  if (typeof value === 'boolean') return { value, type: Boolean, alignVertical: 'top' };
  return { value, type: String, format: '@', alignVertical: 'top', wrap: true };
}

const lengthOf = (value: CellValue | undefined): number => (value instanceof Date ? 16 : String(value ?? '').split('\n').reduce((most, line) => Math.max(most, line.length), 0));

const widthOf = (name: string, values: readonly (CellValue | undefined)[]): number =>
  Math.min(WIDEST, values.reduce<number>((most, value) => Math.max(most, lengthOf(value) + 2), Math.max(NARROWEST, name.length + 4)));

/** The letters of a column: 0 is A, 26 is AA. */
const letters = (index: number): string => (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

interface Grid {
  readonly sheet: Sheet;
  /** Cells under the filter, as `A1:H25`. */
  readonly range: string;
}

function gridOf({ kind, columns, rows }: RecordTable): Grid {
  const { columns: names, rows: cells } = cellsOf(rows, columns.filter(isCell));
  const head: Row = names.map((name) => ({ value: name, type: String, format: '@', fontWeight: 'bold', backgroundColor: '#e6edf2', alignVertical: 'top' }));
  const data = [head, ...cells.map((row) => row.map(cellOf))];
  const widths = names.map((name, index) => ({ width: widthOf(name, cells.map((row) => row[index])) }));
  return { sheet: { sheet: kind, data, columns: widths, stickyRowsCount: 1, stickyColumnsCount: 2, orientation: 'landscape' }, range: `A1:${letters(names.length - 1)}${rows.length + 1}` };
}

/** Filters on the heads of every sheet, which the library does not write: in the sheet, and as the name that Excel and LibreOffice look for. */
const filters = (grids: readonly Grid[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => xml.replace('</sheetData>', () => `</sheetData><autoFilter ref="${grids[sheetIndex]?.range ?? 'A1'}"/>`),
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = grids.map(({ sheet, range }, index) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${String(sheet.sheet)}'!${range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName>`);
          return xml.replace(/<definedNames ?\/>/, () => `<definedNames>${names.join('')}</definedNames>`);
        },
      },
    },
  },
});

/** Every file of the archive is of one day, in one order: the same wiki is the same bytes. */
function fixed(archive: Uint8Array): Uint8Array {
  const files = unzipSync(archive);
  const entries: Zippable = Object.fromEntries(Object.keys(files).sort().map((path) => [path, [files[path] ?? new Uint8Array(), { level: 6 }]]));
  // ZIP keeps local hours, so the date is a local one.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}

/** The wiki as a workbook for Excel and LibreOffice: a sheet a kind of record and one of documents, with filters and a head that stays. */
export async function workbook(wiki: Wiki): Promise<Uint8Array> {
  const grids = tablesOf(wiki).map(gridOf);
  const written = await writeExcelFile(grids.map(({ sheet }) => sheet), { features: [filters(grids)] }).toBuffer();
  return fixed(written);
}
