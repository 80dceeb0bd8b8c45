import type { Finding } from '../checks/finding.ts';
import { isPending } from '../model/treatment.ts';
import { incidentTimes, momentOf, type IncidentTime, type Moment } from '../model/incident-times.ts';
import type { AnyRecord, RecordOf } from '../model/records.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';

type Review = RecordOf<'review'>;

export interface ReviewLine {
  readonly review: Review;
  readonly severity?: { readonly record: RecordOf<'severity'>; readonly shape: 1 | 2 | 3 | 4 } | undefined;
  /** Day or instant the incident began, else was detected; as written. */
  readonly on?: string | undefined;
  readonly times: readonly IncidentTime[];
  /** Those it cites, and those that say they come from it. */
  readonly actions: readonly RecordOf<'action'>[];
  readonly openActions: number;
}

export interface TimelineEntry extends Moment {
  /** Minutes since the start of the incident. */
  readonly after?: number | undefined;
  readonly what: string;
  readonly by?: string | undefined;
}

export interface ReviewView extends ReviewLine {
  readonly timeZone: string;
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[];
  readonly components: readonly AnyRecord[];
  readonly runbooks: readonly AnyRecord[];
  readonly risks: readonly AnyRecord[];
  readonly findings: readonly Finding[];
}

function reviewLine(wiki: Wiki, review: Review): ReviewLine {
  const { value, system } = review;
  const severity = wiki.resolveAs('severity', value.severity, system);
  const cited = value.actions.map((id) => wiki.resolveAs('action', id, system)).filter((action) => action !== undefined);
  const coming = wiki.all('action').filter((action) => action.value.origin?.ref !== undefined && wiki.resolve(action.value.origin.ref, action.system)?.key === review.key);
  const actions = [...new Set([...cited, ...coming])];
  return {
    review,
    severity: severity && { record: severity, shape: severityShape(wiki, severity) },
    on: value.started ?? value.detected ?? value.resolved,
    times: incidentTimes(wiki, review),
    actions,
    openActions: actions.filter(isPending).length,
  };
}

/** One incident, told and timed. */
export function reviewView(wiki: Wiki, findings: readonly Finding[], review: Review): ReviewView {
  const { value, system, document } = review;
  const { timeZone } = wiki.clockOf(system);
  const origin = value.started ?? value.detected;
  const start = origin === undefined ? undefined : momentOf(origin, timeZone);
  const cited = (ids: readonly string[]): AnyRecord[] => ids.map((id) => wiki.resolve(id, system)).filter((record) => record !== undefined);
  return {
    ...reviewLine(wiki, review),
    timeZone,
    timeline: value.timeline
      .map(({ at, what, by }): TimelineEntry => {
        const moment = momentOf(at, timeZone);
        const role = by === undefined ? undefined : (wiki.resolveAs('role', by, system)?.title ?? by);
        return { ...moment, after: start?.exact && moment.exact ? (moment.at.getTime() - start.at.getTime()) / 60_000 : undefined, what, by: role };
      })
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
    components: cited(value.components),
    runbooks: cited(value.runbooks_used),
    risks: cited(value.risks_materialised),
    findings: findings.filter(({ place }) => place.file === document.file),
  };
}

export interface ReviewsView {
  /** The latest first. */
  readonly lines: readonly ReviewLine[];
  readonly templates: readonly Review[];
  /** Severities after which a review is required. */
  readonly required: readonly RecordOf<'severity'>[];
}

export function reviewsView(wiki: Wiki, system: string): ReviewsView {
  const all = wiki.all('review', system);
  const lines = all.filter(({ value }) => !value.template).map((review) => reviewLine(wiki, review));
  return {
    lines: lines.sort((a, b) => (b.on ?? '').localeCompare(a.on ?? '')),
    templates: all.filter(({ value }) => value.template),
    required: wiki.all('severity', system).filter(({ value }) => value.review_required === true),
  };
}
