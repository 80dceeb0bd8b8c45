import type { Finding } from '../checks/finding.ts';
import type { AnyRecord, RecordOf } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

type Decision = RecordOf<'decision'>;

/** Somebody or something that a decision names: a record of the wiki, or words. */
export interface Named {
  readonly name: string;
  readonly record?: AnyRecord | undefined;
}

export interface ChoiceLine {
  readonly choice: RecordOf<'choice'>;
  readonly related: readonly AnyRecord[];
}

export interface DecisionView {
  readonly decision: Decision;
  readonly deciders: readonly Named[];
  readonly reviewers: readonly Named[];
  /** Decisions it rests on; those outside the wiki are words. */
  readonly requires: readonly Named[];
  /** Decisions that rest on it. */
  readonly requiredBy: readonly Decision[];
  readonly supersedes: readonly AnyRecord[];
  readonly supersededBy: readonly AnyRecord[];
  readonly related: readonly AnyRecord[];
  readonly choices: readonly ChoiceLine[];
  readonly phases: readonly string[];
  readonly findings: readonly Finding[];
}

export function decisionView(wiki: Wiki, findings: readonly Finding[], decision: Decision): DecisionView {
  const { system, value, key, document } = decision;
  const named = (words: readonly string[]): Named[] => words.map((name) => ({ name, record: wiki.resolve(name, system) })).map(({ name, record }) => ({ name: record?.kind === 'role' ? record.title : name, record }));
  const cited = (ids: readonly string[]): AnyRecord[] => ids.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined);
  const citing = (field: string): AnyRecord[] => wiki.backlinks(key).filter((link) => link.field === field).map(({ from }) => from);
  return {
    decision,
    deciders: named(value.deciders),
    reviewers: named(value.reviewers),
    requires: named(value.requires),
    requiredBy: citing('requires').filter((from): from is Decision => from.kind === 'decision'),
    supersedes: cited(value.supersedes),
    supersededBy: citing('supersedes'),
    related: cited(value.related),
    choices: value.decisions.flatMap(({ id, related }) => {
      const choice = wiki.resolveAs('choice', id, system);
      return choice?.document === document ? [{ choice, related: cited(related) }] : [];
    }),
    phases: [...new Set(value.decisions.flatMap(({ phase }) => phase ?? []))],
    findings: findings.filter(({ place }) => place.file === document.file),
  };
}

/** Statuses in the order in which readers look for them: what waits for them first. */
const STATUSES: readonly Decision['value']['status'][] = ['proposed', 'draft', 'accepted', 'deprecated', 'superseded', 'rejected'];

/** A folder's decisions by status, the latest first. */
export function decisionGroups(wiki: Wiki, system: string): { readonly status: Decision['value']['status']; readonly decisions: readonly Decision[] }[] {
  const all = wiki.all('decision', system);
  return STATUSES.flatMap((status) => {
    const decisions = all.filter(({ value }) => value.status === status).sort((a, b) => (b.value.date ?? '').localeCompare(a.value.date ?? '') || a.id.localeCompare(b.id, 'en', { numeric: true }));
    return decisions.length === 0 ? [] : [{ status, decisions }];
  });
}
