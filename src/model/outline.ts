import GithubSlugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { phasesOf, readRunbook, type Phase, type RunbookBody } from './runbook-body.ts';

/** A heading of a body: its text, its anchor, and its line in the file. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly slug: string;
  readonly line: number;
}

/** A link or image of a body. `line` and `column` are those of the file. */
export interface BodyLink {
  readonly url: string;
  readonly text: string;
  readonly image: boolean;
  readonly line: number;
  readonly column: number;
}

export interface Fence {
  readonly lang: string;
  readonly value: string;
  readonly line: number;
}

/** What the core needs to know of a Markdown body; the tree itself is not kept (memory). */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly links: readonly BodyLink[];
  /** Raw HTML, which is sanitised when rendered and reported. */
  readonly html: readonly { readonly value: string; readonly line: number; readonly column: number }[];
  /** Fences that mean more than code: mermaid and vigie. */
  readonly fences: readonly Fence[];
  readonly words: number;
  /** Phases and steps, for runbooks only. */
  readonly phases: readonly Phase[];
  /** The whole body in its parts, for runbooks only. */
  readonly runbook?: RunbookBody | undefined;
}

type Node = MdastNode & { children?: MdastNode[]; value?: string; url?: string; depth?: number; lang?: string | null; identifier?: string; position?: { start: { line: number; column: number } } };

/** The text of a node and of all below it. */
export function textOf(node: MdastNode): string {
  const { value, children } = node as Node;
  if (node.type === 'break') return ' ';
  if (value !== undefined && node.type !== 'html') return value;
  return (children ?? []).map(textOf).join('');
}

/**
 * Reads a body's tree.
 * @param lineOffset lines of the file above the body
 * @param runbook the source of a runbook's body, whose phases and steps are read too
 */
export function outlineOf(root: MdastNode, lineOffset: number, runbook?: string): Outline {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  const links: BodyLink[] = [];
  const html: { value: string; line: number; column: number }[] = [];
  const fences: Fence[] = [];
  const definitions = new Map<string, string>();
  let words = 0;
  const visit = (input: MdastNode): void => {
    const node = input as Node;
    const line = (node.position?.start.line ?? 1) + lineOffset;
    const column = node.position?.start.column ?? 1;
    switch (node.type) {
      case 'heading': {
        const text = textOf(node).trim();
        headings.push({ depth: node.depth ?? 1, text, slug: slugger.slug(text), line });
        break;
      }
      case 'link':
      case 'image':
        links.push({ url: node.url ?? '', text: textOf(node), image: node.type === 'image', line, column });
        break;
      case 'definition':
        definitions.set(node.identifier ?? '', node.url ?? '');
        links.push({ url: node.url ?? '', text: node.identifier ?? '', image: false, line, column });
        break;
      case 'html':
        html.push({ value: node.value ?? '', line, column });
        break;
      case 'code':
        if (node.lang === 'mermaid' || node.lang === 'vigie') fences.push({ lang: node.lang, value: node.value ?? '', line });
        break;
      case 'text':
        words += (node.value ?? '').split(/\s+/).filter(Boolean).length;
        break;
      default:
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  const parts = runbook === undefined ? undefined : readRunbook(root, runbook, lineOffset);
  return { headings, links, html, fences, words, phases: parts ? phasesOf(parts) : [], runbook: parts };
}
