import { inEach, type Text } from './text.ts';

/** A piece of HTML that does something. Offsets are into the piece. */
export interface ActiveHtml {
  /** What it is: `<script>`, `the event handler onclick`. */
  readonly what: Text;
  readonly offset: number;
}

const ELEMENTS = ['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'style', 'link', 'meta', 'base', 'form', 'input', 'button', 'select', 'textarea', 'svg', 'math', 'template'];

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** An opening tag, its attributes, closed or not: a browser closes it. */
const TAG = /<([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** Whether a browser would run an address: control characters and spaces are skipped as it skips them. */
export function isActiveUrl(url: string): boolean {
   
  const bare = url.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  return /^(?:javascript|vbscript):/.test(bare) || /^data:(?:text\/html|image\/svg|application\/xhtml)/.test(bare);
}

const ENTITIES: Record<string, string> = { colon: ':', tab: '\t', newline: '\n', amp: '&' };

/** `java&#115;cript&colon;` as a browser reads it. */
const decoded = (value: string): string =>
  value.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });

/** What a piece of raw HTML would do if it were published as it is. `<br>`, `<kbd>`, `<details>`, `<sub>` and comments do nothing. */
export function activeHtmlIn(html: string): ActiveHtml[] {
  const found: ActiveHtml[] = [];
  // Comments keep their length, so that offsets hold.
  for (const tag of html.replace(COMMENT, (comment) => ' '.repeat(comment.length)).matchAll(TAG)) {
    const [, name = '', attributes = ''] = tag;
    if (ELEMENTS.includes(name.toLowerCase())) found.push({ what: inEach(() => `<${name.toLowerCase()}>`), offset: tag.index });
    for (const [whole, key = '', quoted = ''] of attributes.matchAll(ATTRIBUTE)) {
      const offset = tag.index + 1 + name.length + attributes.indexOf(whole);
      const attribute = key.toLowerCase();
      const value = decoded(quoted.replace(/^["']|["']$/g, ''));
      if (/^on[a-z]/.test(attribute)) found.push({ what: { en: `the event handler ${attribute}`, fr: `le gestionnaire d’évènement ${attribute}` }, offset });
      else if (attribute === 'style' || attribute === 'srcdoc') found.push({ what: { en: `the attribute ${attribute}`, fr: `l’attribut ${attribute}` }, offset });
      else if (isActiveUrl(value)) {
        const scheme = value.trim().split(':')[0]?.toLowerCase() ?? '';
        found.push({ what: { en: `a ${scheme}: address`, fr: `une adresse ${scheme}:` }, offset });
      }
    }
  }
  return found;
}

/** Elements and attributes of `activeHtmlIn` that only draw, inside a picture. */
const DRAWING = ['<svg>', '<style>', 'the attribute style'];

/** What an SVG picture would do if it were opened on its own, out of the page whose policy stops it. */
export function activeSvgIn(svg: string): ActiveHtml[] {
  const entity = svg.search(/<!ENTITY/i);
  const frames = [...svg.matchAll(/<foreignObject\b/gi)].map(({ index }): ActiveHtml => ({ what: inEach(() => '<foreignObject>'), offset: index }));
  return [...activeHtmlIn(svg).filter(({ what }) => !DRAWING.includes(what.en)), ...frames, ...(entity < 0 ? [] : [{ what: inEach(() => '<!ENTITY>'), offset: entity }])];
}
