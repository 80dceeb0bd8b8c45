import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { duration, ratingOrNone, recordId, reference, references, roleOrText, text } from './primitives.ts';

/** Something that may happen and what is promised when it does (ISO 22301). */
export const scenario = z.strictObject({
  id: recordId,
  title: text,
  summary: text.optional().describe('Effect on users.'),
  current: ratingOrNone,
  level: z.string().optional().describe('The level as a source wrote it: checked against the method.'),
  rto: duration.optional(),
  rto_note: text.optional().describe('What the source says where it gives no figure (depends on the supplier).'),
  rpo: duration.optional(),
  rpo_note: text.optional(),
  mtpd: duration.optional().describe('Maximum tolerable period of disruption.'),
  components: references.default([]),
  strategy: z.enum(['restore', 'failover', 'degrade', 'retry', 'bypass', 'workaround', 'wait', 'isolate', 'accept']).optional(),
  strategy_note: text.optional(),
  runbooks: references.default([]),
  degraded_mode: text.optional(),
  risks: references.default([]),
  severity: reference.optional(),
  owner: roleOrText.optional(),
  aliases: z.array(text).default([]),
});

/** One line of the business impact analysis. */
export const businessActivity = z.strictObject({
  id: recordId,
  title: text,
  summary: text.optional(),
  rto: duration.optional(),
  rpo: duration.optional(),
  mtpd: duration.optional(),
  priority: z.number().int().optional(),
  components: references.default([]),
  impact_over_time: z.array(z.strictObject({ at: duration, level: text })).default([]),
});

/** What still works when something is down. */
export const degradedMode = z.strictObject({
  id: recordId,
  title: text,
  available: z.enum(['yes', 'partial', 'no']),
  mechanism: text.optional(),
  components: references.default([]),
});

export const continuityPlanSchema = z.strictObject({
  kind: z.literal('continuity-plan'),
  ...documentFields,
  method: reference.optional(),
  scenarios: z.array(scenario).default([]),
  activities: z.array(businessActivity).default([]),
  degraded_modes: z.array(degradedMode).default([]),
});
