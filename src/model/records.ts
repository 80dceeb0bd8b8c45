import type { z } from 'zod';
import type { action } from '../schemas/action-plan.ts';
import type { backup } from '../schemas/backup-policy.ts';
import type { businessActivity, degradedMode, scenario } from '../schemas/continuity-plan.ts';
import type { policy, role } from '../schemas/escalation.ts';
import type { alert, severity } from '../schemas/incident-matrix.ts';
import type { indicator } from '../schemas/indicators.ts';
import type { AnyDocument, DocumentOf, Kind } from '../schemas/kinds.ts';
import type { Risk } from '../schemas/risk.ts';
import type { activity } from '../schemas/schedule.ts';
import type { component, environment, supplier } from '../schemas/system.ts';
import type { decisionSchema } from '../schemas/decision.ts';
import type { Outline } from './outline.ts';
import type { Sourced } from './place.ts';
import type { Level, Rated } from './rated.ts';
import type { Phase } from './runbook-body.ts';
import type { RunbookTime } from './time-budget.ts';

/** A file of content/ whose frontmatter its schema accepts. */
export interface WikiDocument<K extends Kind = Kind> extends Sourced<DocumentOf<K>> {
  readonly kind: K;
  /** Relative to content/, with slashes. */
  readonly file: string;
  /** The folder it stands in: a system's id, or a section of the wiki without a system. */
  readonly system: string;
  /** Last part of the address: the record's id, or the file's name. */
  readonly slug: string;
  readonly title: string;
  readonly lang: 'fr' | 'en';
  /** Markdown below the frontmatter, and the line of the file where it begins. */
  readonly body: string;
  readonly bodyLine: number;
  readonly outline: Outline;
  /** SHA-256 of the file's text. */
  readonly digest: string;
}

/** What each kind of record holds, as its schema gives it. */
export interface RecordValues {
  system: DocumentOf<'system'>;
  method: DocumentOf<'method'>;
  component: z.infer<typeof component>;
  environment: z.infer<typeof environment>;
  supplier: z.infer<typeof supplier>;
  register: DocumentOf<'risk-register'>;
  risk: Risk;
  severity: z.infer<typeof severity>;
  alert: z.infer<typeof alert>;
  role: z.infer<typeof role>;
  policy: z.infer<typeof policy>;
  runbook: DocumentOf<'runbook'>;
  scenario: z.infer<typeof scenario>;
  'business-activity': z.infer<typeof businessActivity>;
  'degraded-mode': z.infer<typeof degradedMode>;
  backup: z.infer<typeof backup>;
  activity: z.infer<typeof activity>;
  indicator: z.infer<typeof indicator>;
  action: z.infer<typeof action>;
  decision: DocumentOf<'decision'>;
  choice: z.infer<typeof decisionSchema>['decisions'][number];
  review: DocumentOf<'review'>;
  page: DocumentOf<'page'>;
}
export type RecordKind = keyof RecordValues;

/** Something with an id that people cite. */
export interface WikiRecord<K extends RecordKind = RecordKind> extends Sourced<RecordValues[K]> {
  readonly kind: K;
  readonly id: string;
  readonly system: string;
  /** `system/id`, unique in the wiki. */
  readonly key: string;
  readonly title: string;
  readonly document: WikiDocument;
  /** Anchor of the heading of the document's body that starts with the id, where there is one. */
  readonly narrative?: string | undefined;
}

export interface MethodRecord extends WikiRecord<'method'> {
  readonly levels: readonly Level[];
}

export interface RiskRecord extends WikiRecord<'risk'> {
  /** Absent where the register is not one of the system's. */
  readonly register?: WikiRecord<'register'> | undefined;
  readonly method?: MethodRecord | undefined;
  readonly current?: Rated | undefined;
  readonly inherent?: Rated | undefined;
  readonly target?: Rated | undefined;
}

export interface ScenarioRecord extends WikiRecord<'scenario'> {
  readonly method?: MethodRecord | undefined;
  readonly current?: Rated | undefined;
}

export interface RunbookRecord extends WikiRecord<'runbook'> {
  readonly phases: readonly Phase[];
  readonly time?: RunbookTime | undefined;
  /** In minutes: its own, else the shortest of its scenarios, else the system's. `rtoFrom` says which. */
  readonly rto?: number | undefined;
  readonly rtoFrom?: 'runbook' | 'scenario' | 'system' | undefined;
}

/** The record types whose derived values the model adds. */
export interface Derived {
  method: MethodRecord;
  risk: RiskRecord;
  scenario: ScenarioRecord;
  runbook: RunbookRecord;
}
export type RecordOf<K extends RecordKind> = K extends keyof Derived ? Derived[K] : WikiRecord<K>;
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];
export type { AnyDocument };
