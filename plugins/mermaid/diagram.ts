/** A diagram as SVG that lives under a strict policy. Its ids hold a mark in place of their prefix: `setDiagram` writes it. */
export interface Diagram {
  readonly svg: string;
  /** From accTitle, where the author gave one. */
  readonly title?: string | undefined;
  /** From accDescr; else the words of the diagram, in its order. */
  readonly description: string;
  /** In CSS pixels, as it is shown: somewhat smaller than drawn where it is wider than a column. */
  readonly width: number;
  readonly height: number;
}

/** Why a source is no diagram. */
export interface DiagramError {
  /** In both languages; Mermaid itself speaks English only. */
  readonly message: Readonly<Record<'en' | 'fr', string>>;
  /** From 1, inside the source. */
  readonly line: number;
}

export type DiagramResult = { readonly diagram: Diagram } | { readonly error: DiagramError };
