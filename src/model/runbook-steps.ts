import type { MdastNode } from 'satteri';
import { parseDuration } from './duration.ts';
import type { Block, Escalation, Piece, Step } from './runbook-parts.ts';
import { timedTitle } from './timed-title.ts';

/** A node of the body with what is asked of it here. */
export type Node = MdastNode & { children?: MdastNode[]; value?: string; depth?: number; checked?: boolean | null; lang?: string | null; position?: { start: { line: number; column: number }; end: { line: number } } };

/** The words of a node, without its code. */
export function plain(node: MdastNode): string {
  const { value, children, type } = node as Node;
  if (type === 'code') return '';
  return value ?? (children ?? []).map(plain).join(type === 'break' ? ' ' : '');
}

/** The lines of the body from one node to another, without the indent of the first. */
function sourceOf(lines: readonly string[], from: Node, to: Node = from): string {
  const { line = 1, column = 1 } = from.position?.start ?? {};
  const indent = new RegExp(`^[ \\t]{0,${column - 1}}`);
  const taken = lines.slice(line - 1, to.position?.end.line ?? line);
  return taken.map((text, index) => (index === 0 ? text.slice(column - 1) : text.replace(indent, ''))).join('\n').trimEnd();
}

const FENCE = /^(?:```|~~~)/m;
/** Some authors indent notes by the width of `- [ ] `, which Markdown takes for code: a sentence is no command. */
const SENTENCE = /^\p{Lu}\S*(?:\s+\S+){2,}[.?!…:]$/u;

/** Text indented by six spaces, as its author meant it: fences and the text around them, a note, or a command. */
function indentedPieces(text: string): Piece[] {
  if (!FENCE.test(text)) return [SENTENCE.test(text.trim()) ? { kind: 'prose', source: text.trim() } : { kind: 'command', text }];
  return text.split(/^((?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~))[ \t]*$/m).flatMap((part): Piece[] => {
    const fence = /^(?:```|~~~)[^\n]*\n([\s\S]*?)\n?(?:```|~~~)$/.exec(part.trim());
    if (fence) return [{ kind: 'command', text: fence[1] ?? '' }];
    return part.trim() === '' ? [] : [{ kind: 'prose', source: part.trim() }];
  });
}

/** What a node says where it is neither a step nor an escalation. */
export function piecesOf(lines: readonly string[], node: Node): Piece[] {
  const source = sourceOf(lines, node);
  if (node.type !== 'code' || node.lang === 'mermaid' || node.lang === 'vigie') return [{ kind: 'prose', source }];
  return /^(?:```|~~~)/.test(source) ? [{ kind: 'command', text: node.value ?? '' }] : indentedPieces(node.value ?? '');
}

/** Text that follows text is one piece. */
export function joined<T extends Block>(blocks: readonly T[]): T[] {
  const found: T[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.kind === 'prose' && last?.kind === 'prose') found[found.length - 1] = { ...block, source: `${last.source}\n\n${block.source}` };
    else found.push(block);
  }
  return found;
}

/** A label without its duration and without the page that it ends with. */
function labelOf(source: string): { label: string; links: string[] } {
  const words = timedTitle(source).title;
  const link = /^(.*?)\s*(?::\s*<(https?:[^<>\s]+)>|\(<(https?:[^<>\s]+)>\))$/.exec(words);
  return link ? { label: link[1] ?? words, links: [link[2] ?? link[3] ?? ''] } : { label: words, links: [] };
}

const isTask = (node: Node): boolean => node.checked !== null && node.checked !== undefined;

function stepsIn(list: Node, lines: readonly string[], lineOffset: number): Step[] {
  return ((list.children ?? []) as Node[]).filter(isTask).flatMap((item) => {
    const [first, ...rest] = (item.children ?? []) as Node[];
    const nested = rest.filter((inner) => inner.type === 'list' && ((inner.children ?? []) as Node[]).some(isTask));
    const { title, duration } = timedTitle(plain(first ?? item).trim());
    const details = joined(rest.filter((inner) => !nested.includes(inner)).flatMap((inner) => piecesOf(lines, inner)));
    const commands = details.flatMap((piece) => (piece.kind === 'command' ? [piece.text] : []));
    const step: Step = { text: title, ...labelOf(first ? sourceOf(lines, first) : title), duration, details, commands, line: (item.position?.start.line ?? 1) + lineOffset };
    return [step, ...nested.flatMap((inner) => stepsIn(inner, lines, lineOffset))];
  });
}

function boldIn(node: MdastNode): string[] {
  const { children, type } = node as Node;
  return type === 'strong' ? [plain(node)] : (children ?? []).flatMap(boldIn);
}

function escalationIn(quote: Node, lines: readonly string[], lineOffset: number): Escalation | undefined {
  const text = plain(quote).trim();
  if (!/^\[!(IMPORTANT|WARNING|CAUTION)\]/.test(text)) return undefined;
  const roles = boldIn(quote);
  if (roles.length === 0) return undefined;
  const body = text.replace(/^\[![A-Z]+\]\s*/, '');
  const source = sourceOf(lines, quote).replace(/^>[ \t]?/gm, '').replace(/^\[![A-Z]+\]\s*/, '');
  const after = /(?:T\+|au[- ]delà de|après|after)\s*(\d+\s*(?:min|h)?)/i.exec(body)?.[1];
  return { text: body, source, after: after === undefined ? undefined : parseDuration(/\d$/.test(after) ? `${after} min` : after)?.max, roles, line: (quote.position?.start.line ?? 1) + lineOffset };
}

/** What stands under a heading, up to the next one of its depth. */
export function blocksOf(nodes: readonly Node[], lines: readonly string[], lineOffset: number): Block[] {
  return joined(
    nodes.flatMap((node): Block[] => {
      const steps = node.type === 'list' ? stepsIn(node, lines, lineOffset) : [];
      if (steps.length > 0) return steps.map((step) => ({ kind: 'step', step }));
      const escalation = node.type === 'blockquote' ? escalationIn(node, lines, lineOffset) : undefined;
      return escalation ? [{ kind: 'escalation', escalation }] : piecesOf(lines, node);
    }),
  );
}

export const stepsOf = (blocks: readonly Block[]): Step[] => blocks.flatMap((block) => (block.kind === 'step' ? [block.step] : []));
