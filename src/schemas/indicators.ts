import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { duration, isoDateTime, recordId, reference, references, roleOrText, text } from './primitives.ts';

export const indicator = z.strictObject({
  id: recordId,
  title: text,
  measure: text.optional().describe('Shared name of what is measured: two indicators of one measure must agree.'),
  unit: z.string().optional(),
  direction: z.enum(['higher', 'lower', 'stable']).describe('Which way is good.'),
  target: z.number().optional(),
  target_note: text.optional().describe('The target in words where it is not a number.'),
  alert: z.number().optional(),
  alert_note: text.optional(),
  window: duration.optional(),
  severity: reference.optional(),
  runbook: reference.optional(),
  components: references.default([]),
  owner: roleOrText.optional(),
  tool: text.optional(),
  values: z.array(z.strictObject({ at: isoDateTime, value: z.number() })).default([]),
});

/** What is measured, its target and the value that alerts (SRE: indicators and objectives). */
export const indicatorsSchema = z.strictObject({
  kind: z.literal('indicators'),
  ...documentFields,
  indicators: z.array(indicator).default([]),
});
export type Indicators = z.infer<typeof indicatorsSchema>;
