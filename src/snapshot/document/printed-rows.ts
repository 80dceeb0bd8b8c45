import { ratedRows, type RatedRow } from '../../views/rated-rows.ts';
import type { Print } from '../print.ts';

/** Whether the risks of a register are printed. */
export const isPrinted = ({ part }: Print, register: { readonly key: string } | undefined): boolean => part === undefined || part.kind === 'risks' || (part.kind === 'register' && register?.key === part.name);

/** The lines of what is printed alone, else all. */
export const printedRows = (print: Print, rows: readonly RatedRow[]): readonly RatedRow[] => (print.part?.kind === 'register' ? rows.filter(({ key, system }) => isPrinted(print, print.wiki.resolveAs('risk', key, system)?.register)) : rows);

/** Every line that is printed. */
export const allRows = (print: Print): readonly RatedRow[] => (print.part?.kind === 'runbook' || print.part?.kind === 'incidents' ? [] : printedRows(print, print.folders.flatMap(({ id }) => ratedRows(print.wiki, id))));
