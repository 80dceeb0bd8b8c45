import type { MdastNode } from 'satteri';
import type { Duration } from './duration.ts';
import type { Block, Option, Phase, Piece, RunbookBody } from './runbook-parts.ts';
import { blocksOf, joined, piecesOf, plain, stepsOf, type Node } from './runbook-steps.ts';
import { timedTitle } from './timed-title.ts';

export type * from './runbook-parts.ts';

const CONDITION = /^(?:(?:si|if|s’|s'|sinon|autrement|otherwise|else)\b)/i;
const OTHERWISE = /^(?:sinon|autrement|otherwise|else)\b[\s,:;]*(.*)$/is;
const OUTSIDE = /hors rto|outside (the )?rto|après l[’']incident/i;

const sum = (parts: readonly (Duration | undefined)[]): Duration | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : { min: known.reduce((total, part) => total + part.min, 0), max: known.reduce((total, part) => total + part.max, 0), business: false };
};

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
