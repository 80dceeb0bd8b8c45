import { markdownToMdast, type MdastNode } from 'satteri';
import GithubSlugger from 'github-slugger';
import type { Block, Blocks, Spans, Table } from './block.ts';
import { inlineOf, type InlineContext } from './markdown-inline.ts';
import { namesRows } from './row-names.ts';

export interface MarkdownContext extends InlineContext {
  /** Level of the shallowest heading of the text. */
  readonly level: number;
  /** Name of the place of a heading, by its slug; absent where the text is a part of a document. */
  readonly anchor?: ((slug: string) => string) | undefined;
  readonly alertTitle: (kind: AlertKind) => string;
  /** What stands in place of a fence, or undefined to show its code. */
  readonly fence: (lang: string, code: string) => Blocks | undefined;
  /** A picture that stands alone in its paragraph. */
  readonly picture: (url: string, alt: string) => Block | undefined;
}

type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';
type Node = MdastNode & { children?: Node[]; value?: string; depth?: number; lang?: string | null; ordered?: boolean | null; start?: number | null; checked?: boolean | null; align?: ('left' | 'right' | 'center' | null)[] | null; url?: string; alt?: string | null; identifier?: string };

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/;
/** Levels of headings that PDF knows. */
const DEEPEST = 6;
/** More columns than a portrait page can hold, and than a landscape one. */
const [MANY, MOST] = [7, 14];

/** Characters that a column of the whole width holds on a page; a row that is higher may be cut. */
const PAGE = 4200;

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join(node.type === 'break' ? ' ' : '');
}

/** Widths of a table's columns by how much they say: none so narrow that a word of it is cut into letters. */
function widthsOf(rows: readonly (readonly Node[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const texts = rows.map((cells) => (cells[column] ? textOf(cells[column]) : ''));
    const word = Math.min(24, Math.max(...texts.map((text) => Math.max(0, ...text.split(/[\s/]+/).map(({ length }) => length)))));
    const longest = Math.max(...texts.map(({ length }) => length));
    return Math.max(4, word, Math.min(60, Math.sqrt(longest) * 3.2));
  });
}

/** Some columns of a table; the first one names the rows wherever they are. */
function partOf(rows: readonly (readonly Node[])[], indices: readonly number[], widths: readonly number[], aligned: Node['align'], context: MarkdownContext): Table {
  const [head = [], ...body] = rows;
  const cell = (cells: readonly Node[], column: number): Spans => inlineOf(cells[column]?.children ?? [], context);
  const told = body.map((cells) => indices.map((index) => cell(cells, index)));
  const width = indices.reduce((sum, index) => sum + (widths[index] ?? 0), 0);
  return {
    k: 'table',
    cols: indices.map((index) => ({ w: widths[index] ?? 1, a: aligned?.[index] ?? undefined })),
    head: indices.map((index) => cell(head, index)),
    names: namesRows(told, 0),
    rows: body.map((cells, row) => ({ cells: told[row] ?? [], ...(indices.some((index) => cells[index] && textOf(cells[index]).length > PAGE * ((widths[index] ?? 1) / width)) ? { tall: true } : {}) })),
    ...(indices.length > MANY || width > 150 ? { wide: true, small: indices.length > MANY } : {}),
  };
}

/** A table; one of more columns than a landscape page holds goes on under itself. */
function tableOf(node: Node, context: MarkdownContext): Table[] {
  const rows = (node.children ?? []).map((row) => row.children ?? []);
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = widthsOf(rows, columns);
  const indices = Array.from({ length: columns }, (_, index) => index);
  if (columns <= MOST) return [partOf(rows, indices, widths, node.align, context)];
  const rest = indices.slice(1);
  return Array.from({ length: Math.ceil(rest.length / (MOST - 1)) }, (_, part) => partOf(rows, [0, ...rest.slice(part * (MOST - 1), (part + 1) * (MOST - 1))], widths, node.align, context));
}

