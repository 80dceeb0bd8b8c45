import type { z } from 'zod';
import { actionPlanSchema } from './action-plan.ts';
import { backupPolicySchema } from './backup-policy.ts';
import { continuityPlanSchema } from './continuity-plan.ts';
import { decisionSchema } from './decision.ts';
import { escalationSchema } from './escalation.ts';
import { incidentMatrixSchema } from './incident-matrix.ts';
import { indicatorsSchema } from './indicators.ts';
import { methodSchema } from './method.ts';
import { pageSchema } from './page.ts';
import { reviewSchema } from './review.ts';
import { riskRegisterSchema } from './risk-register.ts';
import { riskSchema } from './risk.ts';
import { runbookSchema } from './runbook.ts';
import { scheduleSchema } from './schedule.ts';
import { systemSchema } from './system.ts';

/** Every kind of document and its schema. A new kind is a new line here and a new file beside. */
export const kinds = {
  system: systemSchema,
  method: methodSchema,
  'risk-register': riskRegisterSchema,
  risk: riskSchema,
  'incident-matrix': incidentMatrixSchema,
  escalation: escalationSchema,
  runbook: runbookSchema,
  'continuity-plan': continuityPlanSchema,
  'backup-policy': backupPolicySchema,
  schedule: scheduleSchema,
  indicators: indicatorsSchema,
  'action-plan': actionPlanSchema,
  decision: decisionSchema,
  review: reviewSchema,
  page: pageSchema,
} as const;

export type Kind = keyof typeof kinds;
export type DocumentOf<K extends Kind> = z.infer<(typeof kinds)[K]>;
export type AnyDocument = { [K in Kind]: DocumentOf<K> }[Kind];
