import { componentCoverage, countCoverage, proofs, type CoverageCount, type Proof } from '../model/component-coverage.ts';
import { minutes } from '../model/duration.ts';
import { calleeOf, reachableRoles, type Callee } from '../model/contacts.ts';
import { documentReview, reviewStatus, riskReview, type ReviewStatus } from '../model/review-due.ts';
import type { MethodRecord, RecordOf } from '../model/records.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';
import { callCard } from './call-now.ts';
import { heatmap, type Step } from './heatmap.ts';
import { ratedRows, type RatedRow } from './rated-rows.ts';

/** A grid as small as a stamp: impacts from the gravest; how many lines stand in each cell. */
export interface MiniGrid {
  readonly rows: readonly (readonly { readonly step: Step | undefined; readonly count: number }[])[];
}

export interface LevelCount {
  readonly step: Step;
  readonly count: number;
}

export interface NextReview {
  readonly status: ReviewStatus;
  /** What is to be reviewed: the document's title, or how many risks with it. */
  readonly title: string;
}

export interface PortfolioSystem {
  readonly id: string;
  readonly title: string;
  readonly summary: string | undefined;
  /** In minutes. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  readonly lines: number;
  readonly levels: readonly LevelCount[];
  readonly top: RatedRow | undefined;
  readonly mini: MiniGrid | undefined;
  /** The method rates in words. */
  readonly inWords: boolean;
  readonly coverage: Readonly<Record<Proof, CoverageCount>>;
  readonly review: NextReview | undefined;
}

/** Whom a system can have on the phone, as far as its pages say. */
export interface Reachable {
  readonly system: string;
  readonly title: string;
  readonly timeZone: string;
  /** In the order in which they are called; at most three. */
  readonly callees: readonly Callee[];
  /** `phone`: a number stands; `other`: a channel stands; `masked`: a number is hidden by its source; `none`: no contact. */
  readonly state: 'phone' | 'other' | 'masked' | 'none';
}

export interface Portfolio {
  readonly systems: readonly PortfolioSystem[];
  readonly levels: readonly LevelCount[];
  readonly lines: number;
  readonly reachable: readonly Reachable[];
  readonly urgent: readonly RecordOf<'runbook'>[];
  /** Ids of systems whose method has no score. */
  readonly inWords: readonly string[];
}

const levelsOf = (rows: readonly RatedRow[]): LevelCount[] => ([4, 3, 2, 1] as const).map((step) => ({ step, count: rows.filter((row) => row.step === step).length })).filter(({ count }) => count > 0);

function miniOf(rows: readonly RatedRow[]): { method: MethodRecord; mini: MiniGrid } | undefined {
  const methods = [...new Set(rows.flatMap(({ method }) => method ?? []))];
  const of = (method: MethodRecord): RatedRow[] => rows.filter((row) => row.method?.key === method.key);
  const [method] = methods.sort((a, b) => of(b).length - of(a).length);
  if (!method) return undefined;
  const grid = heatmap(method, of(method).flatMap((row) => (row.rated ? [{ key: row.key, id: row.id, title: row.title, rated: row.rated, category: 0 }] : [])));
  return { method, mini: { rows: grid.rows.map(({ cells }) => cells.map(({ step, entries }) => ({ step, count: entries.length }))) } };
}

/** The review that is due first among a system's documents and risks; one whose last day nobody wrote only where nothing else is due. */
function nextReview(wiki: Wiki, system: string): NextReview | undefined {
  const documents = wiki.documents.filter((document) => document.system === system).map((document) => ({ status: reviewStatus(documentReview(document), wiki.asOf), title: document.title }));
  const risks = wiki.all('risk', system).map((risk) => ({ status: reviewStatus(riskReview(risk), wiki.asOf), title: risk.register?.title ?? risk.title }));
  const known = [...documents, ...risks].filter((entry): entry is NextReview => entry.status !== undefined);
  const when = ({ status }: NextReview): string => (status.state === 'never' ? '9' : status.on);
  return known.sort((a, b) => when(a).localeCompare(when(b)))[0];
}

