import { join, type Box } from './box.ts';
import type { TextMeasure } from './font.ts';
import { anchorOf, baselineOf, fontSize, isBold, pixels } from './text-style.ts';

interface Run {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

const SILENT = /^(title|desc|style)$/i;

function runsOf(element: Element): Run[] {
  const runs: Run[] = [];
  const visit = (at: Element): void => {
    for (const child of at.childNodes) {
      if (child.nodeType === 3) runs.push({ text: child.textContent ?? '', size: fontSize(at), bold: isBold(at) });
      else if (child.nodeType === 1 && !SILENT.test((child as Element).tagName)) visit(child as Element);
    }
  };
  visit(element);
  return runs;
}

/** Width of runs on one line: blanks are collapsed, and those at both ends are not shown. */
function lineWidth(runs: readonly Run[], measure: TextMeasure): number {
  let width = 0;
  let blank = true;
  let trailing = 0;
  for (const { text, size, bold } of runs) {
    let shown = text.replace(/[ \t\r\n]+/g, ' ');
    if (blank) shown = shown.replace(/^ /, '');
    if (shown === '') continue;
    blank = shown.endsWith(' ');
    trailing = blank ? measure.width(' ', bold) * size : 0;
    width += measure.width(shown, bold) * size;
  }
  return width - trailing;
}

export const textWidth = (element: Element, measure: TextMeasure): number => lineWidth(runsOf(element), measure);

/** How far the baseline lies under the point that a text is placed by. */
function shift(baseline: string, size: number, { ascent, descent }: TextMeasure): number {
  switch (baseline) {
    case 'middle':
      return 0.25 * size;
    case 'central':
      return ((ascent - descent) / 2) * size;
    case 'hanging':
      return 0.8 * ascent * size;
    case 'text-before-edge':
    case 'text-top':
      return ascent * size;
    case 'text-after-edge':
    case 'text-bottom':
      return -descent * size;
    default:
      return 0;
  }
}

/** The box of a text: a line for every tspan that is placed, each as wide as its runs. */
export function textBox(text: Element, measure: TextMeasure): Box | undefined {
  const size = fontSize(text);
  let box: Box | undefined;
  let line: Run[] = [];
  let x = pixels(text.getAttribute('x'), size) + pixels(text.getAttribute('dx'), size);
  let y = pixels(text.getAttribute('y'), size) + pixels(text.getAttribute('dy'), size);
  let owner = text;
  const flush = (): void => {
    const width = lineWidth(line, measure);
    if (width > 0) {
      const tallest = Math.max(...line.map((run) => run.size));
      const anchor = anchorOf(owner);
      const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      const base = y + shift(baselineOf(owner), tallest, measure);
      // Browsers round what stands above and below the baseline to whole pixels.
      box = join(box, { left, right: left + width, top: base - Math.round(measure.ascent * tallest), bottom: base + Math.round(measure.descent * tallest) });
    }
    line = [];
  };
  const visit = (at: Element): void => {
    for (const child of at.childNodes) {
      if (child.nodeType === 3) line.push({ text: child.textContent ?? '', size: fontSize(at), bold: isBold(at) });
      else if (child.nodeType === 1 && !SILENT.test((child as Element).tagName)) {
        const span = child as Element;
        const own = fontSize(span);
        if (['x', 'y', 'dy'].some((name) => span.hasAttribute(name))) {
          flush();
          owner = span;
          if (span.hasAttribute('x')) x = pixels(span.getAttribute('x'), own);
          if (span.hasAttribute('y')) y = pixels(span.getAttribute('y'), own);
          y += pixels(span.getAttribute('dy'), own);
        }
        visit(span);
      }
    }
  };
  visit(text);
  flush();
  return box;
}
