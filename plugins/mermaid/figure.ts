import { createHash } from 'node:crypto';
import { PREFIX } from './clean.ts';
import type { Diagram, DiagramError, DiagramResult } from './diagram.ts';

export interface FigureOptions {
  /** Name of the diagram where its author gave none. */
  readonly caption: string;
  /** What is said over a source that is no diagram. `line` counts inside the source. */
  readonly notice: (error: DiagramError) => string;
  /** Tells apart two drawings of the same source on one page. */
  readonly copy?: number | undefined;
}

/** A diagram wider than the smallest screen gets a region that scrolls. */
const SMALL = 320;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The SVG with its ids, its name and its description: a picture for those who hear the page. */
export function setDiagram({ svg, title, description }: Diagram, caption: string, copy = 0): string {
  const id = `diagram-${createHash('sha256').update(svg).digest('hex').slice(0, 10)}${copy === 0 ? '' : `-${copy}`}`;
  const described = description === '' ? '' : `<desc id="${id}-desc">${escape(description)}</desc>`;
  return svg
    .replaceAll(PREFIX, id)
    .replace(/^<svg/, `<svg role="img" aria-labelledby="${id}-title"${described === '' ? '' : ` aria-describedby="${id}-desc"`}`)
    .replace(/^<svg[^>]*>/, (open) => `${open}<title id="${id}-title">${escape(title ?? caption)}</title>${described}`);
}

/** A diagram as a figure of a page; a source that is none, as code under a notice. */
export function diagramFigure(source: string, result: DiagramResult, { caption, notice, copy }: FigureOptions): string {
  if ('error' in result) return `<figure class="diagram diagram-error"><figcaption>${escape(notice(result.error))}</figcaption><pre tabindex="0"><code class="language-mermaid">${escape(source)}</code></pre></figure>`;
  const { diagram } = result;
  const svg = setDiagram(diagram, caption, copy);
  return `<figure class="diagram">${diagram.width > SMALL ? `<div class="scroll" role="region" tabindex="0" aria-label="${escape(diagram.title ?? caption)}">${svg}</div>` : svg}</figure>`;
}
