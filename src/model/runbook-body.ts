import type { MdastNode } from 'satteri';
import { parseDuration, type Duration } from './duration.ts';

/** One task of a runbook. */
export interface Step {
  readonly text: string;
  readonly duration?: Duration | undefined;
  /** Commands to type, as written in fences and indented code under the step. */
  readonly commands: readonly string[];
  readonly line: number;
}

/** A call for help at a given time (`> [!IMPORTANT]` … `Au-delà de 10 min, prévenir **lead-tech**`). */
export interface Escalation {
  readonly text: string;
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
  readonly steps: readonly Step[];
  readonly line: number;
}

/** A phase: `## Title (duration) — condition`. */
export interface Phase {
  readonly title: string;
  /** Typed in the heading, else the sum of its steps or its longest option, else unknown. */
  readonly duration?: Duration | undefined;
  /** `si …`: taken only then; the phase is off the shortest path. */
  readonly condition?: string | undefined;
  /** `hors RTO`: work after the service is back. */
  readonly outsideRto: boolean;
  readonly note?: string | undefined;
  readonly steps: readonly Step[];
  readonly options: readonly Option[];
  readonly escalations: readonly Escalation[];
  readonly line: number;
}

type Node = MdastNode & { children?: MdastNode[]; value?: string; depth?: number; checked?: boolean | null; position?: { start: { line: number } } };

const BRACKETS = /^(.*?)\s*\(([^()]*)\)\s*(?:[—–:-]+\s*(.+))?$/s;
const CONDITION = /^(si|if|s’|s')\b/i;
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

/** Splits `Title (5 min) — si …` into its parts. Brackets that hold no duration belong to the title. */
function timedTitle(text: string): { title: string; duration?: Duration | undefined; suffix?: string | undefined } {
  const match = BRACKETS.exec(text);
  const duration = match ? parseDuration(match[2]) : undefined;
  if (match && duration) return { title: (match[1] ?? '').trim(), duration, suffix: match[3]?.trim() };
  const dashed = /^(.*?)\s+[—–]\s+((?:si|if|s’|s'|hors|outside)\b.+)$/i.exec(text);
  return dashed ? { title: dashed[1] ?? text, suffix: dashed[2] } : { title: text };
}

function commandsIn(node: MdastNode): string[] {
  const { children, value, type } = node as Node;
  return type === 'code' ? [value ?? ''] : (children ?? []).flatMap(commandsIn);
}

function stepsIn(list: Node, lineOffset: number): Step[] {
  return (list.children ?? []).flatMap((child) => {
    const item = child as Node;
    if (item.checked === null || item.checked === undefined) return [];
    const { title, duration } = timedTitle(plain((item.children ?? [])[0] ?? item).trim());
    const nested = (item.children ?? []).filter((inner) => inner.type === 'list').flatMap((inner) => stepsIn(inner as Node, lineOffset));
    const commands = (item.children ?? []).filter((inner) => inner.type !== 'list').flatMap(commandsIn);
    return [{ text: title, duration, commands, line: (item.position?.start.line ?? 1) + lineOffset }, ...nested];
  });
}

function boldIn(node: MdastNode): string[] {
  const { children, type } = node as Node;
  return type === 'strong' ? [plain(node)] : (children ?? []).flatMap(boldIn);
}

function escalationIn(quote: Node, lineOffset: number): Escalation | undefined {
  const text = plain(quote).trim();
  if (!/^\[!(IMPORTANT|WARNING|CAUTION)\]/.test(text)) return undefined;
  const roles = boldIn(quote);
  if (roles.length === 0) return undefined;
  const body = text.replace(/^\[![A-Z]+\]\s*/, '');
  const after = /(?:T\+|au[- ]delà de|après|after)\s*(\d+\s*(?:min|h)?)/i.exec(body)?.[1];
  return { text: body, after: after === undefined ? undefined : parseDuration(/\d$/.test(after) ? `${after} min` : after)?.max, roles, line: (quote.position?.start.line ?? 1) + lineOffset };
}

/** Reads the phases of a runbook's body (MODEL.md, runbook). A `##` heading opens a phase; a `###` with a condition or « Option » opens an alternative. */
export function readPhases(root: MdastNode, lineOffset: number): Phase[] {
  interface Draft { title: string; duration?: Duration | undefined; suffix?: string | undefined; steps: Step[]; options: { title: string; duration?: Duration | undefined; steps: Step[]; line: number }[]; escalations: Escalation[]; line: number }
  const drafts: Draft[] = [];
  for (const child of (root as Node).children ?? []) {
    const node = child as Node;
    const line = (node.position?.start.line ?? 1) + lineOffset;
    const current = drafts.at(-1);
    if (node.type === 'heading' && node.depth === 2) drafts.push({ ...timedTitle(plain(node).trim()), steps: [], options: [], escalations: [], line });
    else if (!current) continue;
    else if (node.type === 'heading' && node.depth === 3) {
      const { title, duration, suffix } = timedTitle(plain(node).trim());
      if (duration || /^option\b/i.test(title) || (suffix !== undefined && CONDITION.test(suffix))) current.options.push({ title: suffix ? `${title} — ${suffix}` : title, duration, steps: [], line });
    } else if (node.type === 'list') (current.options.at(-1)?.steps ?? current.steps).push(...stepsIn(node, lineOffset));
    else if (node.type === 'blockquote') {
      const escalation = escalationIn(node, lineOffset);
      if (escalation) current.escalations.push(escalation);
    }
  }
  return drafts
    .filter((draft) => draft.duration || draft.steps.length > 0 || draft.options.length > 0 || draft.escalations.length > 0)
    .map(({ suffix, duration, ...draft }) => {
      const options = draft.options.map((option) => ({ ...option, duration: option.duration ?? sum(option.steps.map((step) => step.duration)) }));
      const longest = options.map((option) => option.duration).filter((part) => part !== undefined).sort((a, b) => b.max - a.max)[0];
      const condition = suffix !== undefined && CONDITION.test(suffix) ? suffix : undefined;
      return {
        ...draft,
        options,
        duration: duration ?? sum([sum(draft.steps.map((step) => step.duration)), longest]),
        condition,
        outsideRto: OUTSIDE.test(suffix ?? '') || OUTSIDE.test(draft.title) || /^post[- ]/i.test(draft.title),
        note: condition === undefined ? suffix : undefined,
      };
    });
}

/** Time of a runbook against its RTO, in minutes: without the conditional phases, and with all of them. */
export interface RunbookTime {
  /** Nothing goes wrong: unconditional phases only. */
  readonly direct: Duration;
  /** The longest needed path: conditional phases too. */
  readonly full: Duration;
  /** Phases inside the RTO whose time nobody wrote. */
  readonly untimed: number;
}

/** Adds up the phases inside the RTO; undefined where no phase has a time. */
export function timeOf(phases: readonly Phase[]): RunbookTime | undefined {
  const inside = phases.filter((phase) => !phase.outsideRto);
  const full = sum(inside.map((phase) => phase.duration));
  if (!full) return undefined;
  const direct = sum(inside.filter((phase) => phase.condition === undefined).map((phase) => phase.duration)) ?? { min: 0, max: 0, business: false };
  return { direct, full, untimed: inside.filter((phase) => phase.duration === undefined).length };
}
