import { z } from 'zod';
import { recordFields } from './envelope.ts';
import { duration, isoDate, reference, references, testResult, text } from './primitives.ts';

/** A procedure: the frontmatter says when and for what, the body holds phases and steps (model/runbook-body). */
export const runbookSchema = z.strictObject({
  kind: z.literal('runbook'),
  ...recordFields,
  type: z.enum(['alert', 'diagnosis', 'failover', 'restore', 'rotation', 'deployment', 'rollback', 'maintenance', 'communication', 'exercise']),
  components: references.default([]),
  severity: reference.optional(),
  rto: duration.optional().describe('Time within which it must be done; the scenario’s or system’s unless set.'),
  rpo: duration.optional(),
  duration: duration.optional().describe('Total as a source wrote it: checked against the phases.'),
  symptoms: z.array(text).default([]).describe('You are in the right place if…'),
  causes: z.array(text).default([]),
  alerts: z.array(text).default([]).describe('Alert ids or names that lead here.'),
  documentation: z.enum(['documented', 'partial', 'undocumented', 'obsolete']).default('documented'),
  escalation: reference.optional().describe('Escalation policy.'),
  prerequisites: z.array(text).default([]),
  tested: z.strictObject({ on: isoDate, result: testResult, measured: duration.optional(), note: text.optional() }).optional(),
  test_every: duration.optional(),
  scenarios: references.default([]),
});
export type Runbook = z.infer<typeof runbookSchema>;
