import type { MdastNode } from 'satteri';
import { parseDuration, type Duration } from './duration.ts';

/** A piece of text in its place: Markdown to render, or something to type and copy. */
export type Piece = { readonly kind: 'prose'; readonly source: string } | { readonly kind: 'command'; readonly text: string };

/** One task of a runbook. */
export interface Step {
  /** Its words, without Markdown and without its duration. */
  readonly text: string;
  /** The same as Markdown, without the page that it ends with (`links`). */
  readonly label: string;
  /** Full addresses that the label ends with (`Ouvrir la page d’état : <https://…>`). */
  readonly links: readonly string[];
  readonly duration?: Duration | undefined;
  /** What stands under the step, in its order. */
  readonly details: readonly Piece[];
  /** Commands to type, as written in fences and indented code under the step. */
  readonly commands: readonly string[];
  readonly line: number;
}

/** A call for help at a given time (`> [!IMPORTANT]` … `Au-delà de 10 min, prévenir **lead-tech**`). */
export interface Escalation {
  readonly text: string;
  /** The same as Markdown, without the mark of the alert. */
  readonly source: string;
  /** Minutes after the start of the phase, where the text says. */
  readonly after?: number | undefined;
  /** Bold words: role ids, resolved by the model. */
  readonly roles: readonly string[];
  readonly line: number;
}