function systemOf(wiki: Wiki, { id, title, record }: Wiki['systems'][number]): PortfolioSystem {
  const rows = ratedRows(wiki, id);
  const grid = miniOf(rows);
  const covers = wiki.all('component', id).map((component) => componentCoverage(wiki, component));
  return {
    id,
    title,
    summary: record.value.summary,
    rto: minutes(record.value.rto),
    rpo: minutes(record.value.rpo),
    lines: rows.length,
    levels: levelsOf(rows),
    top: rows.find(({ rated }) => rated !== undefined),
    mini: grid?.mini,
    inWords: grid?.method.value.score === 'grid',
    coverage: Object.fromEntries(proofs.map((proof) => [proof, countCoverage(covers, proof)])) as Record<Proof, CoverageCount>,
    review: nextReview(wiki, id),
  };
}

function reachableIn(wiki: Wiki, system: string): Reachable {
  const card = callCard(wiki, system);
  const [gravest] = card.severities;
  const all = gravest ? gravest.callees : card.anyone;
  const known = reachableRoles(wiki, system).map((role) => calleeOf(wiki, role));
  const usable = (callee: Callee): boolean => callee.contacts.some((contact) => contact.usable);
  const callees = all.filter(usable).slice(0, 3);
  const phone = callees.some(({ contacts }) => contacts.some((contact) => contact.usable && contact.channel === 'phone'));
  const masked = [...all, ...known].filter(({ contacts }) => contacts.some((contact) => contact.masked));
  const state = phone ? 'phone' : masked.length > 0 ? 'masked' : callees.length > 0 ? 'other' : 'none';
  return { system, title: card.title, timeZone: card.timeZone, callees: state === 'masked' ? masked.slice(0, 1) : callees, state };
}

const ANSWERS: readonly RecordOf<'runbook'>['value']['type'][] = ['failover', 'restore', 'alert', 'diagnosis', 'rollback'];

function shapeOfSeverity(wiki: Wiki, { value, system }: RecordOf<'runbook'>): number {
  const severity = wiki.resolveAs('severity', value.severity, system);
  return severity ? severityShape(wiki, severity) : 0;
}

/** Runbooks to follow in the gravest incidents, in the order in which readers need them: one a system, then a second one. */
function urgentOf(wiki: Wiki, most: number): RecordOf<'runbook'>[] {
  const perSystem = wiki.systems.map(({ id }) =>
    wiki
      .all('runbook', id)
      .filter(({ value }) => value.documentation !== 'undocumented' && value.documentation !== 'obsolete' && value.status !== 'retired' && ANSWERS.includes(value.type))
      .map((runbook) => ({ runbook, shape: shapeOfSeverity(wiki, runbook) }))
      .sort((a, b) => b.shape - a.shape || ANSWERS.indexOf(a.runbook.value.type) - ANSWERS.indexOf(b.runbook.value.type) || (a.runbook.rto ?? Infinity) - (b.runbook.rto ?? Infinity))
      .map(({ runbook }) => runbook),
  );
  return [0, 1, 2].flatMap((place) => perSystem.flatMap((runbooks) => runbooks[place] ?? [])).slice(0, most);
}

/** The first screen: what to follow, whom to call, and how every system stands. */
export function portfolio(wiki: Wiki): Portfolio {
  const systems = wiki.systems.map((system) => systemOf(wiki, system));
  const rows = ratedRows(wiki);
  return {
    systems,
    levels: levelsOf(rows),
    lines: rows.filter(({ rated }) => rated).length,
    reachable: wiki.systems.map(({ id }) => reachableIn(wiki, id)),
    urgent: urgentOf(wiki, 6),
    inWords: systems.filter(({ inWords }) => inWords).map(({ id }) => id),
  };
}
