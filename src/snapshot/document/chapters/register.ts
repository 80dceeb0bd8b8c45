import type { MethodRecord } from '../../../model/records.ts';
import { bodyWithoutNarratives } from '../../../model/narrative.ts';
import { heatmap, type HeatmapEntry } from '../../../views/heatmap.ts';
import type { RatedRow } from '../../../views/rated-rows.ts';
import { register, type RegisterView } from '../../../views/register.ts';
import type { Print } from '../../print.ts';
import type { Block, Blocks, Chapter } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { heatBlock } from '../heat.ts';
import { heading } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { envelope } from '../envelope.ts';
import { isPrinted, printedRows } from '../printed-rows.ts';
import { decideBlocks, legendTable, linesTable, planBlocks, registerIndicators } from './register-tables.ts';

type Grid = RegisterView['grids'][number];

/** The grids of the lines that are printed, one a method. */
function gridsOf({ grids }: RegisterView, rows: readonly RatedRow[]): Grid[] {
  return grids.flatMap(({ method, reviews }): Grid[] => {
    const entries = rows.flatMap((row): HeatmapEntry[] => (row.rated && row.method?.key === method.key ? [{ key: row.key, id: row.id, title: row.title, rated: row.rated, category: 0 }] : []));
    return entries.length === 0 ? [] : [{ method, reviews, grid: heatmap(method, entries) }];
  });
}

/** The same risks by another rating: before any control, or once the treatment is done. Nothing where no risk has one. */
function otherGrids(print: Print, method: MethodRecord, rows: readonly RatedRow[]): Block[] {
  return (['inherent', 'target'] as const).flatMap((field) => {
    const entries = rows.flatMap(({ key, id, title, method: own, system }): HeatmapEntry[] => {
      const rated = own?.key === method.key ? print.wiki.resolveAs('risk', key, system)?.[field] : undefined;
      return rated ? [{ key, id, title, rated, category: 0 }] : [];
    });
    return entries.length === 0 ? [] : [heatBlock(print, heatmap(method, entries), print.t(`snap.heat.${field}`, { count: entries.length }))];
  });
}

const sideBySide = (blocks: readonly Block[]): Blocks => (blocks.length === 0 ? [] : [{ k: 'beside', left: blocks.filter((_, index) => index % 2 === 0), right: blocks.filter((_, index) => index % 2 === 1) }]);

/** Each register: who answers for it, and what its text says beside its risks. */
function documents(print: Print, { registers }: RegisterView): Blocks {
  return registers
    .filter((record) => isPrinted(print, record))
    .flatMap((record): Blocks => {
      const records = [...print.wiki.records.values()].filter(({ document }) => document === record.document);
      return [heading(3, [print.say(record.title)], placeOf(record)), ...envelope(print, record.document), ...bodyBlocks(print, record.document, bodyWithoutNarratives(record.document, records), 4)];
    });
}

/** A system's registers: grids, every line, what is to be decided, the plan. */
export function registerChapter(print: Print, system: string): Chapter | undefined {
  const { t, wiki } = print;
  const view = register(wiki, system);
  const rows = printedRows(print, view.rows);
  if (rows.length === 0 && view.registers.length === 0) return undefined;
  const [main, ...others] = gridsOf(view, rows);
  const list = linesTable(print, rows);
  return {
    title: t('register.title'),
    id: `c:${system}/register`,
    landscape: true,
    b: [
      ...(main ? [{ k: 'beside' as const, left: [heatBlock(print, main.grid, t('register.heatmap')), ...legendTable(print, main)], right: list }] : list),
      ...others.map((other): Block => ({ k: 'beside', left: [heatBlock(print, other.grid, `${t('register.heatmap')} · ${print.say(other.method.title)}`)], right: legendTable(print, other) })),
      ...sideBySide([main, ...others].flatMap((grid) => (grid ? otherGrids(print, grid.method, rows) : []))),
      ...(print.part?.kind !== 'register' ? [...decideBlocks(print, view), ...planBlocks(print, view), ...registerIndicators(print, view)] : []),
      ...documents(print, view),
    ],
  };
}
