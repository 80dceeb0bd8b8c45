import type { Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { dateIn } from '../words/cells.ts';
import { durationIn, scheduleIn } from '../words/times.ts';

export type ActivityKind = 'job' | 'maintenance' | 'drill' | 'rotation' | 'review';

/** One row of what is done again and again. */
export function readActivity(cells: Cells, kind: ActivityKind): Draft | undefined {
  const title = cells.text('title')?.replace(/\s*\n\s*/g, ' ');
  if (title === undefined) return undefined;
  const fields: Record<string, unknown> = { kind, title };
  const frequency = cells.text('frequency');
  if (frequency !== undefined) {
    const schedule = scheduleIn(frequency);
    if (schedule !== undefined) fields['schedule'] = schedule;
    if (/automati[sz]/i.test(frequency)) fields['automated'] = true;
    if (schedule === undefined || /\(|,/.test(frequency)) cells.keep('frequency');
  }
  const duration = cells.text('duration');
  if (duration !== undefined) {
    const read = durationIn(duration);
    if (read) fields['duration'] = read.value;
    if (!read?.whole) cells.keep('duration');
  }
  const owner = cells.text('owner');
  if (owner !== undefined) fields['owner'] = owner.replace(/\s*\n\s*/g, ', ');
  const summary = cells.text('description');
  if (summary !== undefined) fields['summary'] = summary.replace(/\s*\n\s*/g, ' ');
  const last = cells.text('last');
  if (last !== undefined) {
    const on = dateIn(last);
    if (on !== undefined) fields['last'] = { on };
    else cells.keep('last');
  }
  return { id: cells.text('id'), fields, kept: cells.left() };
}
