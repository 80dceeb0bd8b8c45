import type { Kind } from '../../schemas/kinds.ts';
import type { FoundRecord } from '../found.ts';
import { styleOf, type Method } from '../method.ts';
import { slug } from '../plain.ts';
import type { Lang } from '../plan.ts';
import type { RecordKind } from '../vocabulary.ts';
import type { ScaleCell } from '../words/scale.ts';
import { titles } from '../words/titles.ts';
import type { Drafts } from './drafts.ts';
import { bareTitle } from './source-title.ts';

interface List {
  readonly file: 'incidents' | 'escalation' | 'continuity' | 'backups' | 'schedule' | 'indicators' | 'actions';
  readonly kind: Kind;
  readonly list: string;
}

/** Where the records of a kind stand, and in which list. */
const LISTS: Readonly<Record<Exclude<RecordKind, 'risk' | 'runbook'>, List>> = {
  severity: { file: 'incidents', kind: 'incident-matrix', list: 'severities' },
  role: { file: 'escalation', kind: 'escalation', list: 'roles' },
  scenario: { file: 'continuity', kind: 'continuity-plan', list: 'scenarios' },
  backup: { file: 'backups', kind: 'backup-policy', list: 'backups' },
  activity: { file: 'schedule', kind: 'schedule', list: 'activities' },
  indicator: { file: 'indicators', kind: 'indicators', list: 'indicators' },
  action: { file: 'actions', kind: 'action-plan', list: 'actions' },
};

/** Drafts a document for the records of each kind: registers first, runbooks last. */
export function draftRecords(drafts: Drafts, records: readonly FoundRecord[], methods: readonly Method[], lang: Lang): void {
  draftRegisters(drafts, records.filter(({ kind }) => kind === 'risk'), methods, lang);
  for (const [kind, place] of Object.entries(LISTS)) {
    const found = records.filter((record) => record.kind === kind);
    if (found.length > 0) draftList(drafts, place, kind === 'severity' ? gravestFirst(found) : found, methods, lang);
  }
  for (const record of records.filter(({ kind }) => kind === 'runbook')) {
    const { title, ...rest } = record.fields;
    const undocumented = record.body === undefined && rest['documentation'] === undefined;
    drafts.add(`runbooks/${slug(String(title)) || slug(record.id)}.md`, 'runbook', { kind: 'runbook', id: record.id, title, ...rest, ...(undocumented ? { documentation: 'undocumented' } : {}) }, { records: [record] });
  }
}

/** A register for the risks of each table. */
function draftRegisters(drafts: Drafts, risks: readonly FoundRecord[], methods: readonly Method[], lang: Lang): void {
  const groups = [...new Set(risks.map(({ group }) => group))].map((group) => risks.filter((record) => record.group === group));
  for (const members of groups) {
    const method = methods.find(({ style }) => members.some((record) => styleOf(record) === style)) ?? methods[0];
    if (!method) continue;
    const title = bareTitle(members[0]?.path.at(-1) ?? '') || titles[lang].risks;
    drafts.add(groups.length === 1 ? 'risks.md' : `risks/${slug(title) || 'risks'}.md`, 'risk-register', { kind: 'risk-register', title, method: method.id, risks: members.map((record) => shown(record, methods)) }, { list: 'risks', records: members });
  }
}

function draftList(drafts: Drafts, { file, kind, list }: List, records: readonly FoundRecord[], methods: readonly Method[], lang: Lang): void {
  const [first] = records;
  // Records that a text cites here and there have no heading of their own.
  const together = records.every(({ group }) => group === first?.group) && first?.group.endsWith(':gaps') !== true;
  const title = (together ? bareTitle(first?.path.at(-1) ?? '') : '') || titles[lang][file];
  const style = kind === 'continuity-plan' ? records.map((record) => styleOf(record)).find((each) => each !== undefined) : undefined;
  const method = methods.find((each) => each.style === style);
  drafts.add(`${file}.md`, kind, { kind, title, ...(method ? { method: method.id } : {}), [list]: records.map((record) => shown(record, methods)) }, { list, records });
}

/** Severities stand from the gravest to the mildest. */
function gravestFirst(records: readonly FoundRecord[]): readonly FoundRecord[] {
  const number = (record: FoundRecord | undefined): number => Number(/\d+$/.exec(record?.id ?? '')?.[0] ?? NaN);
  return number(records[0]) > number(records.at(-1)) ? [...records].reverse() : records;
}

const sayCell = (cell: ScaleCell | undefined): string => [cell?.label, cell?.value, cell?.rest].filter((part) => part !== undefined).join(' ');

/** A record's fields as its schema orders them, with its rating where it has one. */
function shown(record: FoundRecord, methods: readonly Method[]): Record<string, unknown> {
  const { title = record.id, ...rest } = record.fields;
  const { kind, id, rating } = record;
  if (kind !== 'risk' && kind !== 'scenario') return { id, ...(kind === 'activity' ? { kind: rest['kind'] } : {}), title, ...rest };
  const { category, summary, ...others } = rest;
  const method = methods.find(({ style }) => style === styleOf(record));
  const current = method?.rate(rating);
  const target = method?.rate(record.target);
  const inherent = method?.rate(record.inherent);
  if (!current && (rating?.likelihood ?? rating?.impact)) record.kept = [...record.kept, { label: 'rating', text: `${sayCell(rating?.likelihood)} × ${sayCell(rating?.impact)}` }];
  return { id, title, ...(summary === undefined ? {} : { summary }), ...(category === undefined ? {} : { category }), ...(inherent ? { inherent } : {}), current: current ?? 'not-rated', ...(target ? { target } : {}), ...others };
}
