import type { Finding } from '../checks/finding.ts';
import { shapeOf } from '../model/rated.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Step } from './heatmap.ts';

/** What must be done about it: prepare an answer, catch up, or prove that it works. */
export type TodoKind = 'prepare' | 'late' | 'prove';

/** What one rule finds in one system. */
export interface Todo {
  readonly rule: Finding['rule'];
  readonly system: string;
  readonly kind: TodoKind;
  readonly gravity: Step;
  readonly count: number;
  /** Keys of the records concerned, in the order of their files. */
  readonly records: readonly string[];
  readonly first: Finding;
}

const LATE: readonly string[] = ['action/overdue', 'review/overdue', 'risk/acceptance-expired'];
const PROVE: readonly string[] = ['runbook/never-tested', 'backup/never-restored', 'contact/unverified', 'time/drill-missed-target'];

const kindOf = (rule: string): TodoKind => (LATE.includes(rule) ? 'late' : PROVE.includes(rule) ? 'prove' : 'prepare');

/** A promise to users that cannot be held, or a loss that is for good. */
const CRITICAL: readonly string[] = ['time/runbook-exceeds-rto', 'time/backup-exceeds-rpo', 'time/rto-exceeds-mtpd', 'escalation/severity-unreachable', 'escalation/unknown-role', 'coverage/no-backup', 'content/secret', 'risk/acceptance-expired'];

/** What leaves people without an answer, or without proof that it works. */
const HIGH: readonly string[] = ['risk/needs-action', 'risk/high-without-runbook', 'action/overdue', 'review/overdue', 'backup/never-restored', 'coverage/no-runbook', 'coverage/undocumented-runbook', 'spof/without-risk', 'scenario/without-runbook', 'register/too-many-critical', 'risk/acceptance-missing', 'link/broken-reference'];

/** How grave a finding is for readers, whatever the site decides about builds. A scenario without runbook is as grave as the scenario. */
function gravityOf(wiki: Wiki, { severity, record, rule }: Finding): Step {
  if (severity === 'error' || CRITICAL.includes(rule)) return 4;
  const found = record === undefined ? undefined : wiki.records.get(record);
  if (rule === 'scenario/without-runbook' && found?.kind === 'scenario' && found.current) return shapeOf(found.current.level);
  return HIGH.includes(rule) ? 3 : 2;
}

/** Findings joined by rule and system, the gravest first. */
export function todoList(wiki: Wiki, findings: readonly Finding[]): Todo[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.system}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const order = wiki.folders.map(({ id }) => id);
  return [...groups.values()]
    .flatMap((group): Todo[] => {
      const [first] = group;
      if (!first) return [];
      const gravity = Math.max(...group.map((finding) => gravityOf(wiki, finding))) as Step;
      return [{ rule: first.rule, system: first.system, kind: kindOf(first.rule), gravity, count: group.length, records: [...new Set(group.flatMap(({ record }) => record ?? []))], first }];
    })
    .sort((a, b) => b.gravity - a.gravity || b.count - a.count || order.indexOf(a.system) - order.indexOf(b.system) || a.rule.localeCompare(b.rule, 'en'));
}

const SHARE: Readonly<Record<TodoKind, number>> = { prepare: 0.5, late: 0.25, prove: 0.25 };

/** The gravest of each kind, so that what is late or unproven is not hidden behind what has no answer; at most `most`. */
export function todoDigest(list: readonly Todo[], most: number): Todo[] {
  const kept = new Set((Object.keys(SHARE) as TodoKind[]).flatMap((kind) => list.filter((todo) => todo.kind === kind).slice(0, Math.ceil(most * SHARE[kind]))));
  for (const todo of list) if (kept.size < most) kept.add(todo);
  return list.filter((todo) => kept.has(todo)).slice(0, most);
}