function alertOf(node: Node, context: MarkdownContext): Block | undefined {
  const [first, ...rest] = node.children ?? [];
  const [lead, ...others] = first?.children ?? [];
  const mark = ALERT.exec(lead?.value ?? '');
  if (!first || !lead || !mark) return undefined;
  const kind = (mark[1] ?? 'note').toLowerCase() as AlertKind;
  const children = [{ ...lead, value: (lead.value ?? '').replace(ALERT, '') } as Node, ...others].filter((child) => child.value !== '');
  const body = children.length === 0 ? rest : [{ ...first, children } as Node, ...rest];
  return { k: 'callout', kind, title: context.alertTitle(kind), b: blocksOf(body, context) };
}

function blockOf(node: Node, context: MarkdownContext, headingLevel: (depth: number) => number, slugger: GithubSlugger): Blocks {
  const inner = (nodes: readonly Node[]): Blocks => nodes.flatMap((child) => blockOf(child, context, headingLevel, slugger));
  switch (node.type) {
    case 'heading': {
      const slug = slugger.slug(textOf(node).trim());
      return [{ k: 'h', level: headingLevel(node.depth ?? 1), c: inlineOf(node.children ?? [], context), id: context.anchor?.(slug) }];
    }
    case 'paragraph': {
      const only = node.children?.filter((child) => !(child.type === 'text' && (child.value ?? '').trim() === ''));
      const picture = only?.length === 1 && only[0]?.type === 'image' ? context.picture(only[0].url ?? '', only[0].alt ?? '') : undefined;
      return picture ? [picture] : [{ k: 'p', c: inlineOf(node.children ?? [], context) }];
    }
    case 'list':
      return [{ k: 'list', ...(node.ordered ? { start: node.start ?? 1 } : {}), items: (node.children ?? []).map((item) => ({ b: inner(item.children ?? []), ...(typeof item.checked === 'boolean' ? { done: item.checked } : {}) })) }];
    case 'blockquote':
      return [alertOf(node, context) ?? { k: 'quote', b: inner(node.children ?? []) }];
    case 'code':
      return (node.lang ? context.fence(node.lang, node.value ?? '') : undefined) ?? [{ k: 'code', v: node.value ?? '', ...(node.lang ? { lang: node.lang } : {}) }];
    case 'thematicBreak':
      return [{ k: 'rule' }];
    case 'table':
      return tableOf(node, context);
    case 'html': {
      const text = context.plainHtml(node.value ?? '');
      return text === '' ? [] : [{ k: 'p', c: [context.say(text)] }];
    }
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return node.children ? inner(node.children) : node.value ? [{ k: 'p', c: [context.say(node.value)] }] : [];
  }
}

/** Levels of a text's headings: its shallowest stands at `base`, and none is skipped on the way down. */
function levels(base: number, shallowest: number): (depth: number) => number {
  let last = base - 1;
  return (depth) => (last = Math.min(DEEPEST, base + depth - shallowest, last + 1));
}

function depthsIn(nodes: readonly Node[]): number[] {
  return nodes.flatMap((node) => (node.type === 'heading' ? [node.depth ?? 1] : depthsIn(node.children ?? [])));
}

function blocksOf(nodes: readonly Node[], context: MarkdownContext): Blocks {
  const headingLevel = levels(context.level, Math.min(6, ...depthsIn(nodes)));
  const slugger = new GithubSlugger();
  return nodes.flatMap((node) => blockOf(node, context, headingLevel, slugger));
}

/** Markdown as blocks, from the tree that the site's pages are made from. */
export function markdownBlocks(source: string, context: Omit<MarkdownContext, 'definitions' | 'footnotes'>): Blocks {
  if (source.trim() === '') return [];
  const root = markdownToMdast(source) as Node;
  const definitions = new Map<string, string>();
  const footnotes = new Map<string, readonly Node[]>();
  const collect = (node: Node): void => {
    if (node.type === 'definition') definitions.set(node.identifier ?? '', node.url ?? '');
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier ?? '', node.children ?? []);
    for (const child of node.children ?? []) collect(child);
  };
  collect(root);
  return blocksOf(root.children ?? [], { ...context, definitions, footnotes });
}

/** Markdown of one line, such as the label of a step. */
export function markdownSpans(source: string, context: Omit<MarkdownContext, 'definitions' | 'footnotes'>): Spans {
  const [first] = markdownBlocks(source, context);
  return first?.k === 'p' ? first.c : [source];
}
