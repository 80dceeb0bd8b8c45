import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { Wiki } from '../model/wiki.ts';
import { tablesOf, type RecordTable } from './records-table.ts';
import { cellsOf, type CellValue } from './workbook-cells.ts';

type Sheet = Parameters<typeof writeExcelFile>[0][number];
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** Widths in characters. */
const WIDEST = 60;
const NARROWEST = 9;
/** Height of a line in points; and what no row is higher than. */
const [LINE, HIGHEST] = [14, 400];
/** Said outright: a program that has no such font takes one of its kind, where it takes any where none is said. */
const FONT = { fontFamily: 'Arial', fontSize: 10 } as const;
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

/** Lines that a text takes in a column of this width: words are not cut, so that some room is lost at the end of each. */
const linesOf = (value: CellValue | undefined, width: number): number => (typeof value === 'string' ? value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / width)), 0) : 1);

/** A row as high as its longest text: not every program works it out, and texts would stand on each other. */
function rowOf(values: readonly (CellValue | undefined)[], widths: readonly number[]): Row {
  const lines = values.reduce<number>((most, value, index) => Math.max(most, linesOf(value, widths[index] ?? WIDEST)), 1);
  const cells = values.map(cellOf);
  const first = cells.findIndex((cell) => cell !== null);
  return lines === 1 ? cells : cells.map((cell, index) => (index === first && typeof cell === 'object' && cell !== null ? { ...cell, height: Math.min(HIGHEST, lines * LINE) } : cell));
}

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
  const widths = names.map((name, index) => widthOf(name, cells.map((row) => row[index])));
  const data = [head, ...cells.map((row) => rowOf(row, widths))];
  return { sheet: { sheet: kind, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1, stickyColumnsCount: 2, orientation: 'landscape' }, range: `A1:${letters(names.length - 1)}${rows.length + 1}` };
}

/** What the library does not write: filters on the heads of every sheet, in it and as the name that Excel and LibreOffice look for; and heads on every printed page. */
const filters = (grids: readonly Grid[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => xml.replace('</sheetData>', () => `</sheetData><autoFilter ref="${grids[sheetIndex]?.range ?? 'A1'}"/>`),
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = grids.flatMap(({ sheet, range }, index) => {
            const name = `'${String(sheet.sheet)}'`;
            return [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName>`, `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`];
          });
          return xml.replace(/<definedNames ?\/>/, () => `<definedNames>${names.join('')}</definedNames>`);
        },
      },
    },
  },
});

/** 1 January 1980, midnight, as ZIP writes a time and a day. */
const FIRST_DAY = 0x0021_0000;

/** Every file of the archive is of one day: the same wiki is the same bytes. ZIP says the day of each twice, before its bytes and in the list at its end (APPNOTE 4.3). */
function fixed(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(at + 12, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_DAY, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}

/** The wiki as a workbook for Excel and LibreOffice: a sheet a kind of record and one of documents, with filters and a head that stays. */
export async function workbook(wiki: Wiki): Promise<Uint8Array> {
  const grids = tablesOf(wiki).map(gridOf);
  const written = await writeExcelFile(grids.map(({ sheet }) => sheet), { ...FONT, features: [filters(grids)] }).toBuffer();
  return fixed(written);
}
