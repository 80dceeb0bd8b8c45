import type { MdastNode } from 'satteri';
import type { Span, Spans } from './block.ts';

export interface InlineContext {
  /** Words in the typography of their language. */
  readonly say: (text: string) => string;
  /** Where a link of the text leads: a place of the document, an address outside, or nowhere. */
  readonly link: (url: string) => { readonly to: string; readonly or?: string | undefined } | { readonly url: string } | undefined;
  /** The words of raw HTML, without its tags. */
  readonly plainHtml: (html: string) => string;
  readonly definitions: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, readonly MdastNode[]>;
}

type Node = MdastNode & { children?: Node[]; value?: string; url?: string; alt?: string | null; identifier?: string; label?: string | null };

const MARKS: Readonly<Record<string, 'b' | 'i' | 's'>> = { strong: 'b', emphasis: 'i', delete: 's' };

const words = (node: Node): string => node.value ?? (node.children ?? []).map(words).join('');

/** A link; an address that nobody can follow on paper is written out where its words do not say it. */
function linkOf(url: string, c: Spans, text: string, context: InlineContext): Spans {
  const target = context.link(url);
  if (target === undefined) return c;
  if ('to' in target) return [{ k: 'ref', ...target, c }];
  const shown = target.url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  const said = text.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  return [{ k: 'url', to: target.url, c: said === '' ? [shown] : c }, ...(said === shown || said === '' ? [] : [{ k: 'small' as const, c: [` (${shown})`] }])];
}

function spansOf(node: Node, context: InlineContext): Spans {
  const inner = (): Spans => inlineOf(node.children ?? [], context);
  switch (node.type) {
    case 'text':
      return [context.say((node.value ?? '').replace(/\s*\n\s*/g, ' '))];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ k: MARKS[node.type] ?? 'b', c: inner() }];
    case 'inlineCode':
      return [{ k: 'mono', v: node.value ?? '' }];
    case 'break':
      return [{ k: 'br' }];
    case 'link':
      return linkOf(node.url ?? '', inner(), words(node), context);
    case 'linkReference': {
      const url = context.definitions.get(node.identifier ?? '');
      return url === undefined ? inner() : linkOf(url, inner(), words(node), context);
    }
    case 'image':
    case 'imageReference': {
      const url = node.url ?? context.definitions.get(node.identifier ?? '') ?? '';
      return linkOf(url, [context.say(node.alt ?? '')], node.alt ?? '', context);
    }
    case 'footnoteReference': {
      const note = context.footnotes.get(node.identifier ?? '');
      // A note that cites itself would never end.
      const footnotes = new Map([...context.footnotes].filter(([id]) => id !== node.identifier));
      return note === undefined ? [] : [{ k: 'note', c: note.flatMap((child, index): Spans => [...(index > 0 ? [{ k: 'br' as const }] : []), ...inlineOf((child as Node).children ?? [child], { ...context, footnotes })]) }];
    }
    case 'html': {
      const html = node.value ?? '';
      if (/^<br\b/i.test(html)) return [{ k: 'br' }];
      const text = context.plainHtml(html);
      return text === '' ? [] : [context.say(text)];
    }
    default:
      return node.children ? inner() : node.value ? [context.say(node.value)] : [];
  }
}

/** What a paragraph, a cell or a heading says. */
export function inlineOf(nodes: readonly MdastNode[], context: InlineContext): Spans {
  const spans = (nodes as readonly Node[]).flatMap((node) => spansOf(node, context));
  // Neighbouring words are one string: fewer pieces to set.
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (typeof span === 'string' && typeof last === 'string') joined[joined.length - 1] = last + span;
    else joined.push(span);
  }
  return joined;
}
