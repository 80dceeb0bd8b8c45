import type { Context } from 'node:vm';
import type { DOMWindow } from 'jsdom';
import type { Box } from './box.ts';
import { openFont, type TextMeasure } from './font.ts';
import { boxOf, pathOf } from './geometry.ts';
import { textWidth } from './text-box.ts';
import { fontSize, isBold } from './text-style.ts';

const rectangle = (box: Box | undefined): { x: number; y: number; width: number; height: number } =>
  box ? { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top } : { x: 0, y: 0, width: 0, height: 0 };

const identity = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0, inverse: () => identity };

/** Gives a window what jsdom leaves out because it draws nothing: the size of shapes and of text. */
function measureElements(window: DOMWindow, measure: TextMeasure): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return rectangle(boxOf(this, measure));
    },
    getComputedTextLength(this: Element) {
      return textWidth(this, measure);
    },
    getSubStringLength(this: Element, start: number, length: number) {
      return measure.width((this.textContent ?? '').slice(start, start + length), isBold(this)) * fontSize(this);
    },
    getTotalLength(this: Element) {
      return pathOf(this.getAttribute('d') ?? '')?.getTotalLength() ?? 0;
    },
    getPointAtLength(this: Element, length: number) {
      return pathOf(this.getAttribute('d') ?? '')?.getPointAtLength(length) ?? { x: 0, y: 0 };
    },
    getScreenCTM: () => identity,
    getCTM: () => identity,
    createSVGPoint: () => ({ x: 0, y: 0, matrixTransform: (): unknown => ({ x: 0, y: 0 }) }),
  });
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    const size = fontSize(this);
    const { x, y, width, height } = this instanceof window.SVGElement ? rectangle(boxOf(this, measure)) : { x: 0, y: 0, width: measure.width(this.textContent, false) * size, height: size * 1.2 };
    return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height, toJSON: () => undefined };
  };
  // Mind maps are laid out by a library that measures on a canvas.
  window.HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
    const context: Record<string | symbol, unknown> = { canvas: this, measureText: (text: string) => ({ width: measure.width(text, false) * 16 }) };
    return new Proxy(context, { get: (target, key) => (key in target ? target[key] : () => undefined), set: () => true });
  } as never;
}

/** A window without a screen: no network, no script but ours, text measured with the font of the pages. */
export async function openWindow(): Promise<{ window: DOMWindow; context: Context }> {
  const [{ JSDOM, VirtualConsole }, measure] = await Promise.all([import('jsdom'), openFont()]);
  const dom = new JSDOM('<!doctype html><html><body></body></html>', { runScripts: 'outside-only', pretendToBeVisual: true, virtualConsole: new VirtualConsole() });
  const { window } = dom;
  measureElements(window, measure);
  Object.defineProperty(window, 'screen', { value: { availWidth: 1264, availHeight: 800 } });
  Object.assign(window, { structuredClone });
  return { window, context: dom.getInternalVMContext() };
}
