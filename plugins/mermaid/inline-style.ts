import { readDeclarations, readStylesheet } from './stylesheet.ts';

/** CSS properties that SVG knows as attributes and that a diagram needs. The font family is the page's. */
const ATTRIBUTES: ReadonlySet<string> = new Set('fill stroke stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-opacity fill-opacity opacity font-size font-weight font-style text-anchor dominant-baseline alignment-baseline visibility display fill-rule marker-start marker-end letter-spacing text-decoration stop-color stop-opacity'.split(' '));

const NO_VALUE = /^(revert|initial|inherit|unset|)$/;

interface Winner {
  readonly value: string;
  readonly weight: number;
}

const IMPORTANT = 1e8;
const INLINE = 1e7;

function select(root: Element, selector: string): Element[] {
  try {
    return [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** Turns the style sheets and style attributes of an SVG into presentation attributes: a policy without inline style shows it as it was meant. */
export function inlineStyle(svg: Element): void {
  const winners = new Map<Element, Map<string, Winner>>();
  const offer = (element: Element, property: string, value: string, weight: number): void => {
    let own = winners.get(element);
    if (!own) winners.set(element, (own = new Map<string, Winner>()));
    if (weight >= (own.get(property)?.weight ?? 0)) own.set(property, { value, weight });
  };
  for (const style of svg.querySelectorAll('style')) {
    for (const { selector, specificity, declarations } of readStylesheet(style.textContent)) {
      for (const element of select(svg, selector)) {
        for (const { property, value, important } of declarations) offer(element, property, value, specificity + (important ? IMPORTANT : 0));
      }
    }
    style.remove();
  }
  for (const element of [svg, ...svg.querySelectorAll('[style]')]) {
    for (const { property, value, important } of readDeclarations(element.getAttribute('style') ?? '')) offer(element, property, value, INLINE + (important ? IMPORTANT : 0));
    element.removeAttribute('style');
  }
  for (const [element, properties] of winners) {
    for (const [property, { value }] of properties) {
      if (property === 'transform') setTransform(element, value);
      if (!ATTRIBUTES.has(property) || NO_VALUE.test(value)) continue;
      element.setAttribute(property, (property === 'fill' || property === 'stroke') && value === 'transparent' ? 'none' : value.replace(/(\d)px\b/g, '$1'));
    }
  }
}

/** A CSS transform around an origin, as the attribute that says the same (the diamond of a milestone). */
function setTransform(element: Element, value: string): void {
  const origin = (element.getAttribute('transform-origin') ?? '').split(/\s+/).map(Number.parseFloat);
  const [x, y] = origin;
  if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return;
  const steps = value.replace(/deg/g, '').replace(/px/g, '');
  element.setAttribute('transform', `translate(${x} ${y}) ${steps} translate(${-x} ${-y})`);
  element.removeAttribute('transform-origin');
}
