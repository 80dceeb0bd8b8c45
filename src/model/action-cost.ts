import type { RecordOf } from './records.ts';

/** What some actions cost, added up: amounts by unit as written (`€`, `€/an`), effort in days. `unknown` counts those that say nothing. */
export interface ActionCost {
  readonly amounts: readonly { readonly unit: string; readonly total: number }[];
  readonly days: number;
  readonly unknown: number;
}

const number = (text: string): number => Number(text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'));

/** Adds what can be read: `2000 €`, `500 €/an`, `5 jours`, `8 d`. Words stay out of the sum and count as unknown. */
export function costOf(actions: readonly RecordOf<'action'>[]): ActionCost {
  const amounts = new Map<string, number>();
  let days = 0;
  let unknown = 0;
  for (const { value } of actions) {
    const cost = typeof value.cost === 'number' ? `${value.cost} €` : value.cost;
    const effort = [value.effort, cost].map((text) => /^~?\s*(\d+(?:[.,]\d+)?)\s*(?:j|jours?|d|days?)\b/i.exec(text ?? '')?.[1]).find((found) => found !== undefined);
    const amount = /^~?\s*(\d[\d\s\u00A0\u202F.,]*?)\s*((?:€|\$|£|USD|EUR|Rs)(?:\s*\/\s*\p{L}+)?)/iu.exec(cost ?? '');
    if (amount?.[1] !== undefined && amount[2] !== undefined) amounts.set(amount[2].replace(/\s/g, ''), (amounts.get(amount[2].replace(/\s/g, '')) ?? 0) + number(amount[1]));
    if (effort !== undefined) days += number(effort);
    if (!amount && effort === undefined) unknown += 1;
  }
  return { amounts: [...amounts].map(([unit, total]) => ({ unit, total })), days, unknown };
}
