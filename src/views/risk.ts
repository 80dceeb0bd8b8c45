import { actionsOf, isAccepted, isPending, runbooksOf } from '../model/treatment.ts';
import { asksForAction, treatmentStatus, type TreatmentStatus } from '../model/action-status.ts';
import { backupCoverage, backupLoss } from '../model/backup-coverage.ts';
import { citing } from '../model/citing.ts';
import { componentCoverage } from '../model/component-coverage.ts';
import { fallsWith } from '../model/dependencies.ts';
import { narrativeText } from '../model/narrative.ts';
import { levelAt, levelNamed, shapeOf, type Level } from '../model/rated.ts';
import type { AnyRecord, RecordOf, RiskRecord } from '../model/records.ts';
import { reviewStatus, riskReview, type ReviewStatus } from '../model/review-due.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Step } from './heatmap.ts';
import { ownerOf, type Owner } from './rated-rows.ts';

type Control = RiskRecord['value']['controls'][number];

/** The grid behind a risk, by rank: impacts from the gravest, one drawn level a likelihood. */
export type Tints = readonly (readonly (Step | undefined)[])[];

export interface RiskView {
  readonly risk: RiskRecord;
  readonly owner: Owner | undefined;
  readonly treatment: TreatmentStatus;
  /** From what score or level the method asks for an action that is missing here. */
  readonly lacksActionFrom: number | Level | undefined;
  /** Open actions, the next date first; then the others. */
  readonly pending: readonly RecordOf<'action'>[];
  readonly closed: readonly RecordOf<'action'>[];
  readonly accepted: boolean;
  readonly acceptedBy: Owner | undefined;
  readonly review: ReviewStatus | undefined;
  readonly controls: readonly { readonly kind: Control['kind']; readonly items: readonly Control[] }[];
  readonly narrative: string | undefined;
  readonly tints: Tints;
  readonly runbooks: readonly RecordOf<'runbook'>[];
  readonly scenarios: readonly RecordOf<'scenario'>[];
  readonly indicators: readonly RecordOf<'indicator'>[];
  /** Of the components that it touches, with the most each may lose, in minutes. */
  readonly backups: readonly { readonly backup: RecordOf<'backup'>; readonly loss?: number | undefined }[];
  /** A component that it touches holds data, and no backup covers any of them. */
  readonly lacksBackup: boolean;
  /** What it touches, and how many components fall with each. */
  readonly touched: readonly { readonly record: AnyRecord; readonly falls?: number | undefined }[];
  /** Business activities that stop with them. */
  readonly activities: readonly RecordOf<'business-activity'>[];
  readonly related: readonly AnyRecord[];
}

const KINDS: readonly Control['kind'][] = ['preventive', 'detective', 'corrective'];

export function riskView(wiki: Wiki, risk: RiskRecord): RiskView {
  const { value, system, method } = risk;
  const resolved = (ids: readonly string[]): AnyRecord[] => ids.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined);
  const actions = actionsOf(wiki, risk);
  const open = actions.filter(isPending).sort((a, b) => (a.value.due ?? '9').localeCompare(b.value.due ?? '9'));
  const treatment = treatmentStatus(wiki, risk);
  const from = method?.value.action_from;
  const leading = wiki.all('scenario').filter((scenario) => scenario.value.risks.some((id) => wiki.resolve(id, scenario.system)?.key === risk.key));
  const touched = resolved(value.components);
  const components = touched.filter((record) => record.kind === 'component');
  const backups = [...new Set(components.flatMap((component) => backupCoverage(wiki, component).backups))];
  const named = value.scenarios.map((id) => wiki.resolveAs('scenario', id, system)).filter((scenario) => scenario !== undefined);
  return {
    risk,
    owner: ownerOf(wiki, system, value.owner ?? risk.register?.value.owner),
    treatment,
    lacksActionFrom: treatment.state === 'missing' && asksForAction(risk) && method && from !== undefined ? (typeof from === 'number' ? from : levelNamed(method.value, from)) : undefined,
    pending: open,
    closed: actions.filter((action) => !isPending(action)),
    accepted: isAccepted(risk),
    acceptedBy: ownerOf(wiki, system, value.acceptance?.by),
    review: reviewStatus(riskReview(risk), wiki.asOf),
    controls: KINDS.map((kind) => ({ kind, items: value.controls.filter((control) => control.kind === kind) })).filter(({ items }) => items.length > 0),
    narrative: narrativeText(risk),
    tints: method
      ? method.value.impact.toReversed().map((impact, row) => method.value.likelihood.map((likelihood, column) => {
          const found = levelAt(method.value, { ...likelihood, rank: column + 1 }, { ...impact, rank: method.value.impact.length - row });
          return found && shapeOf(found.level);
        }))
      : [],
    runbooks: runbooksOf(wiki, risk),
    scenarios: [...new Set([...named, ...leading])],
    indicators: value.indicators.map((id) => wiki.resolveAs('indicator', id, system)).filter((indicator) => indicator !== undefined),
    backups: backups.map((backup) => ({ backup, loss: backupLoss(backup) })),
    lacksBackup: backups.length === 0 && components.some((component) => componentCoverage(wiki, component).backup.state === 'missing'),
    touched: touched.map((record) => ({ record, falls: record.kind === 'component' ? fallsWith(wiki, record).length : undefined })),
    activities: [...new Set(components.flatMap(({ key }) => citing(wiki, key, 'business-activity')))],
    related: resolved(value.related).filter((record) => !actions.some(({ key }) => key === record.key)),
  };
}
