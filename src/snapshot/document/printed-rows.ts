import { ratedRows, type RatedRow } from '../../views/rated-rows.ts';
import type { Print } from '../print.ts';

/** The lines of the one register that is printed alone, else all. */
export const printedRows = ({ wiki, register }: Print, rows: readonly RatedRow[]): readonly RatedRow[] => (register === undefined ? rows : rows.filter(({ key, system }) => wiki.resolveAs('risk', key, system)?.register?.key === register));

/** Every line that is printed. */
export const allRows = (print: Print): readonly RatedRow[] => printedRows(print, print.folders.flatMap(({ id }) => ratedRows(print.wiki, id)));
