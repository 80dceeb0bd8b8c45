import type { Row, TableBlock } from '../block.ts';
import { cellsOf, type Cells } from '../cells.ts';
import { recognise, type Recognised } from '../columns.ts';
import type { Draft } from '../found.ts';
import { readAction } from '../kinds/action.ts';
import { readActivity, type ActivityKind } from '../kinds/activity.ts';
import { isRestoreTest, readBackup } from '../kinds/backup.ts';
import { isObjective, readIndicator } from '../kinds/indicator.ts';
import { readRisk } from '../kinds/risk.ts';
import { readRole } from '../kinds/role.ts';
import { readScenario } from '../kinds/scenario.ts';
import { readSeverity } from '../kinds/severity.ts';
import { key, slug } from '../plain.ts';
import { typeOf } from '../procedures.ts';
import { speaksOf } from '../subject.ts';
import type { RecordKind } from '../vocabulary.ts';
import { DOCUMENTATION, isNothing, isTemplate, isTotal, wordIn } from '../words/cells.ts';
import type { Reason } from '../words/reasons.ts';

export interface TableRow {
  readonly row: Row;
  /** A record, or why the row is none. */
  readonly draft?: Draft | undefined;
  readonly why?: Reason | undefined;
}

export interface TableRecords {
  readonly kind: RecordKind;
  readonly rows: readonly TableRow[];
  readonly confidence: number;
  readonly columns: Recognised['columns'];
}

/** What activities a table lists, by its heading and by its own header. */
function activityKind(context: string): ActivityKind {
  return speaksOf(context, 'drill') ? 'drill' : speaksOf(context, 'job') ? 'job' : speaksOf(context, 'rotation') ? 'rotation' : speaksOf(context, 'review') ? 'review' : 'maintenance';
}

function readRunbookRow(cells: Cells): Draft | undefined {
  const title = cells.text('title');
  if (title === undefined) return undefined;
  const state = cells.text('state');
  const documentation = state === undefined ? undefined : wordIn(DOCUMENTATION, state);
  if (state !== undefined && documentation === undefined) cells.keep('state');
  const owner = cells.text('owner');
  return { id: cells.text('id') ?? `RB-${slug(title).toUpperCase()}`, fields: { title, type: typeOf(title), ...(documentation === undefined ? {} : { documentation }), ...(owner === undefined ? {} : { owner }) }, kept: cells.left() };
}

function readerOf(kind: RecordKind, context: string): (cells: Cells) => Draft | undefined {
  switch (kind) {
    case 'risk': return readRisk;
    case 'severity': return readSeverity;
    case 'role': return readRole;
    case 'scenario': return readScenario;
    case 'backup': return readBackup;
    case 'indicator': return readIndicator;
    case 'action': return readAction;
    case 'runbook': return readRunbookRow;
    case 'activity': return (cells) => readActivity(cells, activityKind(context));
  }
}

const RECORDS: readonly string[] = ['risk', 'severity', 'role', 'scenario', 'backup', 'activity', 'indicator', 'action', 'runbook'];

/** Tells the rows that are records from those that add up, repeat, or are to be filled in. */
function readRow(table: TableBlock, row: Row, { kind, columns }: Recognised, reader: (cells: Cells) => Draft | undefined): TableRow {
  const texts = row.cells.map(({ text }) => text);
  if (texts.every((text) => isNothing(text))) return { row, why: 'empty-row' };
  if (texts.some((text) => text !== '') && table.header.cells.every(({ text }, index) => key(text) === key(texts[index] ?? ''))) return { row, why: 'header-again' };
  if (isTotal(texts.find((text) => text !== '') ?? '')) return { row, why: 'totals-row' };
  const filled = texts.filter((text) => !isNothing(text));
  if (filled.length === 1 && table.header.cells.filter(({ text }) => text !== '').length >= 3) return { row, why: 'note-in-table' };
  const title = texts[columns.at['title'] ?? columns.at['id'] ?? 0] ?? '';
  if (isTemplate(title) || filled.filter((text) => isTemplate(text)).length > filled.length / 2) return { row, why: 'template-row' };
  if (kind === 'backup' && isRestoreTest(title)) return { row, why: 'restore-test' };
  if (kind === 'indicator' && isObjective(title)) return { row, why: 'objective' };
  const draft = reader(cellsOf(table.header, row, columns));
  return draft ? { row, draft } : { row, why: 'no-title' };
}

/** Reads a table as records of the kind that understands it best, or undefined where none does. `context` is the headings above it. */
export function tableRecords(table: TableBlock, context: string): TableRecords | undefined {
  for (const recognised of recognise(table)) {
    if (!RECORDS.includes(recognised.kind) || recognised.confidence < 0.34) return undefined;
    const kind = recognised.kind as RecordKind;
    const headers = table.header.cells.map(({ text }) => text).join(' ');
    const reader = readerOf(kind, `${context} ${headers}`);
    const rows = table.rows.map((row) => readRow(table, row, recognised, reader));
    const drafts = rows.flatMap(({ draft }) => draft ?? []);
    if (drafts.length === 0) continue;
    // Ratings that no cell of the column gives were no ratings: the words of another table.
    if (kind === 'risk' && !drafts.some(({ rating }) => rating?.likelihood ?? rating?.impact)) continue;
    if (kind === 'risk' && 'likelihood' in recognised.columns.at && !drafts.some(({ rating }) => rating?.likelihood)) continue;
    return { kind, rows, confidence: recognised.confidence, columns: recognised.columns };
  }
  return undefined;
}
