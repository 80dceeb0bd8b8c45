import type { Finding } from '../checks/finding.ts';
import { nextDay, agendaOf, type AgendaEntry } from '../model/agenda.ts';
import { calleeOf, calleesOf, contactsOf, reachableRoles, type Callee } from '../model/contacts.ts';
import { minutes } from '../model/duration.ts';
import { drillsOf, exercisesOf, type Exercise } from '../model/exercises.ts';
import { documentReview, reviewStatus, type ReviewStatus } from '../model/review-due.ts';
import { roleNamed } from '../model/roles.ts';
import type { AnyRecord, RecordOf, RunbookRecord, ScenarioRecord } from '../model/records.ts';
import type { Block, Escalation, Piece, RunbookBody, Step } from '../model/runbook-body.ts';
import { legsOf, type PathPhase } from '../model/runbook-path.ts';
import { severityShape } from '../model/severities.ts';
import { timeBudget, type Span, type TimeBudget, type TimedPhase } from '../model/time-budget.ts';
import type { Wiki } from '../model/wiki.ts';

/** A call for help with whom it names, and when it comes on the clock of the runbook. */
export interface EscalationView {
  readonly escalation: Escalation;
  /** Minutes after the start; absent where the text does not say. */
  readonly at?: number | undefined;
  /** Markdown, where roles are named by their title. */
  readonly source: string;
  readonly people: readonly Callee[];
}
export type EscalationsByText = ReadonlyMap<Escalation, EscalationView>;

/** Part of the page: a phase on the clock, or a section that is no phase. Phases of one `leg` exclude one another. */
export type SectionView = { readonly timed: TimedPhase; readonly leg?: string | undefined; readonly escalations: EscalationsByText } | { readonly title: string; readonly pieces: readonly Piece[] };

export interface RunbookView {
  readonly runbook: RunbookRecord;
  /** Announced and not written. */
  readonly gap: boolean;
  readonly severity?: { readonly record: RecordOf<'severity'>; readonly shape: 1 | 2 | 3 | 4 } | undefined;
  readonly scenarios: readonly ScenarioRecord[];
  readonly components: readonly AnyRecord[];
  readonly alerts: readonly { readonly name: string; readonly record?: RecordOf<'alert'> | undefined }[];
  readonly budget: TimeBudget;
  /** What a device must know to follow the path that is chosen on it. */
  readonly path: readonly PathPhase[];
  /** Total that the source wrote, in minutes. */
  readonly typed?: number | undefined;
  readonly intro: readonly Piece[];
  readonly sections: readonly SectionView[];
  readonly steps: number;
  /** What one begins with, whatever branch is taken; absent where that depends on a choice. */
  readonly first?: { readonly number: number; readonly title: string; readonly step: Step } | undefined;
  readonly people: readonly Callee[];
  /** No policy gives the order: people are those whom the system knows how to reach. */
  readonly peopleUnordered: boolean;
  /** Keys of those to tell later, at a time that only the policy gives. */
  readonly toldLater: ReadonlySet<string>;
  readonly lastTest?: Exercise | undefined;
  readonly nextDrill?: { readonly entry: AgendaEntry; readonly day?: string | undefined } | undefined;
  readonly review?: ReviewStatus | undefined;
  readonly findings: readonly Finding[];
}

/** Every step of a phase, those of its options included, in the order of the text. */
export const stepsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((total, block) => total + (block.kind === 'step' ? 1 : block.kind === 'option' ? stepsIn(block.option.blocks) : 0), 0);

/** The first step of the first phase, unless the phase depends on a condition or begins with options. */
function firstStep({ phases: [first] }: TimeBudget): RunbookView['first'] {
  const block = first?.phase.condition === undefined ? first?.phase.blocks.find(({ kind }) => kind === 'step' || kind === 'option') : undefined;
  return first && block?.kind === 'step' ? { number: first.number, title: first.phase.title, step: block.step } : undefined;
}

function alertsOf(wiki: Wiki, runbook: RunbookRecord): RunbookView['alerts'] {
  const named = runbook.value.alerts.map((name) => ({ name, record: wiki.resolveAs('alert', name, runbook.system) }));
  const leading = wiki.all('alert', runbook.system).filter((alert) => wiki.resolve(alert.value.runbook ?? '', alert.system)?.key === runbook.key && !named.some(({ record }) => record?.key === alert.key));
  return [...named, ...leading.map((record) => ({ name: record.title, record }))];
}

/** Whom to call from a runbook: its escalation policy, else its severity's, then the roles its text names. */
function peopleOf(wiki: Wiki, runbook: RunbookRecord, severity: RecordOf<'severity'> | undefined): { people: Callee[]; unordered: boolean } {
  const policy = wiki.resolveAs('policy', runbook.value.escalation, runbook.system);
  const found: Callee[] = [];
  const add = (callee: Callee): void => {
    if (!found.some(({ role }) => role.key === callee.role.key)) found.push(callee);
  };
  for (const step of policy?.value.steps ?? []) {
    if (severity && step.severities.length > 0 && !step.severities.some((id) => wiki.resolve(id, runbook.system)?.key === severity.key)) continue;
    for (const id of step.roles) {
      const role = wiki.resolveAs('role', id, policy?.system ?? runbook.system);
      if (role) add(calleeOf(wiki, role, severity, { after: minutes(step.after) ?? 0 }));
    }
  }
  if (!policy && severity) calleesOf(wiki, severity).forEach(add);
  const owner = runbook.value.owner === undefined ? undefined : roleNamed(wiki, runbook.value.owner, runbook.system);
  if (owner) add(calleeOf(wiki, owner, severity));
  for (const { roles } of runbook.phases.flatMap(({ escalations }) => escalations)) {
    for (const name of roles) {
      const role = roleNamed(wiki, name, runbook.system);
      if (role) add(calleeOf(wiki, role, severity));
    }
  }
  if (found.some(({ contacts }) => contacts.some(({ usable }) => usable))) return { people: found, unordered: false };
  const known = reachableRoles(wiki, runbook.system).filter((role) => !found.some((callee) => callee.role.key === role.key));
  return { people: [...found, ...known.map((role) => calleeOf(wiki, role))], unordered: known.length > 0 };
}

