import { showAngles } from './angles.ts';

/** Stands for the prefix of ids in a stored SVG: a character that no text holds. */
export const PREFIX = '\uE000';

const SVG = 'http://www.w3.org/2000/svg';

/** Marks of Mermaid that only its own scripts read. */
const KEPT = /^(xmlns(:xlink)?|viewBox|width|height|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|points|transform|dx|dy|href|id|class|fill|stroke|fill-.+|stroke-.+|stop-.+|opacity|offset|font-(?:size|weight|style)|text-anchor|dominant-baseline|alignment-baseline|visibility|display|marker-.+|marker(Width|Height|Units)|orient|refX|refY|letter-spacing|text-decoration|textLength|lengthAdjust|gradientUnits|gradientTransform|clip-path|clipPathUnits|mask|preserveAspectRatio|rotate)$/;

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', gt: '>', lt: '<', amp: '&', nbsp: '\u00a0', apos: "'" };

/** Labels show what was written: no entity that Mermaid left as it is, no stand-in for a bracket. */
function restoreText(svg: Element): void {
  for (const element of svg.querySelectorAll('text, tspan, textPath')) {
    for (const node of element.childNodes) {
      if (node.nodeType !== 3 || node.nodeValue === null) continue;
      node.nodeValue = showAngles(node.nodeValue).replace(/&(?:#(\d+)|(\w+));/g, (entity, code: string | undefined, name: string | undefined) => (code === undefined ? (ENTITIES[name ?? ''] ?? entity) : String.fromCodePoint(Math.min(Number(code), 0x10ffff))));
    }
  }
}

/** HTML inside an SVG is put back as lines of text. */
function replaceHtml(svg: Element): void {
  for (const html of svg.querySelectorAll('foreignObject')) {
    const text = html.textContent.trim();
    if (text !== '' && html.parentElement?.querySelector('text') === null) {
      const line = html.ownerDocument.createElementNS(SVG, 'text');
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number.parseFloat(html.getAttribute(name) ?? '') || 0) as [number, number, number, number];
      line.setAttribute('x', String(x + width / 2));
      line.setAttribute('y', String(y + height / 2));
      line.setAttribute('text-anchor', 'middle');
      line.setAttribute('dominant-baseline', 'central');
      line.textContent = text.replace(/\s+/g, ' ');
      html.replaceWith(line);
    } else html.remove();
  }
}

/** Leaves what draws: no filter, no link, no event, no class or id that a page could mistake for its own. Ids that are used get a prefix. */
export function clean(svg: Element): void {
  replaceHtml(svg);
  restoreText(svg);
  for (const element of svg.querySelectorAll('title, desc, script, filter, metadata, animate, animateTransform')) element.remove();
  for (const link of svg.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const used = new Set<string>();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of element.attributes) {
      for (const [, id] of value.matchAll(/url\(["']?[^)"']*#([^)"']+)["']?\)/g)) if (id !== undefined) used.add(id);
      if (/^(xlink:)?href$/.test(name) && value.startsWith('#')) used.add(value.slice(1));
    }
  }
  // Heads of arrows and pictures that this drawing does not use.
  for (const unused of svg.querySelectorAll('marker, symbol, linearGradient, clipPath')) if (!used.has(unused.id)) unused.remove();
  for (const empty of [...svg.querySelectorAll('g, defs, text')].reverse()) if (empty.childNodes.length === 0) empty.remove();
  const names = new Map([...used].map((id, index) => [id, `${PREFIX}-${index}`]));
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const link = /^(xlink:)?href$/.test(name);
      if ((!KEPT.test(name) && !link) || (link && !value.startsWith('#')) || (name === 'id' && !names.has(value)) || value === '') element.removeAttribute(name);
      else if (name === 'id') element.setAttribute(name, names.get(value) ?? '');
      else if (link) element.setAttribute(name, `#${names.get(value.slice(1)) ?? ''}`);
      else if (value.includes('url(')) {
        const local = /url\(["']?[^)"']*#([^)"']+)["']?\)/.exec(value)?.[1];
        if (local === undefined) element.removeAttribute(name);
        else element.setAttribute(name, `url(#${names.get(local) ?? ''})`);
      } else if (/\d\.\d{3,}/.test(value)) element.setAttribute(name, value.replace(/(?<![.\d])-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100)));
    }
  }
}
