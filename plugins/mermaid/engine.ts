import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { DOMWindow } from 'jsdom';
import { hideAngles } from './angles.ts';
import { clean } from './clean.ts';
import type { DiagramResult } from './diagram.ts';
import { packageFile } from './font.ts';
import { inlineStyle } from './inline-style.ts';
import { mendLabels } from './mend-labels.ts';
import { readError, withoutComments } from './parse-error.ts';
import { seededRandom } from './seeded-random.ts';
import { settings } from './settings.ts';
import { themeColours } from './theme.ts';

interface Mermaid {
  readonly initialize: (settings: object) => void;
  readonly render: (id: string, source: string) => Promise<{ svg: string }>;
}

interface Engine {
  readonly window: DOMWindow;
  readonly mermaid: Mermaid;
}

/** Mermaid runs inside the window's own context: nothing of it, nor of the window, is global here. */
async function start(): Promise<Engine> {
  const { openWindow } = await import('./window.ts');
  const { window, context } = await openWindow();
  const file = packageFile('mermaid/dist/mermaid.min.js');
  new Script(readFileSync(file, 'utf8'), { filename: file }).runInContext(context);
  return { window, mermaid: (window as unknown as { mermaid: Mermaid }).mermaid };
}

const ACC_TITLE = /^[ \t]*accTitle[ \t]*:[ \t]*(.+)$/m;
const ACC_DESCR = /^[ \t]*accDescr[ \t]*(?::[ \t]*(.+)|\{([^}]*)\})$/m;

/** The words of a drawing, each once, in its order. */
function wordsOf(svg: Element): string {
  const words = [...svg.querySelectorAll('text')].map((text) => text.textContent.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return [...new Set(words)].join(', ');
}

/** Width of the text column, in CSS pixels, and how small a wide drawing may be shown: its text then has the size of a table's. */
const COLUMN = 740;
const SMALLEST = 0.8;

const shownScale = (width: number): number => (width <= COLUMN ? 1 : Math.max(SMALLEST, COLUMN / width));

async function draw({ window, mermaid }: Engine, source: string): Promise<DiagramResult> {
  const text = withoutComments(source).replace(/[\uE000-\uE002]/g, '');
  const random = seededRandom(text);
  (window.eval('Math') as Math).random = random;
  Object.defineProperty(window, 'crypto', { configurable: true, value: { getRandomValues: (array: Uint8Array) => array.map((_, index) => (array[index] = random() * 256)), randomUUID: () => `00000000-0000-4000-8000-${String(Math.floor(random() * 1e12)).padStart(12, '0')}` } });
  const { document } = window;
  try {
    // What one diagram configures must not reach the next.
    mermaid.initialize(window.JSON.parse(JSON.stringify(settings)) as object);
    const { svg: drawn } = await mermaid.render('diagram', hideAngles(text));
    document.body.innerHTML = drawn;
    const svg = document.querySelector('svg');
    if (!svg) throw new Error('the diagram is empty');
    // A drawing must not depend on the day it is made.
    svg.querySelector('.today')?.remove();
    inlineStyle(svg);
    mendLabels(svg);
    themeColours(svg, text);
    clean(svg);
    const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
    const scale = shownScale(width);
    svg.setAttribute('width', String(Math.ceil(width * scale)));
    svg.setAttribute('height', String(Math.ceil(height * scale)));
    const descr = ACC_DESCR.exec(text);
    return {
      diagram: {
        svg: svg.outerHTML.replaceAll('&nbsp;', '\u00a0'),
        title: ACC_TITLE.exec(text)?.[1]?.trim(),
        description: (descr?.[1] ?? descr?.[2] ?? wordsOf(svg)).replace(/\s+/g, ' ').trim(),
        width: Math.ceil(width * scale),
        height: Math.ceil(height * scale),
      },
    };
  } catch (error) {
    return { error: readError(error, source) };
  } finally {
    document.body.innerHTML = '';
  }
}

let engine: Promise<Engine> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Draws a diagram; one at a time, for Mermaid keeps the state of the one it draws. */
export function render(source: string): Promise<DiagramResult> {
  const turn = last.then(async () => draw(await (engine ??= start()), source));
  last = turn.catch(() => undefined);
  return turn;
}
