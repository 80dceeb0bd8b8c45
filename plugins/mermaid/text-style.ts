import { readStylesheet, type StyleRule } from './stylesheet.ts';

/** The properties that the size of a text depends on. */
type TextProperty = 'font-size' | 'font-weight' | 'text-anchor' | 'dominant-baseline';
const PROPERTIES: ReadonlySet<string> = new Set<TextProperty>(['font-size', 'font-weight', 'text-anchor', 'dominant-baseline']);
const DEFAULT_SIZE = 16;

const relevant = new WeakMap<readonly StyleRule[], readonly StyleRule[]>();

function rulesFor(element: Element): readonly StyleRule[] {
  const css = element.closest('svg[id]')?.querySelector('style')?.textContent ?? '';
  const all = readStylesheet(css);
  let rules = relevant.get(all);
  if (!rules) relevant.set(all, (rules = all.filter(({ declarations }) => declarations.some(({ property }) => PROPERTIES.has(property)))));
  return rules;
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** What the cascade gives one element for one property, without inheritance. */
function ownValue(element: Element, property: TextProperty): string | undefined {
  const inline = (element as SVGElement).style.getPropertyValue(property);
  if (inline !== '') return inline;
  let best: { value: string; weight: number } | undefined;
  for (const rule of rulesFor(element)) {
    const declaration = rule.declarations.findLast((entry) => entry.property === property);
    if (!declaration) continue;
    const weight = rule.specificity + (declaration.important ? 1e8 : 0);
    if ((best === undefined || weight >= best.weight) && matches(element, rule.selector)) best = { value: declaration.value, weight };
  }
  return best?.value ?? element.getAttribute(property) ?? undefined;
}

/** What an element has for a property, inherited where it says nothing itself, and the element that says it. */
function valueOf(element: Element, property: TextProperty): { value: string; from: Element } | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = ownValue(at, property);
    if (value !== undefined && value !== 'inherit') return { value, from: at };
  }
  return undefined;
}

/** A length in CSS pixels. */
export function pixels(value: string | null | undefined, em: number): number {
  const number = Number.parseFloat(value ?? '');
  if (Number.isNaN(number)) return 0;
  if (/r?em$/.test(value ?? '')) return number * em;
  if ((value ?? '').endsWith("ex")) return (number * em) / 2;
  return (value ?? '').endsWith("%") ? (number * em) / 100 : number;
}

export function fontSize(element: Element): number {
  const found = valueOf(element, 'font-size');
  if (!found) return DEFAULT_SIZE;
  const parent = found.from.parentElement;
  return pixels(found.value, /(em|ex|%)$/.test(found.value) && parent ? fontSize(parent) : DEFAULT_SIZE) || DEFAULT_SIZE;
}

export function isBold(element: Element): boolean {
  const weight = valueOf(element, 'font-weight')?.value ?? '';
  return weight.startsWith('bold') || Number(weight) >= 600;
}

export const anchorOf = (element: Element): string => valueOf(element, 'text-anchor')?.value ?? 'start';
export const baselineOf = (element: Element): string => valueOf(element, 'dominant-baseline')?.value ?? 'auto';
