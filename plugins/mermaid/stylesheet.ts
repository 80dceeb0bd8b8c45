export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

export interface StyleRule {
  readonly selector: string;
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

/** Declarations of a `style` attribute or of a rule's block. */
export function readDeclarations(text: string): Declaration[] {
  return text.split(/;(?![^(]*\))/).flatMap((piece) => {
    const colon = piece.indexOf(':');
    if (colon < 0) return [];
    const value = piece.slice(colon + 1).trim();
    const important = /\s*!\s*important$/i;
    return [{ property: piece.slice(0, colon).trim().toLowerCase(), value: value.replace(important, ''), important: important.test(value) }];
  });
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function specificityOf(selector: string): number {
  const ids = count(selector, /#[\w-]+/g);
  const classes = count(selector, /\.[\w-]+|\[[^\]]*\]|(?<!:):(?!not\()[\w-]+/g);
  const types = count(selector.replace(/[#.:][\w-]+|\[[^\]]*\]/g, ''), /[a-z][\w-]*/gi);
  return ids * 10_000 + classes * 100 + types;
}

const parsed = new Map<string, readonly StyleRule[]>();

/** Reads the flat CSS that Mermaid writes: rules without nesting; what stands in an at-rule (animations) is left out. */
export function readStylesheet(css: string): readonly StyleRule[] {
  const known = parsed.get(css);
  if (known) return known;
  const flat = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{;]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '').replace(/@[^{;]+;/g, '');
  const rules = [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', block = '']) => {
    const declarations = readDeclarations(block);
    if (declarations.length === 0) return [];
    return selectors.split(/,(?![^(]*\))/).map((selector) => ({ selector: selector.trim(), specificity: specificityOf(selector), declarations }));
  });
  if (parsed.size > 16) parsed.clear();
  parsed.set(css, rules);
  return rules;
}
