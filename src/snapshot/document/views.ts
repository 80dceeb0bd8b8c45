import { parse } from 'yaml';
import { actionsView } from '../../views/actions.ts';
import { callCard } from '../../views/call-now.ts';
import { coverage } from '../../views/coverage.ts';
import { register } from '../../views/register.ts';
import type { Print } from '../print.ts';
import type { Blocks } from './block.ts';
import { actionTable } from './chapters/action-table.ts';
import { callBlocks } from './chapters/call-card.ts';
import { coverageTable, singlesTable } from './chapters/coverage-tables.ts';
import { legendTable, linesTable, planTable } from './chapters/register-tables.ts';
import { heatBlock } from './heat.ts';
import { para } from './pieces.ts';
import { printedRows } from './printed-rows.ts';
import { small } from './record-spans.ts';

/** What a text may ask for, as the site draws it. */
const VIEWS: Readonly<Record<string, (print: Print, system: string) => Blocks>> = {
  heatmap: (print, system) => register(print.wiki, system).grids.slice(0, 1).flatMap((first) => [heatBlock(print, first.grid, print.t('register.heatmap')), ...legendTable(print, first)]),
  levels: (print, system) => register(print.wiki, system).grids.slice(0, 1).flatMap((first) => legendTable(print, first)),
  risks: (print, system) => linesTable(print, printedRows(print, register(print.wiki, system).rows)),
  plan: (print, system) => planTable(print, register(print.wiki, system)),
  actions: (print, system) => actionTable(print, actionsView(print.wiki, system).groups.filter(({ id }) => id !== 'closed').flatMap(({ rows }) => rows), false),
  coverage: (print, system) => coverage(print.wiki, [], system).groups.flatMap((group) => coverageTable(print, group)),
  'single-points': (print, system) => singlesTable(print, coverage(print.wiki, [], system).singles),
  escalation: (print, system) => callBlocks(print, callCard(print.wiki, system)),
};

function requestIn(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const request: unknown = parse(source);
    return typeof request === 'object' && request !== null ? (request as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** A view that a text asks for; undefined, so that its code is shown, where it asks for none. */
export function viewBlocks(print: Print, own: string, source: string): Blocks | undefined {
  const request = requestIn(source);
  if (!request) return undefined;
  const { t, wiki, folders } = print;
  const name = typeof request['view'] === 'string' ? request['view'] : '';
  const system = typeof request['system'] === 'string' ? request['system'] : own;
  const view = Object.hasOwn(VIEWS, name) && wiki.systems.some(({ id }) => id === system) ? VIEWS[name] : undefined;
  if (view && !folders.some(({ id }) => id === system)) return [para(small(t('snap.view.elsewhere', { view: name, system })))];
  const blocks = view?.(print, system) ?? [];
  return blocks.length === 0 ? [para(small(t('body.view.unknown', { view: name })))] : blocks;
}
