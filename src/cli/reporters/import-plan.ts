import { styleText } from 'node:util';
import type { Account } from '../../importers/account.ts';
import { changesBetween } from '../../importers/merge.ts';
import type { Plan, PlannedRecord } from '../../importers/plan.ts';
import { placeOf, type Source } from '../../importers/source.ts';
import { reasons } from '../../importers/words/reasons.ts';
import type { Lang } from '../../model/text.ts';
import { isWritten, type Placement } from '../import-target.ts';
import { colon } from './diff-words.ts';
import { IMPORT_WORDS } from './import-words.ts';

export interface ImportReport {
  readonly sources: readonly Source[];
  readonly plan: Plan;
  readonly placed: readonly Placement[];
  readonly accounts: readonly Account[];
  readonly gone: readonly string[];
  /** `content/shop/`, before every path. */
  readonly prefix: string;
  readonly lang: Lang;
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
function diff(before: string, after: string, paint: Paint, lang: Lang): string[] {
  const lines = before.split('\n');
  const shown = changesBetween(lines, after.split('\n')).flatMap(({ from, to, lines: added }) => [...lines.slice(from, to).map((line) => paint('red', `    - ${line}`)), ...added.map((line) => paint('green', `    + ${line}`))]);
  return shown.length > 40 ? [...shown.slice(0, 40), `    … ${IMPORT_WORDS[lang].moreLines(shown.length - 40)}`] : shown;
}

/** The plan as it is shown before anything is written. */
export function importText(report: ImportReport, style: Style): string {
  const { sources, plan, placed, accounts, prefix, lang } = report;
  const says = IMPORT_WORDS[lang];
  const paint = painter(style);
  const out: string[] = [];
  for (const [index, source] of sources.entries()) {
    const account = accounts[index];
    out.push(`${says.source(paint('bold', source.name), account?.lines ?? 0)}${source.remarks.map((remark) => says.remark(remark[lang])).join('')}`);
  }
  out.push('');
  for (const { document, state, before, after } of placed) {
    out.push(`${paint('bold', `${prefix}${document.path}`)}  ${document.kind}  ${paint(state === 'kept' ? 'yellow' : 'dim', state === 'kept' && before === undefined ? says.deleted : says.states[state])}`);
    for (const record of document.records) {
      const place = `${places(sources[record.source], record)} → ${record.line}`;
      out.push(`  ${place.padEnd(16)} ${record.id}  ${clip(record.title, 70)}  ${paint(record.confidence < 0.6 ? 'yellow' : 'dim', percent(record.confidence))}`);
    }
    const remarks = new Set([...document.notes, ...document.records.flatMap(({ notes }) => notes)].map((note) => note[lang]));
    for (const remark of remarks) out.push(paint('yellow', `  ! ${remark}`));
    if (before !== undefined && (state === 'updated' || state === 'merged')) out.push(...diff(before, after, paint, lang));
    if (before !== undefined && state === 'kept') out.push(`  ${says.now}`, ...diff(before, document.text, paint, lang));
  }
  for (const path of report.gone) out.push(`${prefix}${path}  ${says.gone}`);
  out.push('', ...notPlaced(report, paint), ...accounts.map((account) => totals(account, lang)));
  const files = placed.filter(isWritten).length;
  const records = plan.documents.flatMap(({ records: each }) => each).length;
  out.push(says.total(records, files), '');
  return out.join('\n');
}

const totals = ({ name, lines, record, narrative, notPlaced: left }: Account, lang: Lang): string => IMPORT_WORDS[lang].account(name, lines, record, narrative, left.length);

/** What could not be placed, by its reason. */
function notPlaced({ sources, accounts, lang }: ImportReport, paint: Paint): string[] {
  return accounts.flatMap((account, number) => {
    const found = [...new Set(account.notPlaced.map((use) => use.why))];
    return found.map((why) => {
      const uses = account.notPlaced.filter((use) => use.why === why);
      const source = sources[number];
      const where = source?.labels ? uses.slice(0, 6).map(({ line }) => placeOf(source, line)).join(', ') : ranges(uses.map(({ line }) => line));
      return paint('dim', IMPORT_WORDS[lang].notPlaced(uses.length, reasons[why][lang], `${account.name}${colon(lang)}${where}`));
    });
  });
}

/** Every line that is not blank, with what became of it. */
export function accountText({ sources, plan, accounts, prefix, lang }: ImportReport): string {
  const says = IMPORT_WORDS[lang];
  const out: string[] = [];
  for (const [number, source] of sources.entries()) {
    const account = accounts[number];
    if (!account) continue;
    out.push(source.name);
    for (const use of plan.lines.filter((each) => each.source === number)) {
      out.push(`  ${placeOf(source, use.line).padStart(6)}  ${says.uses[use.is].padEnd(10)}  ${use.is === 'not placed' ? reasons[use.why][lang] : `${prefix}${use.document}`}  ${clip((source.lines[use.line - 1] ?? '').trim(), 60)}`);
    }
    for (const { line, words } of account.lost) out.push(`  ${says.lost(placeOf(source, line), words.join(', '))}`);
    out.push(totals(account, lang));
    out.push(account.wrong.length === 0 && account.lost.length === 0 ? `  ${says.held}` : `  ${says.notHeld(account.wrong.length + account.lost.length)}`, '');
  }
  return out.join('\n');
}

/** The plan for programs. */
export function importJson({ sources, plan, placed, accounts, gone, prefix, lang }: ImportReport): string {
  return `${JSON.stringify(
    {
      version: 1,
      system: plan.system,
      sources: accounts.map(({ name, lines, record, narrative, notPlaced: left, reworded }, index) => ({ name, remarks: sources[index]?.remarks.map((remark) => remark[lang]) ?? [], lines, inRecords: record, inNarrative: narrative, notPlaced: left.length, reworded })),
      documents: placed.map(({ document, state }) => ({
        path: `${prefix}${document.path}`, kind: document.kind, title: document.title, state, notes: document.notes.map((note) => note[lang]),
        records: document.records.map(({ kind, id, title, source, from, line, confidence, notes }) => ({ kind, id, title, source: sources[source]?.name, from: from.map((each) => ({ line: each.line, end: each.end, place: sources[source] ? placeOf(sources[source], each.line) : '' })), line, confidence: Number(confidence.toFixed(2)), notes: notes.map((note) => note[lang]) })),
      })),
      notPlaced: plan.lines.filter((use) => use.is === 'not placed').map(({ source, line, why }) => ({ source: sources[source]?.name, line, place: sources[source] ? placeOf(sources[source], line) : '', text: sources[source]?.lines[line - 1], why: reasons[why][lang] })),
      gone: gone.map((path) => `${prefix}${path}`),
    },
    undefined,
    2,
  )}\n`;
}
