import { styleText } from 'node:util';
import type { Account } from '../../importers/account.ts';
import { changesBetween } from '../../importers/merge.ts';
import type { Plan, PlannedRecord } from '../../importers/plan.ts';
import { placeOf, type Source } from '../../importers/source.ts';
import { count } from '../../model/text.ts';
import { isWritten, type Placement } from '../import-target.ts';

export interface ImportReport {
  readonly sources: readonly Source[];
  readonly plan: Plan;
  readonly placed: readonly Placement[];
  readonly accounts: readonly Account[];
  readonly gone: readonly string[];
  /** `content/shop/`, before every path. */
  readonly prefix: string;
}

interface Style {
  readonly color: boolean;
}

type Paint = (style: 'bold' | 'dim' | 'green' | 'yellow' | 'red', text: string) => string;
const painter = ({ color }: Style): Paint => (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);

/** `12-14, 20` of the first lines of a record, as whoever opens the source calls them. */
function places(source: Source | undefined, { from }: PlannedRecord): string {
  if (!source) return '';
  return from.map(({ line, end }) => (line === end ? placeOf(source, line) : `${placeOf(source, line)}-${placeOf(source, end)}`)).join(', ');
}

const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

const STATES = { new: 'new', unchanged: 'unchanged', updated: 'updated from the source', merged: 'merged with your edits', edited: 'edited by hand, kept', kept: 'kept: the source changed where it was edited by hand' } as const;

/** Lines as ranges: `3-5, 9`. */
function ranges(lines: readonly number[]): string {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && line <= last[1] + 2) last[1] = line;
    else found.push([line, line]);
  }
  const shown = found.slice(0, 6).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return found.length > 6 ? `${shown.join(', ')}…` : shown.join(', ');
}

/** A change of a file that stands, as lines with − and +. */
function diff(before: string, after: string, paint: Paint): string[] {
  const lines = before.split('\n');
  const shown = changesBetween(lines, after.split('\n')).flatMap(({ from, to, lines: added }) => [...lines.slice(from, to).map((line) => paint('red', `    - ${line}`)), ...added.map((line) => paint('green', `    + ${line}`))]);
  return shown.length > 40 ? [...shown.slice(0, 40), `    … ${shown.length - 40} more lines`] : shown;
}

/** The plan as it is shown before anything is written. */
export function importText(report: ImportReport, style: Style): string {
  const { sources, plan, placed, accounts, prefix } = report;
  const paint = painter(style);
  const out: string[] = [];
  for (const [index, source] of sources.entries()) {
    const account = accounts[index];
    out.push(`${paint('bold', source.name)}: ${count.en(account?.lines ?? 0, 'line')} with words${source.remarks.map((remark) => `; ${remark}`).join('')}`);
  }
  out.push('');
  for (const { document, state, before, after } of placed) {
    out.push(`${paint('bold', `${prefix}${document.path}`)}  ${document.kind}  ${paint(state === 'kept' ? 'yellow' : 'dim', state === 'kept' && before === undefined ? 'deleted by hand, left out' : STATES[state])}`);
    for (const record of document.records) {
      const place = `${places(sources[record.source], record)} → ${record.line}`;
      out.push(`  ${place.padEnd(16)} ${record.id}  ${clip(record.title, 70)}  ${paint(record.confidence < 0.6 ? 'yellow' : 'dim', percent(record.confidence))}`);
    }
    const remarks = [...new Set([...document.notes, ...document.records.flatMap(({ notes }) => notes)])];
    for (const remark of remarks) out.push(paint('yellow', `  ! ${remark}`));
    if (before !== undefined && (state === 'updated' || state === 'merged')) out.push(...diff(before, after, paint));
    if (before !== undefined && state === 'kept') out.push('  what the source says now:', ...diff(before, document.text, paint));
  }
  for (const path of report.gone) out.push(`${prefix}${path}  no longer in the source; left as it is`);
  out.push('', ...notPlaced(report, paint), ...accounts.map((account) => `${account.name}: ${account.lines} lines = ${account.record} in records + ${account.narrative} in narrative + ${account.notPlaced.length} not placed`));
  const files = placed.filter(isWritten).length;
  const records = plan.documents.flatMap(({ records: each }) => each).length;
  out.push(`${count.en(records, 'record')}, ${count.en(files, 'file')} to write`, '');
  return out.join('\n');
}

/** What could not be placed, by its reason. */
function notPlaced({ sources, accounts }: ImportReport, paint: Paint): string[] {
  return accounts.flatMap((account, number) => {
    const reasons = [...new Set(account.notPlaced.map(({ what }) => what))];
    return reasons.map((why) => {
      const uses = account.notPlaced.filter(({ what }) => what === why);
      const source = sources[number];
      const where = source?.labels ? uses.slice(0, 6).map(({ line }) => placeOf(source, line)).join(', ') : ranges(uses.map(({ line }) => line));
      return paint('dim', `not placed: ${count.en(uses.length, 'line')}, ${why} (${account.name}: ${where})`);
    });
  });
}

/** Every line that is not blank, with what became of it. */
export function accountText({ sources, plan, accounts, prefix }: ImportReport): string {
  const out: string[] = [];
  for (const [number, source] of sources.entries()) {
    const account = accounts[number];
    if (!account) continue;
    out.push(source.name);
    for (const use of plan.lines.filter((each) => each.source === number)) {
      out.push(`  ${placeOf(source, use.line).padStart(6)}  ${use.is.padEnd(10)}  ${use.is === 'not placed' ? use.what : `${prefix}${use.what}`}  ${clip((source.lines[use.line - 1] ?? '').trim(), 60)}`);
    }
    for (const { line, words } of account.lost) out.push(`  ${placeOf(source, line)}: not found in its document: ${words.join(', ')}`);
    out.push(`${account.name}: ${account.lines} lines = ${account.record} in records + ${account.narrative} in narrative + ${account.notPlaced.length} not placed`);
    out.push(account.wrong.length === 0 && account.lost.length === 0 ? '  every line is accounted for' : `  ${account.wrong.length + account.lost.length} lines are not`, '');
  }
  return out.join('\n');
}

/** The plan for programs. */
export function importJson({ sources, plan, placed, accounts, gone, prefix }: ImportReport): string {
  return `${JSON.stringify(
    {
      version: 1,
      system: plan.system,
      sources: accounts.map(({ name, lines, record, narrative, notPlaced: left, reworded }, index) => ({ name, remarks: sources[index]?.remarks ?? [], lines, inRecords: record, inNarrative: narrative, notPlaced: left.length, reworded })),
      documents: placed.map(({ document, state }) => ({
        path: `${prefix}${document.path}`, kind: document.kind, title: document.title, state, notes: document.notes,
        records: document.records.map(({ kind, id, title, source, from, line, confidence, notes }) => ({ kind, id, title, source: sources[source]?.name, from: from.map((each) => ({ line: each.line, end: each.end, place: sources[source] ? placeOf(sources[source], each.line) : '' })), line, confidence: Number(confidence.toFixed(2)), notes })),
      })),
      notPlaced: plan.lines.filter(({ is }) => is === 'not placed').map(({ source, line, what }) => ({ source: sources[source]?.name, line, place: sources[source] ? placeOf(sources[source], line) : '', text: sources[source]?.lines[line - 1], why: what })),
      gone: gone.map((path) => `${prefix}${path}`),
    },
    undefined,
    2,
  )}\n`;
}
