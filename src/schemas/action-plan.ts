import { z } from 'zod';
import { documentFields, evidence } from './envelope.ts';
import { isoDate, money, recordId, reference, references, roleOrText, text } from './primitives.ts';

/** Something to be done, and where the need comes from. A documented gap is an action of `kind: gap`. */
export const action = z.strictObject({
  id: recordId,
  kind: z.enum(['action', 'gap']).default('action'),
  title: text,
  summary: text.optional(),
  origin: z.strictObject({ kind: z.enum(['risk', 'gap', 'review', 'drill', 'audit', 'decision']), ref: reference.optional() }).optional(),
  owner: roleOrText.optional(),
  due: isoDate.optional(),
  state: z.enum(['proposed', 'open', 'in-progress', 'done', 'cancelled']).default('open'),
  cost: money.optional(),
  effort: text.optional(),
  priority: z.union([z.number(), z.string()]).optional(),
  closed_on: isoDate.optional(),
  evidence: z.array(evidence).default([]),
  related: references.default([]),
});

export const actionPlanSchema = z.strictObject({
  kind: z.literal('action-plan'),
  ...documentFields,
  actions: z.array(action).default([]),
});
export type ActionPlan = z.infer<typeof actionPlanSchema>;
