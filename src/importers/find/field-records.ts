import type { Block, ListBlock } from '../block.ts';
import { cellsOf } from '../cells.ts';
import { fieldOf } from '../columns.ts';
import type { Draft } from '../found.ts';
import { readAction } from '../kinds/action.ts';
import { readBackup } from '../kinds/backup.ts';
import { readIndicator } from '../kinds/indicator.ts';
import { readRisk } from '../kinds/risk.ts';
import { readScenario } from '../kinds/scenario.ts';
import { plain } from '../plain.ts';
import { speaksOf } from '../subject.ts';
import type { RecordKind } from '../vocabulary.ts';

/** `**Probabilité:** 3`, `Owner: Ops`, a row `| Impact | 4 |`. */
export interface Pair {
  readonly label: string;
  readonly source: string;
  readonly line: number;
}

const PAIR = /^\s*(?:[-*•]\s+)?(?:\*\*|__)?([\p{L}#][^:*\n|]{0,38}?)\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.*)$/u;

function pairIn(source: string, line: number): Pair | undefined {
  const match = PAIR.exec(source.trim());
  return match && !(match[2] ?? '').startsWith("//") ? { label: plain(match[1] ?? ''), source: (match[2] ?? '').replace(/\*\*\s*$/, (marks) => ((match[2] ?? '').split('**').length % 2 === 0 ? '' : marks)).trim(), line } : undefined;
}

/** Pairs of a block: every line of a paragraph, every outer item of a list, every row of a table of two columns. */
export function pairsOf(block: Block, lines: readonly string[]): Pair[] {
  if (block.kind === 'paragraph') return lines.slice(block.line - 1, block.end).flatMap((text, index) => pairIn(text.replace(/\s{2,}$/, ''), block.line + index) ?? []);
  if (block.kind === 'list') {
    return block.items.flatMap((item, index) => {
      const pair = item.level === 0 ? pairIn(item.source, item.line) : undefined;
      if (!pair) return [];
      const below: string[] = [];
      for (const next of block.items.slice(index + 1)) {
        if (next.level === 0) break;
        below.push(next.source);
      }
      return [below.length === 0 ? pair : { ...pair, source: [pair.source, ...below].filter((text) => text !== '').join('<br>') }];
    });
  }
  if (block.kind === 'table' && block.header.cells.length === 2) return [block.header, ...block.rows].map(({ cells, line }) => ({ label: cells[0]?.text ?? '', source: cells[1]?.source ?? '', line }));
  return [];
}

const READERS = { scenario: readScenario, risk: readRisk, action: readAction, backup: readBackup, indicator: readIndicator } as const;
type FieldKind = keyof typeof READERS;

/** Fields that make a kind what it is: a heading with only a description is no record. */
const NEEDS: Readonly<Record<FieldKind, readonly (readonly string[])[]>> = {
  risk: [['likelihood', 'impact'], ['likelihood', 'level'], ['impact', 'criticality'], ['level', 'owner']],
  scenario: [['rto'], ['rpo']],
  action: [['due', 'owner'], ['due', 'state'], ['owner', 'state'], ['due', 'title']],
  backup: [['frequency', 'retention']],
  indicator: [['target', 'alert']],
};

/** The fields that pairs hold, read as one record named by its heading. */
export function fieldsRecord(title: string, id: string | undefined, pairs: readonly Pair[], prefer?: FieldKind): { kind: RecordKind; draft: Draft; used: readonly Pair[] } | undefined {
  const kinds = (Object.keys(READERS) as FieldKind[]).sort((a, b) => Number(b === prefer) - Number(a === prefer));
  for (const kind of kinds) {
    const fields = pairs.map(({ label }) => fieldOf(kind, label, 2));
    if (!NEEDS[kind].some((needed) => needed.every((field) => fields.includes(field)))) continue;
    // RTO and RPO under any other heading are promises of a system, not of a scenario.
    if (kind === 'scenario' && id === undefined && !speaksOf(title, 'scenario')) continue;
    const used = pairs.filter((_, index) => fields[index] !== undefined);
    const at: Record<string, number> = {};
    pairs.forEach((_, index) => {
      const field = fields[index];
      if (field !== undefined && !(field in at)) at[field] = index;
    });
    const cell = (source: string): { source: string; text: string } => ({ source, text: plain(source) });
    const named = 'title' in at ? pairs : [...pairs, { label: 'title', source: title, line: 0 }];
    if (!('title' in at)) at['title'] = named.length - 1;
    const header = { cells: named.map(({ label }) => cell(label)), line: 0, end: 0 };
    const row = { cells: named.map(({ source }) => cell(source)), line: 0, end: 0 };
    const draft = READERS[kind](cellsOf(header, row, { at, weight: 0 }));
    if (draft) return { kind, draft: { ...draft, id: draft.id ?? id }, used };
  }
  return undefined;
}

/** Items of a list with fields below them (`- **R-T01 – Saturation**`, ` - Action : …`, ` - Deadline : …`). */
export function nestedRecords(list: ListBlock, prefer: FieldKind): { head: string; line: number; end: number; kind: RecordKind; draft: Draft }[] {
  const found: { head: string; line: number; end: number; kind: RecordKind; draft: Draft }[] = [];
  list.items.forEach((item, index) => {
    if (item.level !== 0 || item.text === '') return;
    const below = [];
    for (const next of list.items.slice(index + 1)) {
      if (next.level === 0) break;
      below.push(next);
    }
    const pairs = below.flatMap(({ source, line }) => pairIn(source, line) ?? []);
    const record = pairs.length >= 2 ? fieldsRecord(item.text, undefined, pairs, prefer) : undefined;
    if (!record) return;
    const used = new Set(record.used.map(({ line }) => line));
    const rest = below.filter(({ line, text }) => !used.has(line) && text !== '' && !pairs.some((pair) => pair.line === line)).map(({ source }) => ({ label: '', text: source }));
    found.push({ head: item.text, line: item.line, end: below.at(-1)?.end ?? item.end, kind: record.kind, draft: { ...record.draft, kept: [...record.draft.kept, ...rest] } });
  });
  return found;
}
