import { treatmentStatus, type TreatmentStatus } from '../model/action-status.ts';
import { placeInGrid, shapeOf, type Rated } from '../model/rated.ts';
import type { MethodRecord, RecordOf, RiskRecord, ScenarioRecord } from '../model/records.ts';
import { documentReview, reviewStatus, riskReview, type ReviewStatus } from '../model/review-due.ts';
import { isLive } from '../model/treatment.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Step } from './heatmap.ts';

export interface Owner {
  /** Key of the role, where the owner is one. */
  readonly key?: string | undefined;
  readonly name: string;
}

/** A risk or a scenario as one line of a register. */
export interface RatedRow {
  readonly key: string;
  readonly kind: 'risk' | 'scenario';
  readonly system: string;
  readonly id: string;
  readonly title: string;
  /** As the author wrote it; absent for scenarios and for risks without one. */
  readonly category: string | undefined;
  readonly method: MethodRecord | undefined;
  readonly rated: Rated | undefined;
  readonly step: Step | undefined;
  /** Orders lines of any method from the mildest: the drawn level first, then the place in the grid of its own method. */
  readonly gravity: number;
  readonly owner: Owner | undefined;
  readonly treatment: TreatmentStatus | undefined;
  readonly review: ReviewStatus | undefined;
}

export function ownerOf(wiki: Wiki, system: string, owner: string | undefined): Owner | undefined {
  if (owner === undefined) return undefined;
  const role = wiki.resolveAs('role', owner, system);
  return role ? { key: role.key, name: role.title } : { name: owner };
}

const gravityOf = (method: MethodRecord | undefined, rated: Rated | undefined): number => (method && rated ? shapeOf(rated.level) * 10 + Math.round(placeInGrid(method.value, rated) * 1000) / 1000 : 0);

function riskRow(wiki: Wiki, risk: RiskRecord): RatedRow {
  return {
    key: risk.key,
    kind: 'risk',
    system: risk.system,
    id: risk.id,
    title: risk.title,
    category: risk.value.category,
    method: risk.method,
    rated: risk.current,
    step: risk.current && shapeOf(risk.current.level),
    gravity: gravityOf(risk.method, risk.current),
    owner: ownerOf(wiki, risk.system, risk.value.owner ?? risk.register?.value.owner),
    treatment: treatmentStatus(wiki, risk),
    review: reviewStatus(riskReview(risk), wiki.asOf),
  };
}

function scenarioRow(wiki: Wiki, scenario: ScenarioRecord): RatedRow {
  return {
    key: scenario.key,
    kind: 'scenario',
    system: scenario.system,
    id: scenario.id,
    title: scenario.title,
    category: undefined,
    method: scenario.method,
    rated: scenario.current,
    step: scenario.current && shapeOf(scenario.current.level),
    gravity: gravityOf(scenario.method, scenario.current),
    owner: ownerOf(wiki, scenario.system, scenario.value.owner),
    treatment: undefined,
    review: reviewStatus(documentReview(scenario.document), wiki.asOf),
  };
}

/** From the gravest. Ties follow the id. */
export const byGravity = (a: RatedRow, b: RatedRow): number => b.gravity - a.gravity || a.id.localeCompare(b.id, 'en', { numeric: true });

/** Live risks, then scenarios that somebody rated: what a register shows. A risk that nobody rated stays, without a level. */
export function ratedRows(wiki: Wiki, system?: string): RatedRow[] {
  const risks = wiki.all('risk', system).filter(isLive).map((risk) => riskRow(wiki, risk));
  const scenarios = wiki.all('scenario', system).filter(({ current }: RecordOf<'scenario'>) => current !== undefined).map((scenario) => scenarioRow(wiki, scenario));
  return [...risks, ...scenarios].sort(byGravity);
}
