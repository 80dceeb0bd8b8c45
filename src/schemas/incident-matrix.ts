import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { duration, recordId, reference, references, roleOrText, text } from './primitives.ts';

/** One level of severity and the promise that goes with it (SRE incident management). */
export const severity = z.strictObject({
  id: recordId,
  title: text,
  definition: text.optional(),
  respond_in: duration.optional().describe('Longest time before someone answers.'),
  resolve_in: duration.optional(),
  hours: z.string().optional().describe('When the promise holds (24/7, Mo-Fr 09:00-18:00; PH off, business hours).'),
  off_hours: z.enum(['best-effort', 'next-business-day', 'none']).optional().describe('What holds outside those hours.'),
  escalate_after: duration.optional(),
  policy: reference.optional().describe('Escalation policy that answers it.'),
  channels: z.array(text).default([]),
  examples: z.array(text).default([]),
  review_required: z.boolean().optional().describe('A post-incident review is required.'),
  notify: z.array(z.strictObject({ authority: text, within: duration, when: text.optional() })).default([]),
});

export const alert = z.strictObject({
  id: recordId,
  title: text,
  channel: text.optional(),
  severity: reference.optional(),
  when: text.optional(),
  components: references.default([]),
  runbook: reference.optional(),
  owner: roleOrText.optional(),
  aliases: z.array(text).default([]),
});

export const incidentMatrixSchema = z.strictObject({
  kind: z.literal('incident-matrix'),
  ...documentFields,
  severities: z.array(severity).min(1).describe('From the gravest to the mildest.'),
  alerts: z.array(alert).default([]),
});
