import type { Finding } from '../checks/finding.ts';
import { contactsOf } from '../model/contacts.ts';
import { respondersOf } from '../model/answering.ts';
import { minutes } from '../model/duration.ts';
import type { RecordOf, WikiDocument } from '../model/records.ts';
import { runbooksOfAlert } from '../model/runbook-coverage.ts';
import { severityShape } from '../model/severities.ts';
import type { Wiki } from '../model/wiki.ts';

type Severity = RecordOf<'severity'>;

/** One severity on the clock: columns count from 0, the first stop. Absent where nobody wrote a delay. */
export interface Lane {
  readonly severity: Severity;
  readonly shape: 1 | 2 | 3 | 4;
  /** Column that taking charge ends at. */
  readonly respond?: number | undefined;
  /** Columns of what comes after, up to the escalation or the resolution. */
  readonly work?: { readonly from: number; readonly to: number; readonly until: 'escalation' | 'resolution' } | undefined;
  readonly escalate?: number | undefined;
  readonly resolve?: number | undefined;
}

/** From the signal to the escalation, on an axis of stops that is not linear. */
export interface Timeline {
  /** Delays as written, from the shortest; the first is 0. */
  readonly stops: readonly (string | number)[];
  readonly lanes: readonly Lane[];
}

/** Stops beyond this make columns too narrow to read. */
const MOST_STOPS = 9;

function timelineOf(severities: readonly { severity: Severity; shape: 1 | 2 | 3 | 4 }[]): Timeline | undefined {
  const delays = severities.flatMap(({ severity: { value } }) => [value.respond_in, value.escalate_after, value.resolve_in]).filter((delay) => delay !== undefined);
  const stops = new Map<number, string | number>([[0, 0]]);
  for (const delay of delays) if (!stops.has(minutes(delay) ?? 0)) stops.set(minutes(delay) ?? 0, delay);
  const order = [...stops.keys()].sort((a, b) => a - b);
  if (order.length < 2 || order.length > MOST_STOPS || severities.every(({ severity }) => severity.value.respond_in === undefined)) return undefined;
  const column = (delay: string | number | undefined): number | undefined => (delay === undefined ? undefined : order.indexOf(minutes(delay) ?? 0));
  return {
    stops: order.map((at) => stops.get(at) ?? 0),
    lanes: severities.map(({ severity, shape }): Lane => {
      const respond = column(severity.value.respond_in);
      const escalate = column(severity.value.escalate_after);
      const resolve = column(severity.value.resolve_in);
      const until = escalate ?? resolve;
      const work = respond !== undefined && until !== undefined && until > respond ? { from: respond, to: until, until: escalate === undefined ? ('resolution' as const) : ('escalation' as const) } : undefined;
      return { severity, shape, respond, work, escalate, resolve };
    }),
  };
}

/** Whether, when and how a role is told of a severity. */
export interface Told {
  /** Minutes after the incident is declared; absent where it is not told. */
  readonly after?: number | undefined;
  readonly byPhone: boolean;
}

export interface IncidentsView {
  readonly severities: readonly { readonly severity: Severity; readonly shape: 1 | 2 | 3 | 4 }[];
  readonly timeline?: Timeline | undefined;
  /** Role by severity; roles that no severity calls are left out. */
  readonly escalation: readonly { readonly role: RecordOf<'role'>; readonly told: readonly Told[] }[];
  readonly alerts: readonly { readonly alert: RecordOf<'alert'>; readonly severity?: { readonly severity: Severity; readonly shape: 1 | 2 | 3 | 4 } | undefined; readonly runbooks: readonly RecordOf<'runbook'>[] }[];
  readonly reviews: readonly RecordOf<'review'>[];
  readonly documents: readonly WikiDocument[];
  readonly findings: readonly Finding[];
}

function toldOf(wiki: Wiki, severity: Severity, role: RecordOf<'role'>): Told {
  const call = respondersOf(wiki, severity).responders.find((responder) => responder.role.key === role.key);
  return { after: call?.after, byPhone: call !== undefined && contactsOf(wiki, role, severity).some(({ channel, masked }) => channel === 'phone' && !masked) };
}

/** How a system's incidents are graded, told and escalated. */
export function incidentsView(wiki: Wiki, findings: readonly Finding[], system: string): IncidentsView {
  const severities = wiki.all('severity', system).map((severity) => ({ severity, shape: severityShape(wiki, severity) }));
  const documents = [...wiki.documentsOf('incident-matrix', system), ...wiki.documentsOf('escalation', system)];
  const escalation = wiki
    .all('role', system)
    .map((role) => ({ role, told: severities.map(({ severity }) => toldOf(wiki, severity, role)) }))
    .filter(({ told }) => told.some(({ after }) => after !== undefined));
  return {
    severities,
    timeline: timelineOf(severities),
    escalation,
    alerts: wiki.all('alert', system).map((alert) => ({ alert, severity: severities.find(({ severity }) => severity.key === wiki.resolveAs('severity', alert.value.severity, system)?.key), runbooks: runbooksOfAlert(wiki, alert) })),
    reviews: wiki.all('review', system),
    documents,
    findings: findings.filter(({ place }) => documents.some(({ file }) => file === place.file)),
  };
}
