import type { Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { ACTION_STATES, dateIn, wordIn } from '../words/cells.ts';

/** `R-T01`, `R12` at the head of a text. */
const REFERENCE = /^([A-Z]{1,4}-?[A-Z]?\d{1,3})\b/;

/** One row of an action plan. */
export function readAction(cells: Cells): Draft | undefined {
  const title = cells.text('title')?.replace(/\s*\n\s*/g, ' ');
  if (title === undefined) return undefined;
  const fields: Record<string, unknown> = { title };
  const risk = cells.text('risk');
  const ref = REFERENCE.exec(risk ?? '')?.[1];
  if (ref !== undefined) fields['origin'] = { kind: 'risk', ref };
  if (risk !== undefined && risk !== ref) cells.keep('risk');
  const owner = cells.text('owner');
  if (owner !== undefined) fields['owner'] = owner.replace(/\s*\n\s*/g, ', ');
  const due = cells.text('due');
  if (due !== undefined) {
    const day = dateIn(due);
    if (day !== undefined) fields['due'] = day;
    if (day === undefined || due.length > 22) cells.keep('due');
  }
  const state = cells.text('state');
  if (state !== undefined) {
    const known = wordIn(ACTION_STATES, state);
    if (known !== undefined) fields['state'] = known;
    else cells.keep('state');
  }
  for (const field of ['cost', 'effort', 'priority'] as const) {
    const text = cells.text(field);
    if (text !== undefined) fields[field] = text.replace(/\s*\n\s*/g, ' ');
  }
  const summary = cells.text('description');
  if (summary !== undefined) fields['summary'] = summary.replace(/\s*\n\s*/g, ' ');
  return { id: cells.text('id'), fields, kept: cells.left() };
}
