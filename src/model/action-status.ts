import { daysBetween } from './duration.ts';
import { needsAction } from './rated.ts';
import type { RecordOf, RiskRecord } from './records.ts';
import { actionsOf, isAccepted, isLive, isPending } from './treatment.ts';
import type { Wiki } from './wiki.ts';

/** Where a date stands: `days` to wait, or days late. */
export interface DueStatus {
  readonly state: 'late' | 'due';
  readonly on: string;
  readonly days: number;
}

export const dueStatus = (on: string, asOf: string): DueStatus => {
  const days = daysBetween(asOf, on);
  return { state: days < 0 ? 'late' : 'due', on, days: Math.abs(days) };
};

/**
 * What is being done about a risk: the next dated action, an action without a date, nothing where the method asks for
 * something (`missing`), work that is all done, or nothing that is asked for.
 */
export type TreatmentStatus =
  | (DueStatus & { readonly action: RecordOf<'action'> })
  | { readonly state: 'undated'; readonly action: RecordOf<'action'> }
  | { readonly state: 'missing' | 'done' | 'accepted' | 'closed' | 'not-required' | 'no-threshold' };

/** Whether the method asks for an action on a risk that is neither closed nor accepted. */
export const asksForAction = (risk: RiskRecord): boolean => risk.method !== undefined && risk.current !== undefined && isLive(risk) && !isAccepted(risk) && needsAction(risk.method.value, risk.current);

export function treatmentStatus(wiki: Wiki, risk: RiskRecord): TreatmentStatus {
  if (!isLive(risk)) return { state: 'closed' };
  const actions = actionsOf(wiki, risk);
  const pending = actions.filter(isPending);
  const [dated] = pending.filter(({ value }) => value.due !== undefined).sort((a, b) => (a.value.due ?? '').localeCompare(b.value.due ?? ''));
  if (dated?.value.due !== undefined) return { ...dueStatus(dated.value.due, wiki.asOf), action: dated };
  if (pending[0]) return { state: 'undated', action: pending[0] };
  if (isAccepted(risk)) return { state: 'accepted' };
  if (asksForAction(risk)) return { state: 'missing' };
  if (actions.length > 0) return { state: 'done' };
  return { state: risk.method?.value.action_from === undefined ? 'no-threshold' : 'not-required' };
}
