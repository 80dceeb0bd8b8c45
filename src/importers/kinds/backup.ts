import type { Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { yesOrNo } from '../words/cells.ts';
import { durationIn, scheduleIn } from '../words/times.ts';

const METHODS: readonly (readonly [string, RegExp])[] = [
  ['point-in-time', /\b(?:pitr|point[- ]in[- ]time)\b/i], ['continuous', /\b(?:wal|archiv\w* log|binlog|continu\w*)\b/i], ['incremental', /\b(?:incr[eé]ment\w*|inkrement\w*)/i], ['differential', /\b(?:diff[eé]ren[tc]i\w*)/i],
  ['snapshot', /\b(?:snapshot|instantan[eé])/i], ['replication', /\b(?:r[eé]plica\w*|replika\w*)/i], ['sync', /\b(?:sync|synchro\w*|mirror)/i], ['export', /\bexport\w*/i], ['lifecycle', /\b(?:lifecycle|cycle de vie)\b/i],
  ['manual', /\b(?:manuel\w*|manual\w*|manuell\w*)\b/i], ['full', /\b(?:compl[eè]t\w*|full|dump|vollst\w*|complet[oa]|volledig\w*)/i],
];

/** A restore that is tried, listed among the backups: no backup. */
export const isRestoreTest = (title: string): boolean => /\b(?:test|essai|prueba|prova|teste|probe)\w*\b.*\b(?:restaur|restor|r[eé]cup|wiederher|herstel|ripristin)/i.test(title) || /\brestore test/i.test(title);

/** One row of a backup policy. */
export function readBackup(cells: Cells): Draft | undefined {
  const title = cells.text('title')?.replace(/\s*\n\s*/g, ' ');
  if (title === undefined) return undefined;
  const fields: Record<string, unknown> = { title };
  const tool = cells.text('tool');
  const method = METHODS.find(([, pattern]) => pattern.test(title))?.[0] ?? METHODS.find(([, pattern]) => pattern.test(tool ?? ''))?.[0];
  if (method !== undefined) fields['method'] = method;
  const frequency = cells.text('frequency');
  if (frequency !== undefined) {
    const schedule = scheduleIn(frequency);
    if (schedule !== undefined) fields['schedule'] = schedule;
    if (schedule === undefined || /\(|,/.test(frequency)) cells.keep('frequency');
  }
  const retention = cells.text('retention');
  if (retention !== undefined) {
    const read = durationIn(retention);
    fields['retention'] = read?.whole && typeof read.value === 'string' ? read.value : retention.replace(/\s*\n\s*/g, ' ');
  }
  if (tool !== undefined) fields['tool'] = tool.replace(/\s*\n\s*/g, ' ');
  const location = cells.text('location');
  if (location !== undefined) fields['copies'] = [{ location }];
  const encrypted = cells.text('encrypted');
  if (encrypted !== undefined) {
    const yes = yesOrNo(encrypted);
    if (yes !== undefined) fields['encrypted'] = yes;
    if (yes === undefined || encrypted.length > 4) cells.keep('encrypted');
  }
  const rpo = cells.text('rpo');
  if (rpo !== undefined) {
    const read = durationIn(rpo);
    if (read) fields['rpo'] = read.value;
    if (!read?.whole) cells.keep('rpo');
  }
  const owner = cells.text('owner');
  if (owner !== undefined) fields['owner'] = owner;
  const note = cells.text('description');
  if (note !== undefined) fields['note'] = note.replace(/\s*\n\s*/g, ' ');
  return { id: cells.text('id'), fields, kept: cells.left() };
}