function escalationsOf(wiki: Wiki, runbook: RunbookRecord, severity: RecordOf<'severity'> | undefined, { phase, start }: TimedPhase): Map<Escalation, EscalationView> {
  return new Map(
    phase.escalations.map((escalation) => {
      const named = escalation.roles.map((name) => ({ name, role: roleNamed(wiki, name, runbook.system) }));
      const roles = named.flatMap(({ role }) => (role ? [role] : []));
      const source = named.reduce((text, { name, role }) => (role ? text.replaceAll(`**${name}**`, `**${role.title}**`) : text), escalation.source);
      const at = escalation.after !== undefined && start !== undefined && start.min === start.max ? start.min + escalation.after : undefined;
      return [escalation, { escalation, at, source, people: [...new Set(roles)].map((role) => calleeOf(wiki, role, severity && contactsOf(wiki, role, severity).length > 0 ? severity : undefined)) }];
    }),
  );
}

const bare = (span: Span | undefined): Span | undefined => span && { min: span.min, max: span.max };

const pathOf = ({ phase: { duration, condition, otherwise, outsideRto, options } }: TimedPhase): PathPhase => ({
  duration: bare(duration),
  condition: condition === undefined ? undefined : 'if',
  otherwise,
  outsideRto,
  options: options.map(({ whole }) => ({ whole: bare(whole) })),
});

/** Whom the policy calls after the start, where no phase that is always taken says to call them at a time of its own. */
function toldLaterOf(people: readonly Callee[], sections: readonly SectionView[]): Set<string> {
  const said = sections.flatMap((section) => ('timed' in section && section.timed.phase.condition === undefined ? [...section.escalations.values()] : [])).filter(({ at }) => at !== undefined);
  const told = new Set(said.flatMap((call) => call.people.map(({ role }) => role.key)));
  return new Set(people.filter(({ after = 0, role }) => after > 0 && !told.has(role.key)).map(({ role }) => role.key));
}

/** One procedure, on the clock. */
export function runbookView(wiki: Wiki, findings: readonly Finding[], runbook: RunbookRecord): RunbookView {
  const { value, document, system } = runbook;
  const severity = wiki.resolveAs('severity', value.severity, system);
  const body: RunbookBody = document.outline.runbook ?? { intro: [], sections: [] };
  const budget = timeBudget(runbook.phases, runbook.rto);
  const linked = value.scenarios.map((id) => wiki.resolveAs('scenario', id, system)).filter((scenario) => scenario !== undefined);
  const listing = wiki.all('scenario', system).filter((scenario) => scenario.value.runbooks.some((id) => wiki.resolve(id, system)?.key === runbook.key));
  const { people, unordered } = peopleOf(wiki, runbook, severity);

  const drills = new Set(drillsOf(wiki, runbook).map(({ key }) => key));
  const entries = agendaOf(wiki, system).filter(({ kind, record }) => (kind === 'drill' && drills.has(record?.key ?? '')) || (kind === 'runbook-test' && record?.key === runbook.key));
  const sections = body.sections.map((section): SectionView => {
    if (!('phase' in section)) return section;
    const timed = budget.phases.find(({ phase }) => phase === section.phase);
    const leg = legsOf(runbook.phases).find(({ phases }) => phases.length > 1 && phases.some((index) => runbook.phases[index] === section.phase));
    return { timed: timed!, leg: leg?.phases.map((index) => index + 1).join(' '), escalations: timed ? escalationsOf(wiki, runbook, severity, timed) : new Map() };
  });
  const entry = [...entries].sort((a, b) => (nextDay(a) ?? '9').localeCompare(nextDay(b) ?? '9'))[0];

  return {
    runbook,
    gap: runbook.phases.length === 0,
    severity: severity && { record: severity, shape: severityShape(wiki, severity) },
    scenarios: [...new Set([...linked, ...listing])],
    components: value.components.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined),
    alerts: alertsOf(wiki, runbook),
    budget,
    path: budget.phases.map(pathOf),
    typed: minutes(value.duration),
    intro: body.intro,
    sections,
    steps: runbook.phases.reduce((total, { blocks }) => total + stepsIn(blocks), 0),
    first: firstStep(budget),
    people,
    peopleUnordered: unordered,
    toldLater: toldLaterOf(people, sections),
    lastTest: exercisesOf(wiki, runbook)[0],
    nextDrill: entry && { entry, day: nextDay(entry) },
    review: reviewStatus(documentReview(document), wiki.asOf),
    findings: findings.filter(({ record, place }) => record === runbook.key || place.file === document.file),
  };
}
