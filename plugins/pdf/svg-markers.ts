import { pathEnds, type End } from './path-ends.ts';

const attribute = (attributes: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ?? [];
  return double ?? single;
};

interface Marker {
  readonly attributes: string;
  readonly content: string;
}

/** What a marker takes over from where it is defined, not from the line that bears it. */
const INITIAL: Readonly<Record<string, string>> = { fill: '#000', stroke: 'none', 'stroke-width': '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-opacity': '1', 'fill-opacity': '1' };

const LINE = /<(path|line|polyline)\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(?:\/>|>\s*<\/\1\s*>)/gi;

/** The markers of a picture, by their id. */
function markersOf(svg: string): Map<string, Marker> {
  const markers = new Map<string, Marker>();
  for (let at = svg.indexOf('<marker'); at >= 0; ) {
    const open = svg.indexOf('>', at);
    const close = svg.indexOf('</marker', open);
    if (open < 0 || close < 0) break;
    const attributes = svg.slice(at + 7, open);
    if (!attributes.endsWith('/')) markers.set(attribute(attributes, 'id') ?? '', { attributes, content: svg.slice(open + 1, close) });
    at = svg.indexOf('<marker', attributes.endsWith('/') ? open : close);
  }
  return markers;
}

function endsOf(tag: string, attributes: string): ReturnType<typeof pathEnds> {
  const of = (name: string): string => attribute(attributes, name) ?? '0';
  if (tag === 'path') return pathEnds(attribute(attributes, 'd') ?? '');
  return pathEnds(tag === 'line' ? `M${of('x1')} ${of('y1')} L${of('x2')} ${of('y2')}` : `M${attribute(attributes, 'points') ?? ''}`);
}

/** The marker as it stands at an end of a line, turned with it; undefined where it is written in a way that is not known here. */
function placed({ attributes, content }: Marker, end: End, atStart: boolean, strokeWidth: number, root: string): string | undefined {
  const number = (name: string, otherwise: number): number => Number(attribute(attributes, name) ?? otherwise);
  const [width, height, refX, refY] = [number('markerWidth', 3), number('markerHeight', 3), number('refX', 0), number('refY', 0)];
  const [left = 0, top = 0, boxWidth = width, boxHeight = height] = (attribute(attributes, 'viewBox') ?? `0 0 ${width} ${height}`).trim().split(/[\s,]+/).map(Number);
  const scale = Math.min(width / boxWidth, height / boxHeight) * (attribute(attributes, 'markerUnits') === 'userSpaceOnUse' ? 1 : strokeWidth);
  const orient = attribute(attributes, 'orient') ?? '0';
  const degrees = Number.parseFloat(orient);
  const back = orient === 'auto-start-reverse' && atStart ? -1 : 1;
  const [cos, sin] = orient.startsWith('auto') ? [end.dx * back, end.dy * back] : [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [a, b] = [cos * scale, sin * scale];
  const matrix = [a, b, -b, a, end.x - (a * refX - b * refY), end.y - (b * refX + a * refY)];
  if (![...matrix, left, top].every(Number.isFinite)) return undefined;
  const own = Object.entries(INITIAL).map(([name, value]) => `${name}="${attribute(attributes, name) ?? attribute(root, name) ?? value}"`);
  return `<g transform="matrix(${matrix.map((value) => Number(value.toFixed(5))).join(' ')})" ${own.join(' ')}>${content}</g>`;
}

/**
 * Draws the heads of arrows where they stand. Left to the engine, they are turned by the sines of the machine, and the last digit of the
 * PDF depends on it; here they are turned by a division.
 */
export function withoutMarkers(svg: string): string {
  const markers = markersOf(svg);
  if (markers.size === 0) return svg;
  const root = /<svg\b([^<>]*)>/i.exec(svg)?.[1] ?? '';
  return svg.replace(LINE, (whole, tag: string, attributes: string) => {
    const named = (['start', 'end'] as const).flatMap((side) => {
      const id = /url\(["']?#([^)"']+)["']?\)/.exec(attribute(attributes, `marker-${side}`) ?? '')?.[1];
      return id === undefined ? [] : [{ side, marker: markers.get(id) }];
    });
    if (named.length === 0 || attribute(attributes, 'marker-mid') !== undefined) return whole;
    const ends = endsOf(tag.toLowerCase(), attributes);
    const width = Number.parseFloat(attribute(attributes, 'stroke-width') ?? '1');
    const heads = ends ? named.map(({ side, marker }) => marker && placed(marker, ends[side], side === 'start', width, root)) : [undefined];
    if (heads.some((head) => head === undefined)) return whole;
    const around = ['transform', 'opacity', 'display', 'visibility'].flatMap((name) => (attribute(attributes, name) === undefined ? [] : [` ${name}="${attribute(attributes, name) ?? ''}"`])).join('');
    return `${whole.replace(/\smarker-(?:start|end)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')}<g${around}>${heads.join('')}</g>`;
  });
}
