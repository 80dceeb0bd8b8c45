import { costOf, type ActionCost } from '../model/action-cost.ts';
import { dueStatus, type DueStatus } from '../model/action-status.ts';
import type { AnyRecord, RecordOf, RiskRecord } from '../model/records.ts';
import { isPending } from '../model/treatment.ts';
import type { Wiki } from '../model/wiki.ts';
import { ownerOf, type Owner } from './rated-rows.ts';

type Action = RecordOf<'action'>;

export interface ActionRow {
  readonly action: Action;
  readonly due: DueStatus | undefined;
  readonly owner: Owner | undefined;
  /** Where the need comes from: a record, or only a kind of need. */
  readonly origin: { readonly kind: NonNullable<Action['value']['origin']>['kind']; readonly record: AnyRecord | undefined } | undefined;
  /** Risks that it treats, the origin aside. */
  readonly risks: readonly RiskRecord[];
  readonly cost: ActionCost;
}

export type ActionGroupId = 'overdue' | 'due' | 'undated' | 'gaps' | 'closed';

export interface ActionsView {
  /** In this order; empty groups are left out. */
  readonly groups: readonly { readonly id: ActionGroupId; readonly rows: readonly ActionRow[] }[];
  readonly open: number;
  readonly late: number;
  readonly undated: number;
  /** What open actions cost together. */
  readonly cost: ActionCost;
}

const ORDER: readonly ActionGroupId[] = ['overdue', 'due', 'undated', 'gaps', 'closed'];

function groupOf({ action, due }: ActionRow): ActionGroupId {
  if (!isPending(action)) return 'closed';
  if (due) return due.state === 'late' ? 'overdue' : 'due';
  return action.value.kind === 'gap' ? 'gaps' : 'undated';
}

function rowOf(wiki: Wiki, action: Action): ActionRow {
  const { value, system } = action;
  const origin = value.origin && { kind: value.origin.kind, record: value.origin.ref === undefined ? undefined : wiki.resolve(value.origin.ref, system) };
  const risks = wiki
    .backlinks(action.key)
    .map(({ from }) => from)
    .filter((from): from is RiskRecord => from.kind === 'risk' && from.key !== origin?.record?.key);
  return { action, due: value.due === undefined ? undefined : dueStatus(value.due, wiki.asOf), owner: ownerOf(wiki, system, value.owner ?? (action.document.value as { owner?: string }).owner), origin, risks, cost: costOf([action]) };
}

/** Actions of a system, or of all: overdue first, then by date, then what has no date and what nobody has taken up. */
export function actionsView(wiki: Wiki, system?: string): ActionsView {
  const rows = wiki.all('action', system).map((action) => rowOf(wiki, action));
  const groups = ORDER.map((id) => ({
    id,
    rows: rows.filter((row) => groupOf(row) === id).sort((a, b) => (a.action.value.due ?? '').localeCompare(b.action.value.due ?? '')),
  })).filter((group) => group.rows.length > 0);
  const open = rows.filter(({ action }) => isPending(action));
  return { groups, open: open.length, late: open.filter(({ due }) => due?.state === 'late').length, undated: open.filter(({ due }) => due === undefined).length, cost: costOf(open.map(({ action }) => action)) };
}
