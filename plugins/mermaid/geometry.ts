import { svgPathProperties } from 'svg-path-properties';
import { transformed } from './affine.ts';
import { join, type Box } from './box.ts';
import type { TextMeasure } from './font.ts';
import { textBox, textWidth } from './text-box.ts';
import { fontSize } from './text-style.ts';

const HIDDEN = /^(defs|style|marker|title|desc|clippath|filter|lineargradient|symbol|script)$/i;

const number = (element: Element, name: string): number => Number.parseFloat(element.getAttribute(name) ?? '') || 0;

type Path = InstanceType<typeof svgPathProperties>;

const paths = new Map<string, Path | undefined>();
/** A path's geometry, or undefined where its data cannot be read. */
export function pathOf(data: string): Path | undefined {
  if (!paths.has(data)) {
    if (paths.size > 500) paths.clear();
    let path: Path | undefined;
    try {
      path = new svgPathProperties(data);
    } catch {
      path = undefined;
    }
    paths.set(data, path);
  }
  return paths.get(data);
}

const around = (x: number, y: number, rx: number, ry: number): Box => ({ left: x - rx, top: y - ry, right: x + rx, bottom: y + ry });

function pathBox(data: string): Box | undefined {
  const path = pathOf(data);
  if (!path) return undefined;
  let box: Box | undefined;
  // Corners are exact; between them a curve is followed.
  for (const part of path.getParts()) {
    const samples = Math.min(48, Math.max(1, Math.ceil(part.length / 4)));
    for (let index = 0; index <= samples; index++) {
      const { x, y } = part.getPointAtLength((part.length * index) / samples);
      if (Number.isFinite(x) && Number.isFinite(y)) box = join(box, around(x, y, 0, 0));
    }
  }
  return box;
}

/** The box of an SVG element in its own coordinates, as `getBBox` says. */
export function boxOf(element: Element, measure: TextMeasure): Box | undefined {
  switch (element.tagName.toLowerCase()) {
    case 'text':
      return textBox(element, measure);
    case 'tspan': {
      const size = fontSize(element);
      const [x, y] = [number(element, 'x'), number(element, 'y')];
      return { left: x, top: y - Math.round(measure.ascent * size), right: x + textWidth(element, measure), bottom: y + Math.round(measure.descent * size) };
    }
    case 'rect':
    case 'image':
    case 'foreignobject':
    case 'use': {
      const [left, top] = [number(element, 'x'), number(element, 'y')];
      return { left, top, right: left + number(element, 'width'), bottom: top + number(element, 'height') };
    }
    case 'circle':
      return around(number(element, 'cx'), number(element, 'cy'), number(element, 'r'), number(element, 'r'));
    case 'ellipse':
      return around(number(element, 'cx'), number(element, 'cy'), number(element, 'rx'), number(element, 'ry'));
    case 'line':
      return join(around(number(element, 'x1'), number(element, 'y1'), 0, 0), around(number(element, 'x2'), number(element, 'y2'), 0, 0));
    case 'polygon':
    case 'polyline': {
      const values = (element.getAttribute('points') ?? '').split(/[\s,]+/).filter(Boolean).map(Number);
      let box: Box | undefined;
      for (let index = 0; index + 1 < values.length; index += 2) box = join(box, around(values[index] ?? 0, values[index + 1] ?? 0, 0, 0));
      return box;
    }
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'g':
    case 'svg':
    case 'a':
    case 'switch': {
      let box: Box | undefined;
      for (const child of element.children) {
        if (HIDDEN.test(child.tagName) || (child as SVGElement).style.display === 'none') continue;
        const inner = boxOf(child, measure);
        // Browsers do not count what has no extent.
        if (inner && (inner.right > inner.left || inner.bottom > inner.top)) box = join(box, transformed(inner, child.getAttribute('transform')));
      }
      return box;
    }
    default:
      return undefined;
  }
}
