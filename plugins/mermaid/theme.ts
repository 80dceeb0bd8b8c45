import { contrast, hexOf, inkOn, roleOf } from './colour.ts';
import { roles, type Role } from './palette.ts';

/** Colours that Mermaid's drawing code writes itself, whatever the theme. */
const HARD: Readonly<Record<string, Role>> = { '#000000': 'ink', '#333333': 'ink', '#666666': 'soft', '#999999': 'edge', '#eaeaea': 'sunk', '#edf2ae': 'sunk', '#ffffff': 'surface', '#fff8dc': 'surface' };

/** What stands behind text, in the two themes: an author's ink must be readable on both. */
const GROUNDS = [roles.tint, '#142a37'];

const KINDS = ['fill', 'stroke', 'stop-color'] as const;
const SHAPES = /^(rect|circle|ellipse|polygon|path)$/;

const isText = (element: Element): boolean => /^(text|tspan)$/.test(element.tagName);

/** A colour that an author chose (`style`, `classDef`), which no theme changes. */
function ownColour(element: Element, kind: string): string | undefined {
  const value = element.getAttribute(kind);
  const hex = value === null ? undefined : hexOf(value);
  return hex === undefined || roleOf(hex) !== undefined ? undefined : hex;
}

/** The fill that an author gave the shape that a text stands in. */
function ownGround(text: Element): string | undefined {
  const holder = text.closest('.node, .cluster');
  for (let at = holder && text.parentElement; at; at = at.parentElement) {
    for (const child of at.children) {
      const shape = SHAPES.test(child.tagName) ? child : child.tagName === 'g' && !child.querySelector('text') ? child.querySelector('path, rect, polygon, circle') : null;
      const fill = shape && ownColour(shape, 'fill');
      if (fill) return fill;
    }
    if (at === holder) break;
  }
  return undefined;
}

/** Colours written by the drawing code, and not by the author, become ours. Before anything asks whose a colour is. */
function adoptHardColours(elements: readonly Element[], authored: (colour: string) => boolean): void {
  for (const element of elements) {
    for (const kind of KINDS) {
      const value = element.getAttribute(kind);
      if (value === 'currentColor' || value === 'currentcolor') element.setAttribute(kind, roles.ink);
      const hex = value === null ? undefined : hexOf(value);
      const role = hex === undefined || value === null || authored(value) ? undefined : HARD[hex];
      if (role) element.setAttribute(kind, kind === 'fill' && role === 'surface' && isText(element) ? roles.ink : roles[role]);
    }
  }
}

/** Gives every colour of ours a class that the site's stylesheet sets in both themes, and keeps an author's colours readable on their own. */
export function themeColours(svg: Element, source: string): void {
  const elements = [svg, ...svg.querySelectorAll('*')];
  const written = source.toLowerCase();
  adoptHardColours(elements, (value) => written.includes(value.toLowerCase()));
  for (const text of svg.querySelectorAll('text, tspan')) {
    const ground = ownGround(text);
    const ink = ownColour(text, 'fill');
    if (ground !== undefined && ink === undefined) {
      if (text.tagName === 'text' || text.hasAttribute('fill')) text.setAttribute('fill', inkOn(ground));
      text.classList.add('diagram-own');
    } else if (ground === undefined && ink !== undefined && GROUNDS.some((colour) => contrast(colour, ink) < 4.5)) text.setAttribute('fill', roles.ink);
  }
  // Where a rule of Mermaid colours a whole section, its words would have the colour of their ground.
  for (const text of svg.querySelectorAll('text, tspan')) if (roleOf(hexOf(text.getAttribute('fill') ?? '') ?? '')?.startsWith('fill')) text.setAttribute('fill', roles.ink);
  const classes = new Map<Element, string[]>();
  for (const element of elements) {
    const names = element.classList.contains('diagram-own') && !element.hasAttribute('fill') ? ['diagram-own'] : [];
    for (const kind of KINDS) {
      const value = element.getAttribute(kind);
      if (value === null) continue;
      const hex = hexOf(value);
      if (hex === undefined) continue;
      const role = roleOf(hex);
      element.setAttribute(kind, hex);
      if (role && !(element.classList.contains('diagram-own') && kind === 'fill')) names.push(`d-${kind === 'stop-color' ? 'stop' : kind}-${role}`);
      else if (!names.includes('diagram-own')) names.push('diagram-own');
    }
    // A coloured band behind a part of a sequence: text of the theme stands on it.
    if (element.classList.contains('rect') && names.includes('diagram-own')) element.setAttribute('fill-opacity', '0.2');
    classes.set(element, names);
  }
  for (const [element, names] of classes) {
    if (names.length === 0) element.removeAttribute('class');
    else element.setAttribute('class', names.join(' '));
  }
}