/** One branch inside a phase (`### Option A — …`): alternatives, of which one is taken. */
export interface Option {
  readonly title: string;
  readonly duration?: Duration | undefined;
  /** Time of the whole phase by this option; unknown where nobody timed the option, unless the phase's heading has a time. */
  readonly whole?: Duration | undefined;
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** What a phase holds, in the order of the text. */
export type Block = Piece | { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'escalation'; readonly escalation: Escalation } | { readonly kind: 'option'; readonly option: Option };

/** A phase: `## Title (duration) — condition`. */
export interface Phase {
  readonly title: string;
  /** Typed in the heading, else the sum of its steps and its parts (`### Title (10 min)`) with its longest option, else unknown. */
  readonly duration?: Duration | undefined;
  /** `si …`, `sinon, si …` or `sinon`, as written: taken only then; the phase is off the shortest path. */
  readonly condition?: string | undefined;
  /** It excludes the conditional phases just before it: `if` for `sinon, si …`, `else` for a bare `sinon`. */
  readonly otherwise?: 'if' | 'else' | undefined;
  /** `hors RTO`: work after the service is back. */
  readonly outsideRto: boolean;
  readonly note?: string | undefined;
  readonly steps: readonly Step[];
  readonly options: readonly Option[];
  readonly escalations: readonly Escalation[];
  /** Steps, options and escalations with the text between them. */
  readonly blocks: readonly Block[];
  readonly line: number;
}

/** A body as its parts: what comes before the first heading, then phases and sections that are no phase, in order. */
export interface RunbookBody {
  readonly intro: readonly Piece[];
  readonly sections: readonly ({ readonly phase: Phase } | { readonly title: string; readonly pieces: readonly Piece[] })[];
}

type Node = MdastNode & { children?: MdastNode[]; value?: string; depth?: number; checked?: boolean | null; lang?: string | null; position?: { start: { line: number; column: number }; end: { line: number } } };

const BRACKETS = /^(.*?)\s*\(([^()]*)\)\s*(?:[—–:-]+\s*(.+))?$/s;
const CONDITION = /^(?:(?:si|if|s’|s'|sinon|autrement|otherwise|else)\b)/i;
const OTHERWISE = /^(?:sinon|autrement|otherwise|else)\b[\s,:;]*(.*)$/is;
const OUTSIDE = /hors rto|outside (the )?rto|après l[’']incident/i;

function plain(node: MdastNode): string {
  const { value, children, type } = node as Node;
  if (type === 'code') return '';
  return value ?? (children ?? []).map(plain).join(type === 'break' ? ' ' : '');
}

const sum = (parts: readonly (Duration | undefined)[]): Duration | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : { min: known.reduce((total, part) => total + part.min, 0), max: known.reduce((total, part) => total + part.max, 0), business: false };
};

/** Words after a dash that speak of the phase and are not part of its name. */
const SUFFIX = /^(.*?)\s+[—–]\s+((?:(?:si|if|sinon|autrement|otherwise|else|hors|outside|en parallèle|in parallel|automatique|automatic|manuelle?|manual|optionnelle?|optional)\b|s[’']).*)$/is;

/** Splits `Title (5 min) — si …` into its parts. Brackets that hold no duration belong to the title. */
function timedTitle(source: string): { title: string; duration?: Duration | undefined; suffix?: string | undefined } {
  // Runs of spaces are one space to a reader, and would make the patterns below backtrack for minutes.
  const text = source.replace(/\s+/g, ' ');
  const match = BRACKETS.exec(text);
  const duration = match ? parseDuration(match[2]) : undefined;
  if (match && duration) return { title: (match[1] ?? '').trim(), duration, suffix: match[3]?.trim() };
  const dashed = SUFFIX.exec(text);
  return dashed ? { title: dashed[1] ?? text, suffix: dashed[2] } : { title: text };
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
function piecesOf(lines: readonly string[], node: Node): Piece[] {
  const source = sourceOf(lines, node);
  if (node.type !== 'code' || node.lang === 'mermaid' || node.lang === 'vigie') return [{ kind: 'prose', source }];
  return /^(?:```|~~~)/.test(source) ? [{ kind: 'command', text: node.value ?? '' }] : indentedPieces(node.value ?? '');
}

/** Text that follows text is one piece. */
function joined<T extends Block>(blocks: readonly T[]): T[] {
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
function blocksOf(nodes: readonly Node[], lines: readonly string[], lineOffset: number): Block[] {
  return joined(
    nodes.flatMap((node): Block[] => {
      const steps = node.type === 'list' ? stepsIn(node, lines, lineOffset) : [];
      if (steps.length > 0) return steps.map((step) => ({ kind: 'step', step }));
      const escalation = node.type === 'blockquote' ? escalationIn(node, lines, lineOffset) : undefined;
      return escalation ? [{ kind: 'escalation', escalation }] : piecesOf(lines, node);
    }),
  );
}

const stepsOf = (blocks: readonly Block[]): Step[] => blocks.flatMap((block) => (block.kind === 'step' ? [block.step] : []));

/** Cuts nodes at the headings of a depth: what comes first has none. */
function cutAt(nodes: readonly Node[], isCut: (node: Node) => boolean): { head?: Node; nodes: Node[] }[] {
  const parts: { head?: Node; nodes: Node[] }[] = [{ nodes: [] }];
  for (const node of nodes) {
    if (isCut(node)) parts.push({ head: node, nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

/** Words that say of a heading that it is one of several: `Option A`, `Variante 2`, `Plan B`. */
const ALTERNATIVE = /^(?:option|alternative|variante?|branche?|(?:plan|cas|case) (?:[a-z]|\d+))(?![\p{L}\p{N}])/iu;

/** What a heading inside a phase opens: an alternative, where it says so by a word or a condition; a part of the phase, where it has a time. A time alone is no choice: parts follow each other, and their times add up. */
function opens(node: Node): 'option' | 'part' | undefined {
  if (node.type !== 'heading' || node.depth !== 3) return undefined;
  const { title, duration, suffix } = timedTitle(plain(node).trim());
  if (ALTERNATIVE.test(title) || (suffix !== undefined && CONDITION.test(suffix))) return 'option';
  return duration === undefined ? undefined : 'part';
}

function optionOf(head: Node, nodes: readonly Node[], lines: readonly string[], lineOffset: number): Option {
  const { title, duration, suffix } = timedTitle(plain(head).trim());
  const blocks = blocksOf(nodes, lines, lineOffset);
  const steps = stepsOf(blocks);
  return { title: suffix ? `${title} — ${suffix}` : title, duration: duration ?? sum(steps.map((step) => step.duration)), steps, blocks, line: (head.position?.start.line ?? 1) + lineOffset };
}

function phaseOf(head: Node, nodes: readonly Node[], lines: readonly string[], lineOffset: number): Phase | undefined {
  const { title, duration, suffix } = timedTitle(plain(head).trim());
  const groups = cutAt(nodes, (node) => opens(node) !== undefined);
  const isOption = (group: (typeof groups)[number]): boolean => group.head !== undefined && opens(group.head) === 'option';
  const ownBlocks = new Map(groups.filter((group) => !isOption(group)).map((group) => [group, blocksOf([...(group.head ? [group.head] : []), ...group.nodes], lines, lineOffset)] as const));
  const own = [...ownBlocks.values()].flat();
  const steps = stepsOf(own);
  // A part's own time stands for those of its steps.
  const certain = sum([...ownBlocks].map(([group, inside]) => (group.head ? timedTitle(plain(group.head).trim()).duration : sum(stepsOf(inside).map((step) => step.duration)))));
  const blocks = joined(
    groups.flatMap((group): Block[] => {
      const inside = ownBlocks.get(group);
      if (inside) return inside;
      const option = optionOf(group.head!, group.nodes, lines, lineOffset);
      return [{ kind: 'option', option: { ...option, whole: duration ?? (option.duration && sum([certain, option.duration])) } }];
    }),
  );
  const options = blocks.flatMap((block) => (block.kind === 'option' ? [block.option] : []));
  const escalations = [...own, ...options.flatMap((option) => option.blocks)].flatMap((block) => (block.kind === 'escalation' ? [block.escalation] : []));
  if (!duration && suffix === undefined && steps.length === 0 && options.length === 0 && escalations.length === 0) return undefined;
  const longest = options.map((option) => option.duration).filter((part) => part !== undefined).sort((a, b) => b.max - a.max)[0];
  const condition = suffix !== undefined && CONDITION.test(suffix) ? suffix : undefined;
  const otherwise = condition && OTHERWISE.exec(condition)?.[1];
  return {
    title,
    duration: duration ?? sum([certain, longest]),
    condition,
    otherwise: otherwise === undefined ? undefined : otherwise === '' ? 'else' : 'if',
    outsideRto: OUTSIDE.test(suffix ?? '') || OUTSIDE.test(title) || /^post[- ]/i.test(title),
    note: condition === undefined ? suffix : undefined,
    steps,
    options,
    escalations,
    blocks,
    line: (head.position?.start.line ?? 1) + lineOffset,
  };
}

/**
 * Reads a runbook's body (MODEL.md, runbook). A `##` heading that has a time, a suffix (`— si …`, `— automatique`), steps, options or
 * escalations opens a phase; a `###` with a condition or « Option » opens an alternative, and one with a time alone is a part of its phase. Nothing of the text is left out.
 * @param source the body that the tree was made from
 */
export function readRunbook(root: MdastNode, source: string, lineOffset: number): RunbookBody {
  const lines = source.split('\n');
  const [intro, ...parts] = cutAt(((root as Node).children ?? []), (node) => node.type === 'heading' && node.depth === 2);
  const pieces = (nodes: readonly Node[]): Piece[] => joined(nodes.flatMap((node) => piecesOf(lines, node)));
  return {
    intro: pieces(intro?.nodes ?? []),
    sections: parts.map(({ head, nodes }) => {
      const phase = phaseOf(head!, nodes, lines, lineOffset);
      return phase ? { phase } : { title: plain(head!).trim(), pieces: pieces(nodes) };
    }),
  };
}

/** The phases of a body. */
export const phasesOf = ({ sections }: RunbookBody): Phase[] => sections.flatMap((section) => ('phase' in section ? [section.phase] : []));
