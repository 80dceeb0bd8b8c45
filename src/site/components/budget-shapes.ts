/** The part of a time budget that follows the path: drawn by the page, and again by the device when a branch is chosen. */
import type { BudgetBar } from '../../views/budget-bar.ts';

export interface Shape {
  readonly tag: 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** Narrower than this share of the bar, a phase has no room for its number. */
const ROOM = 0.035;

export const percent = (minutes: number, span: number): string => `${Number(((minutes / span) * 100).toFixed(2))}%`;

/** Percentages keep the bar right at every width without a style. */
export function budgetShapes({ phases, over, maybe, end, span }: Pick<BudgetBar, 'phases' | 'over' | 'maybe' | 'end' | 'span'>): Shape[] {
  const block = (from: number, to: number, look: Record<string, string>): Shape => ({ tag: 'rect', attributes: { x: percent(from, span), y: '22', width: percent(to - from, span), height: '30', ...look } });
  return [
    ...phases.map(({ from, to, odd }) => block(from, to, { class: odd ? 's1' : 's2' })),
    ...(over ? [block(over.from, over.to, { class: 'ov' }), block(over.from, over.to, { fill: 'url(#h1)' })] : []),
    ...maybe.map(({ from, to, late }) => block(from, to, { fill: late ? 'url(#h2)' : 'url(#h3)' })),
    block(0, end, { class: 'fr' }),
    ...phases
      .filter(({ from, to }) => (to - from) / span > ROOM)
      .map(({ from, to, odd, number }): Shape => ({ tag: 'text', attributes: { x: percent((from + to) / 2, span), y: '42', class: odd ? 'w m' : 'b m' }, text: String(number) })),
  ];
}
